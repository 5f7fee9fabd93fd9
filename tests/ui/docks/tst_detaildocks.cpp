// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/support/threadclock.h"
#include "tests/ui/docks/docksfixture.h"
#include "tests/ui/docks/hostileevents.h"
#include "ui/events/eventdock.h"
#include "ui/events/eventsdock.h"
#include "ui/events/groupingdock.h"
#include "ui/events/groupingmodel.h"
#include "ui/issues/tagsdock.h"
#include "ui/values/breadcrumbmodel.h"
#include "ui/values/breadcrumbsdock.h"
#include "ui/values/contextdock.h"
#include "ui/values/requestdock.h"
#include "ui/values/valuetreemodel.h"
#include "ui/values/valuetreeview.h"
#include "ui/values/variablesdock.h"
#include "ui/widgets/searchbox.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/treeview.h"

#include <QDir>
#include <QDirIterator>
#include <QLabel>
#include <QTest>
#include <QTextEdit>
#include <QToolTip>

using namespace picket;
using namespace picket::ui;
using namespace picket::test;
using namespace Qt::Literals::StringLiterals;

namespace {

struct AllDocks : DocksFixture {
    AllDocks() { openWindow(); }
    VariablesDock &variables = add<VariablesDock>();
    BreadcrumbsDock &breadcrumbs = add<BreadcrumbsDock>();
    TagsDock &tags = add<TagsDock>();
    ContextDock &context_ = add<ContextDock>();
    RequestDock &request = add<RequestDock>();
    GroupingDock &grouping = add<GroupingDock>();
    EventsDock &events = add<EventsDock>();
};

QByteArray readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// Every cell that is there, in every role that a view asks for.
void askEverything(QAbstractItemModel &model)
{
    std::vector<QModelIndex> open{{}};
    int asked = 0;
    while (!open.empty() && asked < 3000) {
        const QModelIndex parent = open.back();
        open.pop_back();
        for (int row = 0; row < std::min(model.rowCount(parent), 200); ++row) {
            for (int column = 0; column < model.columnCount(parent); ++column, ++asked) {
                const QModelIndex index = model.index(row, column, parent);
                const QString text = index.data().toString();
                QVERIFY2(!text.contains(u'\n') && !text.contains(QChar(0)) && !text.contains(QChar(0x202e)),
                         qPrintable(text.left(200)));
                QVERIFY(text.size() < 2000);
                QVERIFY(!index.data(Qt::AccessibleTextRole).toString().contains(QChar(0)));
                QVERIFY(!index.data(Qt::ToolTipRole).toString().contains(u"<img"_s));
            }
            open.push_back(model.index(row, 0, parent));
        }
    }
}

} // namespace

class DetailDocksTest : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void showRealEvents_data()
    {
        QTest::addColumn<QString>("path");
        QDirIterator files(QStringLiteral(PICKET_TEST_DATA "/events"), {u"*.json"_s}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            QTest::newRow(qPrintable(QFileInfo(path).completeBaseName())) << path;
        }
    }
    void showRealEvents()
    {
        QFETCH(QString, path);
        AllDocks docks;
        QVERIFY(docks.show(readFile(path).toStdString()));
        docks.window.grab();
        for (const auto *view : docks.window.findChildren<QAbstractItemView *>()) {
            askEverything(*view->model());
        }
        // What an event always has.
        QAbstractItemModel *context = docks.context_.view().tree().model();
        QVERIFY(findRow(*context, u"Event"_s).isValid());
        QVERIFY(docks.grouping.model().rowCount() > 0);
        QVERIFY(docks.tags.tags().model()->rowCount() > 0);
    }

    void hostileEventsAreOnlyShown_data()
    {
        QTest::addColumn<QByteArray>("json");
        for (const auto &[name, json] : hostileEvents()) {
            QTest::newRow(name.c_str()) << QByteArray::fromStdString(json);
        }
    }
    void hostileEventsAreOnlyShown()
    {
        QFETCH(QByteArray, json);
        AllDocks docks;
        QVERIFY(docks.show(json.toStdString()));
        docks.window.grab();
        for (const auto *view : docks.window.findChildren<QAbstractItemView *>()) {
            askEverything(*view->model());
        }
        for (const QLabel *label : docks.window.findChildren<QLabel *>()) {
            QCOMPARE(label->textFormat(), Qt::PlainText);
        }
        QVERIFY(docks.window.findChildren<QTextEdit *>().isEmpty());
        // The first row of each tree, long as it may be, in full.
        for (auto *view : docks.window.findChildren<ValueTreeView *>()) {
            view->tree().setCurrentIndex(view->tree().model()->index(0, 0));
        }
        docks.window.grab();
    }

    // The figure to keep is 100 ms; the bound is for a dock that stands still.
    void hostileEventsDoNotStall_data() { hostileEventsAreOnlyShown_data(); }
    void hostileEventsDoNotStall()
    {
        QFETCH(QByteArray, json);
        AllDocks docks;
        QVERIFY(docks.show(json.toStdString()));
        docks.window.grab();
        ThreadClock clock;
        Q_EMIT docks.current.detailChanged();
        const auto set = clock.restart();
        docks.window.grab();
        const auto painted = clock.restart();
        for (auto *box : docks.window.findChildren<SearchBox *>()) {
            box->setText(u"zzz"_s);
        }
        long long longest = 0;
        const auto found = [&] {
            clock.restart();
            QCoreApplication::processEvents();
            longest = std::max(longest, clock.elapsed());
            const auto boxes = docks.window.findChildren<SearchBox *>();
            return std::all_of(boxes.begin(), boxes.end(),
                               [](SearchBox *box) { return box->answer() == u"0 found"_s; });
        };
        QVERIFY(picket::test::await(found));
        qInfo("set %lld ms, painted %lld ms, searched in slices of at most %lld ms", set, painted, longest);
        const auto bound = most(500);
        QVERIFY2(set < bound && painted < bound && longest < bound, "a dock stalls");
    }

    void variablesOfTheSelectedFrame()
    {
        DocksFixture fixture;
        auto &dock = fixture.add<VariablesDock>();
        fixture.openWindow();
        QCOMPARE(dock.view().tree().emptyText(), u"Select an issue to see the variables of its frames."_s);
        const std::string framesJson = R"({"platform":"python","exception":[{"type":"E","stacktrace":{"frames":[
            {"function":"outer","in_app":true,"vars":["'a'","2"]},
            {"function":"empty","in_app":true,"vars":{}},
            {"function":"none","in_app":true},
            {"function":"total","in_app":true,"vars":{"currency":"'EUR'","product":"None","qty":"2"}}]}}]})";
        QVERIFY(fixture.show(framesJson));
        QCOMPARE(rowsOf(dock.model()), (QStringList{u"currency | 'EUR'"_s, u"product | None"_s, u"qty | 2"_s}));
        const auto select = [&](int frame) {
            fixture.navigator.selectFrame({FrameRef::Stack::Exception, 0, frame});
        };
        select(0);
        QCOMPARE(rowsOf(dock.model()), (QStringList{u"[0] | 'a'"_s, u"[1] | 2"_s}));
        select(1);
        QCOMPARE(dock.view().tree().emptyText(), u"This frame has no variables."_s);
        select(2);
        QVERIFY(dock.view().tree().emptyText().startsWith(u"This frame came without variables."_s));
        QVERIFY(dock.view().tree().emptyText().contains(u"include_local_variables"_s));
        const std::string json1 =
            R"({"platform":"node","exception":[{"type":"E","stacktrace":{"frames":[{"function":"f"}]}}]})";
        QVERIFY(fixture.show(json1));
        QVERIFY(dock.view().tree().emptyText().contains(u"includeLocalVariables: true"_s));
        const std::string json2 = R"({"message":"no frames at all"})";
        QVERIFY(fixture.show(json2));
        QCOMPARE(dock.view().tree().emptyText(), u"This event has no frames."_s);
    }

    void requestsAreTakenApart()
    {
        DocksFixture fixture;
        auto &dock = fixture.add<RequestDock>();
        fixture.openWindow();
        const std::string requestJson =
            "{\"message\":\"m\",\"request\":{\"url\":\"https://shop.test/cart?a=1&b=x%20y\",\"method\":\"post\","
            "\"headers\":{\"User-Agent\":5,\"Content-Type\":\"application/json\"},\"cookies\":\"sid=7; theme=dark\","
            "\"data\":\"{\\\"qty\\\":0.10}\",\"env\":{\"SERVER_PORT\":\"80\"}}}";
        QVERIFY(fixture.show(requestJson));
        QCOMPARE(dock.line(), u"POST https://shop.test/cart"_s);
        QAbstractItemModel &model = *dock.view().tree().model();
        const auto value = [&](const QString &key) {
            return findRow(model, key).siblingAtColumn(1).data().toString();
        };
        QCOMPARE(value(u"b"_s), u"x y"_s);
        QCOMPARE(value(u"qty"_s), u"0.10"_s);
        QCOMPARE(value(u"User-Agent"_s), u"5"_s);
        QCOMPARE(value(u"theme"_s), u"dark"_s);
        QCOMPARE(value(u"SERVER_PORT"_s), u"80"_s);
        QVERIFY(dock.view().tree().isExpanded(model.index(0, 0)));
        const std::string json3 = R"({"message":"x","request":{"url":"http://a/","data":"just text"}})";
        QVERIFY(fixture.show(json3));
        QCOMPARE(value(u"Body"_s), u"just text"_s);
        const std::string json4 = R"({"message":"none"})";
        QVERIFY(fixture.show(json4));
        QCOMPARE(dock.view().tree().emptyText(), u"This event came without a request."_s);
        QCOMPARE(model.rowCount(), 0);
    }

    void whatADumpCouldNotBeReadForIsShownWithTheEvent()
    {
        DocksFixture fixture;
        auto &context = fixture.add<ContextDock>();
        fixture.addWindowActions();
        auto &header = fixture.add<EventDock>();
        fixture.openWindow();
        const std::string event = R"({"exception":{"values":[{"type":"CppException","value":"x"}]}})";
        const std::string sent = "{}\n{\"type\":\"event\"}\n" + event + "\n";
        QVERIFY(fixture.showEnvelope(sent));
        QVERIFY(!header.aboutLine().contains(u"problems"_s));
        QVERIFY(fixture.showEnvelope(sent + "{\"type\":\"attachment\",\"length\":4,\"filename\":\"crash.dmp\","
                                     + "\"attachment_type\":\"event.minidump\"}\nMDMP\n"));
        QVERIFY(header.aboutLine().contains(u"delivered with problems"_s));
        const QModelIndex problem = findRow(*context.view().tree().model(), u"attachments.crash.dmp"_s);
        QCOMPARE(problem.siblingAtColumn(1).data().toString(), u"no minidump (invalid_argument: minidump header)"_s);
    }

    void aProblemWithoutAMemberIsListedByItsType()
    {
        DocksFixture fixture;
        auto &context = fixture.add<ContextDock>();
        fixture.openWindow();
        QVERIFY(fixture.show(R"({"message":"m","errors":[{"code":7,"text":"no carrier"}]})"));
        const QModelIndex problem = findRow(*context.view().tree().model(), u"error"_s);
        QVERIFY(problem.siblingAtColumn(1).data().toString().contains(u"no carrier"_s));
    }

    void contextsStandInGroups()
    {
        DocksFixture fixture;
        auto &dock = fixture.add<ContextDock>();
        fixture.openWindow();
        const std::string contextsJson = R"({"message":"m","user":{"id":42,"plan":"pro"},"server_name":"web-1",
            "contexts":{"os":{"name":"Debian","version":"12"},"server-os":{"type":"os","name":"Alpine"},"shop":{"cart":3}},
            "extra":{"n":9007199254740993},"modules":{"django":"4.2"},"sdk":{"name":"sentry.python","version":"2.0"}})";
        QVERIFY(fixture.show(contextsJson));
        QAbstractItemModel &model = *dock.view().tree().model();
        QStringList groups;
        for (int row = 0; row < model.rowCount(); ++row) {
            groups.push_back(model.index(row, 0).data().toString());
        }
        QCOMPARE(groups,
                 (QStringList{u"User"_s, u"Operating system"_s, u"Operating system (server-os)"_s, u"shop"_s,
                              u"Extra"_s, u"Event"_s, u"SDK"_s, u"Modules"_s}));
        QCOMPARE(model.index(1, 1).data().toString(), u"Debian 12"_s);
        QCOMPARE(findRow(model, u"n"_s).siblingAtColumn(1).data().toString(), u"9007199254740993"_s);
        QCOMPARE(findRow(model, u"plan"_s).siblingAtColumn(1).data().toString(), u"pro"_s);
        QCOMPARE(findRow(model, u"server name"_s).siblingAtColumn(1).data().toString(), u"web-1"_s);
        QVERIFY(dock.view().tree().isExpanded(model.index(0, 0)));
        QVERIFY(!dock.view().tree().isExpanded(model.index(7, 0))); // hundreds of modules would hide the rest
    }

    void everythingIsNamed()
    {
        AllDocks docks;
        QVERIFY(docks.show(errorJson("TypeError", "x", "f")));
        for (const QWidget *widget : docks.window.findChildren<QWidget *>()) {
            if (widget->focusPolicy() != Qt::NoFocus && widget->isVisible()
                && !widget->objectName().startsWith(u"qt_"_s)) {
                QVERIFY2(!widget->accessibleName().isEmpty(),
                         qPrintable(QString::fromLatin1(widget->metaObject()->className()) + u" in "_s
                                    + QString::fromLatin1(widget->parentWidget()->metaObject()->className())));
            }
        }
    }

    void bothThemesAreUsed()
    {
        AllDocks docks;
        QVERIFY(docks.show(errorJson("TypeError", "x", "f")));
        const auto ground = [&] {
            const QImage image = docks.variables.grab().toImage();
            return image.pixelColor(image.width() / 2, image.height() - 4).lightness();
        };
        docks.theme.setChoice(Theme::Choice::Dark);
        QTRY_VERIFY(ground() < 80);
        docks.theme.setChoice(Theme::Choice::Light);
        QTRY_VERIFY(ground() > 200);
    }
};

PICKET_TEST(DetailDocksTest)
#include "tst_detaildocks.moc"
