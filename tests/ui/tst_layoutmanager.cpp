// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/ui/livewindow.h"
#include "ui/state/actions.h"
#include "ui/theme/translation.h"
#include "ui/widgets/dock.h"
#include "ui/window/layoutmanager.h"

#include <QApplication>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolBar>
#include <QTranslator>

using namespace picket;
using namespace picket::ui;
using namespace Qt::Literals::StringLiterals;

namespace {

struct Fixture {
    test::LiveWindow live;

    [[nodiscard]] MainWindow &window() const { return live.window(); }
    [[nodiscard]] LayoutManager &layout() const { return window().layoutManager(); }
    [[nodiscard]] Dock *dock(const QString &id) const { return layout().find(id); }
    [[nodiscard]] QAction *action(const QString &id) const { return window().actions().get(id); }
    [[nodiscard]] QToolBar *bar(const QString &name) const { return window().findChild<QToolBar *>(name); }
    [[nodiscard]] bool isTicked(const QString &id) const { return action(u"view.open."_s + id)->isChecked(); }
    [[nodiscard]] bool hasFocus(const Dock *dock) const
    {
        return QApplication::focusWidget() && dock->isAncestorOf(QApplication::focusWidget());
    }
    // Docks behind another tab stand outside of the window.
    [[nodiscard]] bool isInFront(const Dock *dock) const
    {
        return dock->isVisible() && window().rect().intersects(dock->geometry());
    }
    bool activate() const
    {
        window().activateWindow();
        return QTest::qWaitForWindowActive(&window(), picket::test::patience);
    }
};

// Menus whose titles, or entries inside one menu, share a letter.
QStringList sharedMnemonics(const QString &place, const QList<QAction *> &actions)
{
    QStringList found;
    QMap<QString, QString> owners;
    for (const QAction *action : actions) {
        const QString key = QKeySequence::mnemonic(action->text()).toString();
        if (!key.isEmpty() && owners.contains(key)) {
            found.push_back(u"%1: “%2” and “%3”"_s.arg(place, owners.value(key), action->text()));
        }
        owners.insert(key, action->text());
        if (action->menu()) {
            found += sharedMnemonics(action->text(), action->menu()->actions());
        }
    }
    return found;
}

} // namespace

class TestLayoutManager final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { qDeleteAll(QCoreApplication::instance()->findChildren<QTranslator *>()); }

    void aDockThatIsAllContentIsInViewToo()
    {
        QMainWindow window;
        auto *first = new Dock(u"first"_s, u"First"_s, &window);
        auto *second = new Dock(u"second"_s, u"Second"_s, &window);
        for (Dock *dock : {first, second}) {
            dock->setTitleShown(false);
            auto *content = new QWidget(dock);
            content->setAutoFillBackground(true); // nothing of the dock itself can be seen
            dock->setWidget(content);
            window.addDockWidget(Qt::RightDockWidgetArea, dock);
        }
        window.tabifyDockWidget(first, second);
        QSignalSpy came(first, &Dock::cameIntoView);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window, picket::test::patience));
        for (Dock *raised : {first, second, first}) {
            raised->raise();
            QTRY_COMPARE(first->isInView(), raised == first);
            QTRY_COMPARE(second->isInView(), raised == second);
            QCoreApplication::processEvents(); // it is told when the layout is done
        }
        QTRY_COMPARE(came.size(), 2);
    }
    void altAndNumberGoesToTheDockAndNeverHidesIt()
    {
        Fixture f;
        QVERIFY(f.activate());
        for (std::size_t i = 0; i < 9; ++i) {
            Dock *dock = f.layout().docks()[i];
            for (int times = 0; times < 2; ++times) {
                QTest::keyClick(&f.window(), Qt::Key(Qt::Key_1 + i), Qt::AltModifier);
                QTRY_VERIFY2(f.isInFront(dock), qPrintable(dock->id()));
                QTRY_VERIFY2(f.hasFocus(dock), qPrintable(dock->id()));
                QVERIFY2(f.isTicked(dock->id()), qPrintable(dock->id()));
            }
        }
    }
    void altAndNumberBringsAClosedDockBack()
    {
        Fixture f;
        QVERIFY(f.activate());
        f.dock(u"stack"_s)->close();
        QVERIFY(!f.isTicked(u"stack"_s));
        QTest::keyClick(&f.window(), Qt::Key_2, Qt::AltModifier);
        QTRY_VERIFY(f.hasFocus(f.dock(u"stack"_s)));
        QVERIFY(f.isInFront(f.dock(u"stack"_s)));
    }
    void nextPaneLeavesNoDockOut()
    {
        Fixture f;
        QVERIFY(f.activate());
        f.window().centralWidget()->setFocus();
        for (const Dock *dock : f.layout().docks()) {
            if (f.isInFront(dock)) {
                QTest::keyClick(&f.window(), Qt::Key_F6);
                QTRY_VERIFY2(f.hasFocus(dock), qPrintable(dock->id()));
            }
        }
    }
    void ticksTellWhichDocksAreOpen()
    {
        Fixture f;
        for (const Dock *dock : f.layout().docks()) {
            QVERIFY2(f.isTicked(dock->id()), qPrintable(dock->id()));
        }
        f.layout().bringUp(f.dock(u"raw"_s)); // the others of its place are open behind it
        QTRY_VERIFY(f.isInFront(f.dock(u"raw"_s)));
        QVERIFY(!f.isInFront(f.dock(u"source"_s)));
        QVERIFY(f.isTicked(u"source"_s));
        f.layout().apply(LayoutManager::Perspective::Debug);
        QVERIFY(!f.isTicked(u"wirelog"_s));
        f.action(u"view.open.wirelog"_s)->trigger();
        QTRY_VERIFY(f.isInFront(f.dock(u"wirelog"_s)));
        f.action(u"view.open.wirelog"_s)->trigger();
        QTRY_VERIFY(!f.dock(u"wirelog"_s)->isVisible());
        f.live.restart();
        QVERIFY(!f.isTicked(u"wirelog"_s));
        QVERIFY(f.isTicked(u"source"_s));
    }
    void rightClickOffersDocksOnly()
    {
        Fixture f;
        const std::unique_ptr<QMenu> popup(f.window().createPopupMenu());
        QCOMPARE(popup->actions().size(), qsizetype(f.layout().docks().size()));
        for (const QToolBar *bar : f.window().findChildren<QToolBar *>()) {
            QVERIFY2(!popup->actions().contains(bar->toggleViewAction()), qPrintable(bar->objectName()));
        }
    }
    void headerComesBackWithARestart()
    {
        Fixture f;
        f.bar(u"header"_s)->hide();
        f.live.restart();
        QVERIFY(f.bar(u"header"_s)->isVisible());
    }
    void resetShowsTheToolBars()
    {
        Fixture f;
        f.bar(u"header"_s)->hide();
        f.action(u"view.timeline"_s)->trigger();
        QVERIFY(!f.bar(u"timeline.bar"_s)->isVisible());
        f.action(u"view.resetLayout"_s)->trigger();
        QVERIFY(f.bar(u"header"_s)->isVisible());
        QVERIFY(f.bar(u"timeline.bar"_s)->isVisible());
        QVERIFY(f.action(u"view.timeline"_s)->isChecked());
    }
    void perspectiveInUseIsMarked()
    {
        Fixture f;
        QVERIFY(f.action(u"view.triage"_s)->isChecked());
        f.action(u"view.debug"_s)->trigger();
        QVERIFY(f.action(u"view.debug"_s)->isChecked());
        QVERIFY(!f.action(u"view.triage"_s)->isChecked());
        f.live.restart();
        QVERIFY(f.action(u"view.debug"_s)->isChecked());
        QCOMPARE(f.layout().perspective(), LayoutManager::Perspective::Debug);
        f.action(u"view.resetLayout"_s)->trigger();
        QVERIFY(f.action(u"view.triage"_s)->isChecked());
    }
    void menusHaveLettersOfTheirOwn_data()
    {
        QTest::addColumn<QLocale>("language");
        QTest::newRow("English") << QLocale(QLocale::English);
        QTest::newRow("German") << QLocale(QLocale::German, QLocale::Germany);
    }
    void menusHaveLettersOfTheirOwn()
    {
        QFETCH(QLocale, language);
        installTranslations(language);
        Fixture f;
        const QList<QAction *> menus = f.window().menuBar()->actions();
        QVERIFY(menus.size() > 6);
        for (const QAction *menu : menus) {
            QVERIFY2(!QKeySequence::mnemonic(menu->text()).isEmpty(), qPrintable(menu->text()));
        }
        QCOMPARE(sharedMnemonics(u"Menu bar"_s, menus).join(u'\n'), QString());
    }
    void docksBesideTheListStayUsableInASmallWindow()
    {
        Fixture f;
        f.window().resize(1, 1); // as small as it gets
        QCoreApplication::processEvents();
        QVERIFY(f.window().width() <= 1024);
        f.window().resize(1280, 800);
        QCoreApplication::processEvents();
        for (const QString &id : {u"stack"_s, u"variables"_s, u"source"_s}) {
            QVERIFY2(f.dock(id)->width() >= 160, qPrintable(u"%1 %2"_s.arg(id).arg(f.dock(id)->width())));
        }
    }
};

PICKET_TEST(TestLayoutManager)
#include "tst_layoutmanager.moc"
