// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/ui/docks/docksfixture.h"
#include "tests/ui/docks/hostileevents.h"
#include "tests/ui/docks/telemetryitems.h"
#include "ui/state/issuescope.h"
#include "ui/state/projectnames.h"
#include "ui/telemetry/logmodel.h"
#include "ui/telemetry/logsdock.h"
#include "ui/values/valuetreemodel.h"
#include "ui/widgets/searchbox.h"
#include "ui/widgets/tableview.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QJsonDocument>
#include <QJsonObject>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace picket;
using namespace picket::ui;
using namespace picket::test;
using namespace Qt::Literals::StringLiterals;

namespace {

struct LogsFixture {
    LogsFixture()
    {
        docks.openWindow();
        dock = new LogsDock(docks.context, scope, names, &docks.window);
        docks.place(*dock);
        dock->show();
    }
    void send(const std::vector<SentLog> &logs)
    {
        dock->applyChanges(docks.workspace.deliverEnvelope(logEnvelope(logs)));
    }
    [[nodiscard]] QStringList messages() const
    {
        QStringList texts;
        for (int row = 0; row < dock->model().rowCount(); ++row) {
            texts.push_back(dock->model().index(row, int(LogModel::Column::Message)).data().toString());
        }
        return texts;
    }
    [[nodiscard]] QAction *action(const char *id) { return docks.actions.get(QString::fromLatin1(id)); }

    IssueScope scope;
    ProjectNames names;
    DocksFixture docks;
    LogsDock *dock = nullptr;
};

std::vector<SentLog> manyLogs(int count)
{
    std::vector<SentLog> logs;
    for (int i = 0; i < count; ++i) {
        logs.push_back({"info", "log " + std::to_string(i), 2000 - i});
    }
    return logs;
}

} // namespace

class LogsDockTest : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void listsTheNewestFirst()
    {
        WorkspaceFixture workspace;
        workspace.deliverEnvelope(
            logEnvelope({{"warn", "stock low", 30}, {"error", "no price\nfor 7", 10}, {"info", "paid", 20, ""}}));
        ProjectNames names;
        LogModel model(workspace.query(), names);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setFilter({});
        QTRY_COMPARE(model.rowCount(), 3);
        QTRY_COMPARE(model.index(0, int(LogModel::Column::Message)).data().toString(), u"no price for 7"_s);
        QCOMPARE(model.index(0, int(LogModel::Column::Level)).data().toString(), u"error"_s);
        QCOMPARE(model.index(1, int(LogModel::Column::Message)).data().toString(), u"paid"_s);
        QCOMPARE(model.index(1, int(LogModel::Column::Trace)).data().toString(), QString());
        QCOMPARE(model.index(2, int(LogModel::Column::Level)).data().toString(), u"warning"_s);
        QCOMPARE(model.index(2, int(LogModel::Column::Trace)).data().toString(), u"4bf92f35"_s);
        QCOMPARE(model.index(2, int(LogModel::Column::Trace)).data(Qt::ToolTipRole).toString(),
                 QString::fromLatin1(someTrace));
        QVERIFY(model.index(2, 0).data(Qt::AccessibleTextRole).toString().startsWith(u"warning, stock low, at "_s));
        names.set({{ProjectId{1}, "shop", 0, 0}});
        QCOMPARE(model.index(0, int(LogModel::Column::Project)).data().toString(), u"shop"_s);
        model.setFilter({std::nullopt, std::nullopt, "pai", model::Severity::Unknown});
        QTRY_COMPARE(model.rowCount(), 1);
        model.setFilter({});
        QTRY_COMPARE(model.rowCount(), 3);
    }

    void newLogsComeAtTheTopAndTheChosenOneStays()
    {
        LogsFixture f;
        const QAbstractItemModelTester tester(&f.dock->model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
        f.send({{"info", "first", 50}, {"info", "second", 40}});
        QTRY_COMPARE(f.messages(), (QStringList{u"second"_s, u"first"_s}));
        f.dock->table().setCurrentRow(1);
        QSignalSpy resets(&f.dock->model(), &QAbstractItemModel::modelReset);
        f.send({{"info", "third", 5}, {"info", "late", 45}});
        QTRY_COMPARE(f.messages(), (QStringList{u"third"_s, u"second"_s, u"late"_s, u"first"_s}));
        QCOMPARE(f.dock->table().currentIndex().row(), 3);
        QCOMPARE(resets.count(), 0);
        QTRY_COMPARE(f.dock->search().answer(), u"4 logs"_s);
    }

    void longListsAreReadAsTheyAreScrolled()
    {
        LogsFixture f;
        f.send(manyLogs(700));
        QTRY_COMPARE(f.dock->model().rowCount(), 700);
        QScrollBar *bar = f.dock->table().verticalScrollBar();
        QTRY_VERIFY(bar->maximum() > 600 * TableView::plainRow);
        bar->setValue(bar->maximum());
        const QModelIndex last = f.dock->model().index(699, int(LogModel::Column::Message));
        QTRY_COMPARE(last.data().toString(), u"log 0"_s);
    }

    void followsUntilSomebodyScrolls()
    {
        LogsFixture f;
        f.send(manyLogs(100));
        QTRY_COMPARE(f.dock->model().rowCount(), 100);
        QScrollBar *bar = f.dock->table().verticalScrollBar();
        QVERIFY(f.action("logs.follow")->isChecked());
        f.send({{"info", "followed", 3}});
        QTRY_COMPARE(f.dock->model().rowCount(), 101);
        QCOMPARE(bar->value(), 0);
        bar->setValue(30 * TableView::plainRow);
        QVERIFY(!f.action("logs.follow")->isChecked());
        f.send({{"info", "not followed", 2}});
        QTRY_COMPARE(f.dock->model().rowCount(), 102);
        QCOMPARE(bar->value(), 31 * TableView::plainRow);
        f.action("logs.follow")->trigger();
        QCOMPARE(bar->value(), 0);
    }

    void narrowsByTextLevelAndTrace()
    {
        LogsFixture f;
        f.send({{"debug", "connect", 9},
                {"info", "paid", 8},
                {"warn", "stock low", 7, otherTrace},
                {"error", "not paid", 6, otherTrace}});
        QTRY_COMPARE(f.messages().size(), 4);
        f.dock->levels().setCurrentIndex(f.dock->levels().findText(u"warning and above"_s));
        QTRY_COMPARE(f.messages(), (QStringList{u"not paid"_s, u"stock low"_s}));
        f.dock->search().setText(u"PAID"_s);
        QTRY_COMPARE(f.messages(), QStringList{u"not paid"_s});
        f.dock->levels().setCurrentIndex(0);
        QTRY_COMPARE(f.messages(), (QStringList{u"not paid"_s, u"paid"_s}));
        f.dock->search().clear();
        f.docks.navigator.selectTrace(*model::TraceId::parse(otherTrace));
        QTRY_COMPARE(f.messages().size(), 4);
        f.action("logs.thisTrace")->setChecked(true);
        QTRY_COMPARE(f.messages(), (QStringList{u"not paid"_s, u"stock low"_s}));
        f.docks.navigator.selectTrace({});
        QTRY_COMPARE(f.dock->model().rowCount(), 0);
        QCOMPARE(f.dock->table().emptyText(), u"The shown event belongs to no trace."_s);
    }

    void theTraceIsThatOfTheShownEvent()
    {
        LogsFixture f;
        f.send({{"info", "mine", 9}, {"info", "another's", 8, otherTrace}});
        f.action("logs.thisTrace")->setChecked(true);
        QVERIFY(f.docks.show(messageJson("crash", someTrace)));
        QTRY_COMPARE(f.messages(), QStringList{u"mine"_s});
        QVERIFY(f.docks.show(messageJson("another crash", otherTrace)));
        QTRY_COMPARE(f.messages(), QStringList{u"another's"_s});
    }

    void onlyTheProjectThatTheWindowSpeaksOf()
    {
        LogsFixture f;
        f.send({{"info", "here", 9}});
        QTRY_COMPARE(f.messages(), QStringList{u"here"_s});
        f.scope.setProject(ProjectId{7});
        QTRY_COMPARE(f.dock->model().rowCount(), 0);
        f.scope.setProject(std::nullopt);
        QTRY_COMPARE(f.messages(), QStringList{u"here"_s});
    }

    void aChosenLogIsShownInFull()
    {
        LogsFixture f;
        f.send({{"warn", "stock low:\n7 left", 9}});
        QTRY_COMPARE(f.messages(), QStringList{u"stock low: 7 left"_s});
        QVERIFY(!f.action("logs.copyJson")->isEnabled());
        f.dock->table().setCurrentRow(0);
        QTRY_VERIFY(findRow(f.dock->detail(), u"order.id"_s).isValid());
        const auto valueOfRow = [&](const QString &key) {
            return findRow(f.dock->detail(), key).siblingAtColumn(1).data().toString();
        };
        QCOMPARE(valueOfRow(u"order.id"_s), u"1001"_s);
        QCOMPARE(valueOfRow(u"user"_s), u"ada"_s);
        QCOMPARE(valueOfRow(u"trace"_s), QString::fromLatin1(someTrace));
        QCOMPARE(valueOfRow(u"span"_s), u"00f067aa0ba902b7"_s);
        f.action("logs.copyJson")->trigger();
        const QJsonObject json = QJsonDocument::fromJson(QApplication::clipboard()->text().toUtf8()).object();
        QCOMPARE(json["body"_L1].toString(), u"stock low:\n7 left"_s);
        QCOMPARE(json["level"_L1].toString(), u"warn"_s);
        QCOMPARE(json["trace_id"_L1].toString(), QString::fromLatin1(someTrace));
        QCOMPARE(json["attributes"_L1].toObject()["order.id"_L1].toInt(), 1001);
    }

    void keysLeadEverywhere()
    {
        LogsFixture f;
        f.send({{"info", "one", 9}, {"info", "two", 8, ""}});
        QTRY_COMPARE(f.messages(), (QStringList{u"two"_s, u"one"_s}));
        f.dock->takeFocus();
        QCOMPARE(f.dock->table().currentIndex().row(), 0);
        QSignalSpy wanted(f.dock, &LogsDock::traceWanted);
        QTest::keyClick(&f.dock->table(), Qt::Key_Return); // it has no trace
        QCOMPARE(wanted.count(), 0);
        QTest::keyClick(&f.dock->table(), Qt::Key_Down);
        QTest::keyClick(&f.dock->table(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text(), u"one"_s);
        QTest::keyClick(&f.dock->table(), Qt::Key_Return);
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(f.docks.navigator.trace().hex(), std::string(someTrace));
        f.action("logs.ofTrace")->trigger();
        QTRY_COMPARE(f.messages(), QStringList{u"one"_s});
        QTest::keyClick(&f.dock->table(), Qt::Key_Slash);
        QTRY_VERIFY(f.dock->search().hasFocus());
        QTest::keyClick(&f.dock->search(), Qt::Key_Down);
        QTRY_VERIFY(f.dock->table().hasFocus());
    }

    void anEmptyListSaysHowLogsGetThere()
    {
        const LogsFixture f;
        QTRY_VERIFY(f.dock->table().emptyText().contains(u"enableLogs: true"_s));
        f.dock->search().setText(u"nothing"_s);
        QTRY_COMPARE(f.dock->table().emptyText(), u"No log here."_s);
    }

    void nothingIsReadWhileNobodyLooks()
    {
        LogsFixture f;
        QTRY_COMPARE(f.dock->search().answer(), u"0 logs"_s);
        f.dock->close();
        QSignalSpy loaded(&f.dock->model(), &LogModel::loaded);
        f.send({{"info", "unseen", 9}});
        QVERIFY(f.docks.show(messageJson("crash")));
        QCOMPARE(loaded.count(), 0);
        f.dock->show();
        QTRY_COMPARE(f.messages(), QStringList{u"unseen"_s});
    }

    void hostileTextIsOnePlainLine_data()
    {
        QTest::addColumn<QString>("body");
        QTest::addColumn<QString>("shown");
        QTest::newRow("markup") << QString::fromLatin1(markup) << QString::fromLatin1(markup);
        QTest::newRow("a NUL") << QString(u"a"_s + QChar(0) + u"b"_s) << u"a\u2400b"_s;
        QTest::newRow("an override of the direction") << u"a\u202eb"_s << u"a[U+202E]b"_s;
        QTest::newRow("lines") << u"a\r\n\tb"_s << u"a   b"_s;
        QTest::newRow("nothing") << QString() << u"<no message>"_s;
        QTest::newRow("a megabyte") << QString(1'000'000, u'x') << QString(QString(1000, u'x') + u'…');
    }
    void hostileTextIsOnePlainLine()
    {
        QFETCH(QString, body);
        LogsFixture f;
        f.send({{"info", body.toStdString(), 9}});
        QTRY_COMPARE(f.dock->model().rowCount(), 1);
        const QModelIndex message = f.dock->model().index(0, int(LogModel::Column::Message));
        QTRY_VERIFY(!message.data(Qt::AccessibleTextRole).toString().startsWith(u"Loading"_s));
        QTEST(message.data().toString(), "shown");
        QVERIFY(!message.data(Qt::ToolTipRole).toString().contains(u"<img"_s));
        f.dock->table().setCurrentRow(0);
        QTRY_VERIFY(findRow(f.dock->detail(), u"user"_s).isValid());
        f.action("logs.copyJson")->trigger();
        QCOMPARE(QJsonDocument::fromJson(QApplication::clipboard()->text().toUtf8())["body"_L1].toString(), body);
    }
};

PICKET_TEST(LogsDockTest)
#include "tst_logsdock.moc"
