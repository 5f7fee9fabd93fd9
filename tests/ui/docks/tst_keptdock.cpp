// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/ui/docks/docksfixture.h"
#include "tests/ui/docks/hostileevents.h"
#include "tests/ui/docks/telemetryitems.h"
#include "ui/code/codeview.h"
#include "ui/events/previewpane.h"
#include "ui/state/projectnames.h"
#include "ui/telemetry/keptdock.h"
#include "ui/telemetry/keptmodel.h"
#include "ui/telemetry/keptsummary.h"
#include "ui/widgets/tableview.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QTest>

using namespace picket;
using namespace picket::ui;
using namespace picket::test;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr const char *someEvent = "11111111111111111111111111111111";

struct KeptFixture {
    KeptFixture()
    {
        docks.openWindow();
        dock = new KeptDock(docks.context, names, &docks.window);
        docks.place(*dock);
        dock->show();
    }
    void send(const std::string &header, const std::string &payload)
    {
        dock->applyChanges(docks.workspace.deliverEnvelope(itemEnvelope(header, payload)));
    }
    [[nodiscard]] QString cell(int row, KeptModel::Column column) const
    {
        return dock->model().index(row, int(column)).data().toString();
    }
    [[nodiscard]] QString text() const
    {
        const std::string_view utf8 = dock->preview().text().utf8();
        return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
    }

    ProjectNames names;
    DocksFixture docks;
    KeptDock *dock = nullptr;
};

} // namespace

class KeptDockTest : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void sumsAreToldLargestFirst()
    {
        KeptSummary summary;
        QCOMPARE(keptSummaryText(summary), QString());
        summary.types["profile"] = {12, 2000};
        summary.types["replay_event"] = {1, 300'000};
        const QString text = keptSummaryText(summary);
        QVERIFY2(text.startsWith(u"1 × replay_event, "_s), qPrintable(text));
        QVERIFY(text.contains(u"12 × profile, "_s));
        summary.removed = 3;
        QVERIFY(keptSummaryText(summary).startsWith(u"3 older items were removed to make room"_s));
        for (int i = 0; i < 1000; ++i) {
            summary.types["type" + std::to_string(i)] = {1, 1};
        }
        QVERIFY(keptSummaryText(summary).endsWith(u"982 more types"_s));
    }

    void listsWhatHasNoViewOfItsOwn()
    {
        KeptFixture f;
        const QAbstractItemModelTester tester(&f.dock->model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
        f.send(R"({"type":"profile","content_type":"application/json"})", R"({"frames":[1,2]})");
        QTRY_COMPARE(f.dock->model().rowCount(), 1);
        f.send(R"({"type":"novelty","filename":"new.bin"})", std::string("\0\1\2\3", 4));
        QTRY_COMPARE(f.dock->model().rowCount(), 2);
        QTRY_COMPARE(f.cell(0, KeptModel::Column::Type), u"novelty"_s);
        QCOMPARE(f.cell(0, KeptModel::Column::Name), u"new.bin"_s);
        QCOMPARE(f.cell(1, KeptModel::Column::Type), u"profile"_s);
        QCOMPARE(f.cell(1, KeptModel::Column::Name), u"application/json"_s);
        QVERIFY(f.dock->model().index(1, 0).data(Qt::AccessibleTextRole).toString().startsWith(u"profile, "_s));
        QTRY_VERIFY(f.dock->summary().contains(u"1 × profile"_s));
        QVERIFY(f.dock->summary().contains(u"1 × novelty"_s));
        // What has a view of its own is not here.
        f.dock->applyChanges(f.docks.workspace.deliverEnvelope(logEnvelope({{"info", "a log"}})));
        f.send(R"({"type":"statsd"})", "hits@none:1|c");
        QTRY_COMPARE(f.dock->model().rowCount(), 3);
        QTRY_COMPARE(f.cell(0, KeptModel::Column::Type), u"statsd"_s);
    }

    void showsTextsAndNothingElse()
    {
        KeptFixture f;
        f.send(R"({"type":"profile"})", R"({"frames":[1,2]})");
        QTRY_COMPARE(f.dock->model().rowCount(), 1);
        f.send(R"({"type":"novelty"})", std::string("\0\1\2\3", 4));
        QTRY_COMPARE(f.dock->model().rowCount(), 2);
        f.dock->takeFocus();
        f.dock->table().setCurrentRow(0);
        QTRY_VERIFY(f.dock->note().contains(u"save it"_s));
        QCOMPARE(f.text(), QString());
        QTest::keyClick(&f.dock->table(), Qt::Key_Down);
        QTRY_VERIFY(f.text().contains(u"\"frames\": ["_s));
        QAction *copy = f.docks.actions.get(u"kept.copyHeader"_s);
        QVERIFY(copy->isEnabled());
        copy->trigger();
        QVERIFY(QApplication::clipboard()->text().startsWith(uR"({"type":"profile")"_s));
    }

    void savesTheBytesAsTheyCame()
    {
        KeptFixture f;
        const std::string bytes("\0\1\2<b>\xff", 7);
        f.send(R"({"type":"novelty"})", bytes);
        QTRY_COMPARE(f.dock->model().rowCount(), 1);
        QTRY_COMPARE(f.cell(0, KeptModel::Column::Type), u"novelty"_s);
        f.dock->takeFocus();
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"saved.bin"_s);
        QTRY_VERIFY(f.docks.actions.get(u"kept.save"_s)->isEnabled());
        f.dock->saveTo(path);
        QTRY_VERIFY(f.dock->note().contains(path));
        QFile saved(path);
        QVERIFY(saved.open(QIODevice::ReadOnly));
        QCOMPARE(saved.readAll().toStdString(), bytes);
        f.dock->saveTo(folder.filePath(u"missing/x"_s));
        QTRY_VERIFY(f.dock->note().contains(u"cannot be read or written"_s));
    }

    void theNameOfTheFileIsNoPath()
    {
        KeptFixture f;
        f.send(R"({"type":"novelty","filename":"../../etc/passwd"})", "x");
        QTRY_COMPARE(f.dock->model().rowCount(), 1);
        f.dock->takeFocus();
        QTRY_VERIFY(f.docks.actions.get(u"kept.save"_s)->isEnabled());
        f.docks.actions.get(u"kept.save"_s)->trigger();
        auto *dialog = f.dock->findChild<QFileDialog *>();
        QVERIFY(dialog);
        QVERIFY(dialog->selectedFiles().value(0).endsWith(u"/passwd"_s));
        QVERIFY(!dialog->selectedFiles().value(0).startsWith(u"/etc"_s));
        dialog->close();
    }

    void leadsToTheEventThatItCameWith()
    {
        KeptFixture f;
        const store::ChangeSet changes =
            f.docks.workspace.deliverEnvelope(envelopeWithId(someEvent, "event", messageJson("crash")));
        f.dock->applyChanges(
            f.docks.workspace.deliverEnvelope(envelopeWithId("22222222222222222222222222222222", "profile", "{}")));
        QTRY_COMPARE(f.dock->model().rowCount(), 1);
        f.dock->applyChanges(f.docks.workspace.deliverEnvelope(envelopeWithId(someEvent, "profile", "{}")));
        QTRY_COMPARE(f.dock->model().rowCount(), 2);
        QTRY_COMPARE(f.cell(0, KeptModel::Column::Event), u"11111111"_s);
        f.dock->takeFocus();
        f.dock->table().setCurrentRow(0);
        QTest::keyClick(&f.dock->table(), Qt::Key_Return);
        QTRY_COMPARE(f.docks.navigator.selectedEvent(), changes.lastEvent);
        QTest::keyClick(&f.dock->table(), Qt::Key_Down);
        QTest::keyClick(&f.dock->table(), Qt::Key_Return);
        QTRY_COMPARE(f.dock->note(), u"The event that it belongs to is not here."_s);
    }

    void anEmptyListSaysWhatComesHere()
    {
        const KeptFixture f;
        QVERIFY(f.dock->table().emptyText().contains(u"Profiles, replays"_s));
        QVERIFY(!f.docks.actions.all().empty());
    }

    void hostileNamesStayPlain()
    {
        KeptFixture f;
        f.send(R"({"type":"<img src='file:x'>","filename":"a\u0000b\u202ec"})", std::string(3'000'000, '<'));
        QTRY_COMPARE(f.dock->model().rowCount(), 1);
        QTRY_COMPARE(f.cell(0, KeptModel::Column::Type), u"<img src='file:x'>"_s);
        QCOMPARE(f.cell(0, KeptModel::Column::Name), u"a\u2400b[U+202E]c"_s);
        QVERIFY(!f.dock->model()
                     .index(0, int(KeptModel::Column::Type))
                     .data(Qt::ToolTipRole)
                     .toString()
                     .contains(u"<img"_s));
        f.dock->takeFocus();
        QTRY_VERIFY(f.dock->note().contains(u"not shown"_s));
    }
};

PICKET_TEST(KeptDockTest)
#include "tst_keptdock.moc"
