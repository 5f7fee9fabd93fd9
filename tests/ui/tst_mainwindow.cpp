// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/ingestservice.h"
#include "tests/support/testmain.h"
#include "tests/ui/workspacefixture.h"
#include "ui/code/codeview.h"
#include "ui/events/eventdock.h"
#include "ui/events/rawdock.h"
#include "ui/issues/issuemodel.h"
#include "ui/issues/issuepane.h"
#include "ui/stack/sourcedock.h"
#include "ui/stack/stackdock.h"
#include "ui/stack/stackmodel.h"
#include "ui/state/actions.h"
#include "ui/state/changebus.h"
#include "ui/state/currentevent.h"
#include "ui/theme/theme.h"
#include "ui/widgets/tableview.h"
#include "ui/window/firstrunpage.h"
#include "ui/window/layoutmanager.h"
#include "ui/window/mainwindow.h"
#include "ui/window/snippets.h"
#include "ui/wire/wirelogdock.h"
#include "ui/wire/wirelogmodel.h"
#include "ui/wording/dsn.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>
#include <QTextEdit>
#include <QToolButton>

using namespace picket;
using namespace picket::ui;
using namespace std::chrono_literals;

namespace {

struct WindowFixture {
    QTemporaryDir folder;
    test::WorkspaceFixture workspace;
    std::unique_ptr<MainWindow> window;

    [[nodiscard]] WindowContext context()
    {
        WindowContext made{workspace.query(), nullptr, {}, QStringLiteral("default"), {}, {}};
        made.listening.addresses = {"127.0.0.1:8969", "[::1]:8969"};
        made.listening.port = 8969;
        made.ownerNote = QStringLiteral("picket serve, process 4711");
        made.settingsFile = folder.filePath(QStringLiteral("settings.ini"));
        return made;
    }
    void open()
    {
        window = std::make_unique<MainWindow>(context());
        window->resize(1440, 900);
        window->show();
    }
    [[nodiscard]] TableView &issues() const { return window->issuePane().view(); }
    [[nodiscard]] QString currentTitle() const { return issues().currentIndex().siblingAtColumn(0).data().toString(); }
    bool awaitRows(int count) const
    {
        return picket::test::await([&] { return issues().model()->rowCount() == count && !window->showsFirstRun(); });
    }
    bool awaitDetail(const std::string &title) const
    {
        return picket::test::await([&] {
            const DetailPtr detail = window->currentEvent().detail();
            return detail && detail->row.title == title;
        });
    }
    template <class T> [[nodiscard]] T *dock(const char *id) const
    {
        return static_cast<T *>(window->layoutManager().find(QString::fromLatin1(id)));
    }
};

QString describe(const QWidget *widget)
{
    QString text;
    for (; widget; widget = widget->parentWidget()) {
        text += QString::fromLatin1(widget->metaObject()->className()) + u'(' + widget->objectName()
            + QStringLiteral(") < ");
    }
    return text;
}

// Scroll bars, corner pieces and popup lists belong to the widget that made them.
bool isPartOfAnother(const QWidget *widget)
{
    return widget->objectName().startsWith(QStringLiteral("qt_")) || qobject_cast<const QScrollBar *>(widget)
        || (widget->parentWidget() && widget->parentWidget()->inherits("QLineEdit"))
        || widget->window()->inherits("QComboBoxPrivateContainer")
        || (widget->parentWidget() && widget->parentWidget()->inherits("QTabBar"));
}

QStringList richTextHolders(const QWidget &root)
{
    QStringList found;
    for (const QWidget *widget : root.findChildren<QWidget *>()) {
        const auto *label = qobject_cast<const QLabel *>(widget);
        if ((label && label->textFormat() != Qt::PlainText) || qobject_cast<const QTextEdit *>(widget)) {
            found.push_back(describe(widget));
        }
        if (Qt::mightBeRichText(widget->toolTip()) && widget->toolTip().contains(QStringLiteral("<img"))) {
            found.push_back(QStringLiteral("tooltip of ") + describe(widget));
        }
    }
    return found;
}

QStringList namelessFocusable(const QWidget &root)
{
    QStringList found;
    for (const QWidget *widget : root.findChildren<QWidget *>()) {
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const bool named = !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty());
        if (widget->focusPolicy() != Qt::NoFocus && !named && !widget->focusProxy() && !isPartOfAnother(widget)) {
            found.push_back(describe(widget));
        }
    }
    return found;
}

} // namespace

class TestMainWindow final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void emptyWindowIsTheHelp()
    {
        WindowFixture f;
        f.open();
        QTRY_VERIFY(f.window->showsFirstRun());
        QVERIFY(f.window->firstRunPage().dsn().endsWith(QStringLiteral("@localhost:8969/1")));
        QCOMPARE(f.window->firstRunPage().dsn(), dsnText(f.context().listening));
        const auto press = [&](const QString &name) {
            for (auto *button : f.window->firstRunPage().findChildren<QPushButton *>()) {
                if (button->accessibleName() == name) {
                    button->click();
                }
            }
        };
        press(QStringLiteral("Copy DSN"));
        QCOMPARE(QApplication::clipboard()->text(), dsnText(f.context().listening));
        auto *languages = f.window->firstRunPage().findChild<QTabBar *>();
        const QList<Snippet> expected = snippets(dsnText(f.context().listening));
        QCOMPARE(languages->count(), static_cast<int>(expected.size()));
        for (int i = 0; i < languages->count(); ++i) {
            languages->setCurrentIndex(i);
            press(QStringLiteral("Copy Code"));
            QCOMPARE(QApplication::clipboard()->text().trimmed(), expected[i].code.trimmed());
            QVERIFY(expected[i].code.contains(dsnText(f.context().listening)));
        }
    }
    void theWireLogNeedsNoScrollingSideways_data()
    {
        QTest::addColumn<int>("width");
        QTest::newRow("small") << 1280;
        QTest::newRow("large") << 1920;
    }
    void theWireLogNeedsNoScrollingSideways()
    {
        QFETCH(const int, width);
        WindowFixture f;
        f.open();
        f.window->resize(width, 800);
        QVERIFY(QTest::qWaitForWindowExposed(f.window.get(), picket::test::patience));
        for (const auto perspective : {LayoutManager::Perspective::Triage, LayoutManager::Perspective::Wire}) {
            f.window->layoutManager().apply(perspective);
            Dock *dock = f.window->layoutManager().find(QStringLiteral("wirelog"));
            f.window->layoutManager().bringUp(dock);
            const auto views = dock->findChildren<TableView *>();
            TableView *view = *std::find_if(views.begin(), views.end(), [](const TableView *v) {
                return v->accessibleName() == QStringLiteral("Wire log");
            });
            QTRY_COMPARE(view->horizontalScrollBar()->maximum(), 0);
            QTRY_VERIFY(!view->isColumnHidden(int(WireLogModel::Column::Request)));
            QTRY_VERIFY(view->columnWidth(int(WireLogModel::Column::Reason)) >= 60);
            const bool isWide = perspective == LayoutManager::Perspective::Wire;
            QTRY_COMPARE(!view->isColumnHidden(int(WireLogModel::Column::Took)), isWide);
        }
    }
    void helpTurnsIntoTheListWithTheFirstIssue()
    {
        WindowFixture f;
        f.open();
        QTRY_VERIFY(f.window->showsFirstRun());
        f.window->applyChanges(f.workspace.deliver(test::errorJson("OneError", "a", "one")));
        QVERIFY(f.awaitRows(1));
        QTRY_COMPARE(f.currentTitle(), QStringLiteral("OneError: a"));
    }
    void selectedIssueShowsStackSourceAndFacts()
    {
        WindowFixture f;
        f.workspace.deliver(test::errorJson("OneError", "a", "one"), 1h);
        f.open();
        QVERIFY(f.awaitRows(1));
        QVERIFY(f.awaitDetail("OneError: a"));
        QTRY_COMPARE(f.dock<EventDock>("event")->title(), QStringLiteral("OneError: a"));
        QTRY_COMPARE(f.dock<EventDock>("event")->positionText(), QStringLiteral("1 of 1"));
        const StackModel &stack = f.dock<StackDock>("stack")->model();
        QCOMPARE(stack.index(0, 0).data().toString(), QStringLiteral("one"));
        const CodeView &code = f.dock<SourceDock>("source")->code();
        QCOMPARE(code.text(code.markedLine()), QStringLiteral("    raise OneError()\n"));
        QCOMPARE(code.lineNumber(code.markedLine()), QStringLiteral("41"));
    }
    void rawShowsTheJsonOnceItIsLookedAt()
    {
        WindowFixture f;
        f.workspace.deliver(R"({"message":"hello","extra":{"n":0.10}})");
        f.open();
        QVERIFY(f.awaitDetail("hello"));
        auto *raw = f.dock<RawDock>("raw");
        f.window->layoutManager().bringUp(raw);
        QTRY_VERIFY(raw->code().text().contains(QStringLiteral("\"n\": 0.10")));
        f.window->actions().get(QStringLiteral("event.asReceived"))->trigger();
        QTRY_COMPARE(raw->code().text(), QStringLiteral(R"({"message":"hello","extra":{"n":0.10}})"));
    }
    void selectionStaysThroughLiveUpdates()
    {
        WindowFixture f;
        for (int i = 0; i < 30; ++i) {
            f.workspace.deliver(test::errorJson("Error" + std::to_string(i), "x", "f" + std::to_string(i)),
                                1h + i * 1min);
        }
        f.open();
        QVERIFY(f.awaitRows(30));
        f.issues().setCurrentRow(7);
        QTRY_COMPARE(f.currentTitle(), QStringLiteral("Error7: x"));
        const IssueId selected = f.window->navigator().issue();
        f.window->applyChanges(f.workspace.deliver(test::errorJson("Fresh", "x", "fresh")));
        f.window->applyChanges(f.workspace.deliver(test::errorJson("Error20", "x", "f20")));
        QVERIFY(f.awaitRows(31));
        QTRY_COMPARE(f.issues().model()->index(0, 0).data().toString(), QStringLiteral("Error20: x"));
        QCOMPARE(f.currentTitle(), QStringLiteral("Error7: x"));
        QCOMPARE(f.issues().currentIndex().row(), 9);
        QCOMPARE(f.window->navigator().issue(), selected);
        QCOMPARE(f.window->issuePane().selectedIssues(), std::vector<IssueId>{selected});
    }
    void scrolledListKeepsItsPlace()
    {
        WindowFixture f;
        for (int i = 0; i < 60; ++i) {
            f.workspace.deliver(test::errorJson("Error" + std::to_string(i), "x", "f" + std::to_string(i)),
                                1h + i * 1min);
        }
        f.open();
        QVERIFY(f.awaitRows(60));
        f.issues().verticalScrollBar()->setValue(20 * 44 + 10);
        const auto firstRow = [&] {
            return f.window->issues().idAt(f.issues().rowAt(0));
        };
        const IssueId first = firstRow();
        f.window->applyChanges(f.workspace.deliver(test::errorJson("Fresh", "x", "fresh")));
        QVERIFY(f.awaitRows(61));
        QCOMPARE(firstRow(), first);
        QCOMPARE(f.issues().verticalScrollBar()->value(), 21 * 44 + 10);
    }
    void jAndKWalkThroughIssues()
    {
        WindowFixture f;
        f.workspace.deliver(test::errorJson("OneError", "a", "one"), 2h);
        f.workspace.deliver(test::errorJson("TwoError", "b", "two"), 1h);
        f.open();
        QVERIFY(f.awaitRows(2));
        QTRY_COMPARE(f.currentTitle(), QStringLiteral("TwoError: b"));
        QVERIFY(QTest::qWaitForWindowActive(f.window.get(), picket::test::patience));
        f.issues().setFocus();
        QTest::keyClick(&f.issues(), Qt::Key_J);
        QTRY_COMPARE(f.currentTitle(), QStringLiteral("OneError: a"));
        QTest::keyClick(&f.issues(), Qt::Key_K);
        QTRY_COMPARE(f.currentTitle(), QStringLiteral("TwoError: b"));
    }
    void stepsThroughTheEventsOfAnIssue()
    {
        WindowFixture f;
        for (int i = 0; i < 3; ++i) {
            f.workspace.deliver(test::errorJson("OneError", "a", "one"), (3 - i) * 1h);
        }
        f.open();
        QVERIFY(f.awaitRows(1));
        auto *event = f.dock<EventDock>("event");
        QTRY_COMPARE(event->positionText(), QStringLiteral("3 of 3"));
        f.window->actions().get(QStringLiteral("event.older"))->trigger();
        QTRY_COMPARE(event->positionText(), QStringLiteral("2 of 3"));
        f.window->actions().get(QStringLiteral("event.oldest"))->trigger();
        QTRY_COMPARE(event->positionText(), QStringLiteral("1 of 3"));
        QVERIFY(!f.window->actions().get(QStringLiteral("event.older"))->isEnabled());
    }
    void viewerSeesWhatOthersWrite()
    {
        WindowFixture f;
        f.workspace.deliver(test::errorJson("OneError", "a", "one"), 2h);
        f.open();
        QVERIFY(f.awaitRows(1));
        f.workspace.deliver(test::errorJson("TwoError", "b", "two"), 1h);
        QVERIFY(f.awaitRows(2));
        QVERIFY(!f.window->actions().get(QStringLiteral("issue.resolve"))->isEnabled());
    }
    void everythingIsPlainTextAndNamed()
    {
        WindowFixture f;
        const std::string hostile = "<img src=file:///etc/passwd><table><b>";
        f.workspace.deliver(test::errorJson(hostile, hostile, hostile));
        f.open();
        QVERIFY(f.awaitRows(1));
        QTRY_VERIFY(f.window->currentEvent().detail());
        QTRY_VERIFY(f.dock<EventDock>("event")->title().contains(QStringLiteral("<img")));
        QCOMPARE(richTextHolders(*f.window).join(u'\n'), QString());
        QTRY_COMPARE(namelessFocusable(*f.window).join(u'\n'), QString());
    }
    void walkerFindsWhatItLooksFor()
    {
        QWidget root;
        auto *label = new QLabel(QStringLiteral("<b>x</b>"), &root);
        auto *button = new QPushButton(&root);
        QCOMPARE(richTextHolders(root).size(), 1);
        QCOMPARE(namelessFocusable(root).size(), 1);
        label->setTextFormat(Qt::PlainText);
        button->setAccessibleName(QStringLiteral("Press"));
        QCOMPARE(richTextHolders(root).size() + namelessFocusable(root).size(), 0);
    }
    void layoutComesBackAfterARestart()
    {
        WindowFixture f;
        f.workspace.deliver(test::errorJson("OneError", "a", "one"), 1h);
        f.workspace.deliver(test::errorJson("TwoError", "b", "two"));
        f.open();
        QVERIFY(f.awaitRows(2));
        QTRY_COMPARE(f.currentTitle(), QStringLiteral("TwoError: b"));
        f.issues().setCurrentRow(1);
        QTRY_COMPARE(f.currentTitle(), QStringLiteral("OneError: a"));
        QVERIFY(f.dock<Dock>("wirelog")->isVisible());
        f.dock<Dock>("wirelog")->close();
        f.window->scope().setQuickFilter(QuickFilter::All);
        f.window->actions().get(QStringLiteral("view.themeLight"))->trigger();
        f.window->resizeDocks({f.dock<Dock>("stack")}, {333}, Qt::Horizontal);
        QCoreApplication::processEvents();
        const int width = f.dock<Dock>("stack")->width();
        f.window->close();
        f.open();
        QTRY_VERIFY(!f.dock<Dock>("wirelog")->isVisible());
        QTRY_COMPARE(f.dock<Dock>("stack")->width(), width);
        QCOMPARE(f.window->scope().quickFilter(), QuickFilter::All);
        QCOMPARE(f.window->theme().choice(), Theme::Choice::Light);
        QTRY_COMPARE(f.currentTitle(), QStringLiteral("OneError: a"));
        f.window->actions().get(QStringLiteral("view.resetLayout"))->trigger();
        QTRY_VERIFY(f.dock<Dock>("wirelog")->isVisible());
    }
    void everyCommandHasATextAndShortcutsAreNotUsedTwice()
    {
        WindowFixture f;
        f.open();
        QMap<QString, QString> owners;
        for (const QAction *action : f.window->actions().all()) {
            QVERIFY2(!action->text().isEmpty() || !action->isVisible(), qPrintable(action->objectName()));
            for (const QKeySequence &key : action->shortcuts()) {
                const QString name = key.toString();
                QVERIFY2(!owners.contains(name),
                         qPrintable(name + u' ' + owners.value(name) + u' ' + action->objectName()));
                owners.insert(name, action->objectName());
            }
        }
        QVERIFY(owners.size() > 15);
    }
    void testEventTravelsThroughARealListener()
    {
        QTemporaryDir folder;
        const auto paths = store::workspacePaths(folder.path().toStdString());
        auto writer = store::Writer::open(paths, {store::Durability::Normal, 0, 1000});
        QVERIFY(writer.has_value());
        ingest::IngestOptions options;
        options.listen.endpoint = http::Endpoint{"127.0.0.1", 0};
        options.listen.spoolFolder = folder.path().toStdString();
        ingest::IngestService service(std::move(*writer), std::move(options));
        const auto listening = service.start();
        QVERIFY(listening.has_value());
        query::QueryService query(paths);
        MainWindow window({query,
                           &service,
                           *listening,
                           QStringLiteral("default"),
                           {},
                           folder.filePath(QStringLiteral("settings.ini"))});
        connect(&service, &ingest::IngestService::changesAvailable, &window,
                [&] { window.applyChanges(service.takeChanges()); });
        window.show();
        QTRY_VERIFY(window.showsFirstRun());
        window.actions().get(QStringLiteral("listener.sendTestEvent"))->trigger();
        QTRY_COMPARE(window.statusBar()->currentMessage(), QStringLiteral("Test event stored"));
        QTRY_VERIFY(!window.showsFirstRun());
        QTRY_COMPARE(window.issues().rowCount(), 1);
        QTRY_VERIFY(window.issues().index(0, 0).data().toString().startsWith(QStringLiteral("AttributeError")));
        // Resolving goes back through the pipeline, and the issue leaves the list.
        QTRY_VERIFY(window.navigator().issue().isValid());
        window.actions().get(QStringLiteral("issue.resolve"))->trigger();
        QTRY_COMPARE(window.issues().rowCount(), 0);
    }
    // The list of a window on another process's workspace, while keys (or the pointer) hold its order.
    void aViewersListTellsWhatWaits()
    {
        WindowFixture f;
        f.workspace.deliver(test::errorJson("OneError", "a", "one"));
        f.open();
        QVERIFY(f.awaitRows(1));
        QVERIFY(QTest::qWaitForWindowActive(f.window.get(), picket::test::patience));
        const auto hold = [&] {
            QTest::keyClick(&f.issues(), Qt::Key_Shift);
        };
        const auto *updated = f.issues().findChild<QToolButton *>(QStringLiteral("updated"));
        hold();
        for (int i = 0; i < 50; ++i) {
            f.workspace.deliver(test::errorJson("E" + std::to_string(i), "v", "f" + std::to_string(i)));
        }
        QTRY_COMPARE((hold(), updated->isVisible() ? updated->text() : QString()), QStringLiteral("50 updated"));
        QCOMPARE(f.issues().model()->rowCount(), 1);
        QTest::mouseClick(f.issues().findChild<QToolButton *>(QStringLiteral("updated")), Qt::LeftButton);
        QVERIFY(f.awaitRows(51));
        QVERIFY(!updated->isVisible());
    }
};

PICKET_TEST(TestMainWindow)
#include "tst_mainwindow.moc"
