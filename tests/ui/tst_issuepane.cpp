// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/ui/livewindow.h"
#include "tests/ui/workspacefixture.h"
#include "ui/issues/issuemodel.h"
#include "ui/issues/issuepane.h"
#include "ui/theme/translation.h"
#include "ui/widgets/tableview.h"
#include "ui/window/layoutmanager.h"

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QTabBar>
#include <QTest>
#include <QToolButton>
#include <QTranslator>

using namespace picket;
using namespace picket::ui;
using namespace Qt::Literals::StringLiterals;

namespace {

struct Fixture {
    test::LiveWindow live;

    [[nodiscard]] MainWindow &window() const { return live.window(); }
    [[nodiscard]] IssuePane &pane() const { return window().issuePane(); }
    [[nodiscard]] QTabBar *tabs() const { return pane().findChild<QTabBar *>(); }
    [[nodiscard]] QLineEdit &filter() const { return *window().findChild<QLineEdit *>(u"filter"_s); }
    [[nodiscard]] QComboBox *projects() const { return window().findChild<QComboBox *>(u"projects"_s); }
    [[nodiscard]] QToolButton *updated() const { return pane().view().findChild<QToolButton *>(u"updated"_s); }
    int send(const std::string &type) const { return live.send(test::errorJson(type, "x", "f" + type)).status; }
    bool awaitIssues(int count) const
    {
        return picket::test::await([&] { return window().issues().rowCount() == count && !window().showsFirstRun(); });
    }
};

} // namespace

class TestIssuePane final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { qDeleteAll(QCoreApplication::instance()->findChildren<QTranslator *>()); }

    void quickFiltersFitWithTheirCounts_data()
    {
        QTest::addColumn<QLocale>("language");
        QTest::newRow("English") << QLocale(QLocale::English);
        QTest::newRow("German") << QLocale(QLocale::German, QLocale::Germany);
    }
    void quickFiltersFitWithTheirCounts()
    {
        QFETCH(QLocale, language);
        installTranslations(language);
        Fixture f;
        QCOMPARE(f.send("One"), 200);
        QVERIFY(f.awaitIssues(1));
        f.window().resize(1280, 720);
        QCoreApplication::processEvents();
        f.window().layoutManager().reset();
        QCoreApplication::processEvents();
        f.pane().setCounts({1234, 123, 12, 123}, true);
        const int wanted = f.tabs()->sizeHint().width();
        QVERIFY2(wanted <= f.tabs()->width(), qPrintable(u"%1 of %2"_s.arg(wanted).arg(f.tabs()->width())));
    }
    void quickFiltersCountWhatTheFilterLetsThrough()
    {
        Fixture f;
        QCOMPARE(f.send("One"), 200);
        QCOMPARE(f.send("Two"), 200);
        QVERIFY(f.awaitIssues(2));
        QTRY_COMPARE(f.tabs()->tabText(0), u"Unresolved 2"_s);
        f.filter().setText(u"two"_s);
        QTRY_COMPARE(f.tabs()->tabText(0), u"Unresolved 1"_s);
        f.filter().setText(u"three"_s);
        QTRY_COMPARE(f.tabs()->tabText(0), u"Unresolved"_s);
        f.filter().clear();
        QTRY_COMPARE(f.tabs()->tabText(0), u"Unresolved 2"_s);
    }
    void whatIsShownComesBackAfterARestart()
    {
        Fixture f;
        QCOMPARE(f.send("One"), 200);
        QCOMPARE(f.send("Two"), 200);
        QVERIFY(f.awaitIssues(2));
        f.projects()->setCurrentIndex(1);
        f.filter().setText(u"two"_s);
        QVERIFY(f.awaitIssues(1));
        f.live.restart();
        QCOMPARE(f.filter().text(), u"two"_s);
        QVERIFY(f.awaitIssues(1));
        QTRY_COMPARE(f.projects()->currentIndex(), 1);
    }
    void aProjectOfAnotherWorkspaceIsNotKept()
    {
        Fixture f;
        f.window().scope().setProject(ProjectId{4711});
        QCOMPARE(f.send("One"), 200);
        QVERIFY(f.awaitIssues(1));
        QVERIFY(!f.window().scope().project());
    }
    void newsOfUpdatesMovesNothing()
    {
        Fixture f;
        QCOMPARE(f.send("One"), 200);
        QCOMPARE(f.send("Two"), 200);
        QVERIFY(f.awaitIssues(2));
        QVERIFY(QTest::qWaitForWindowActive(&f.window(), picket::test::patience));
        f.pane().setFocus();
        QWidget *focus = QApplication::focusWidget();
        QTest::keyClick(&f.pane().view(), Qt::Key_Down); // holds the order
        const QRect tabs = f.tabs()->geometry();
        const QRect list = f.pane().view().geometry();
        const QRect rows = f.pane().view().viewport()->geometry();
        QVERIFY(!f.updated()->isVisible());
        QCOMPARE(f.send("One"), 200);
        QTRY_VERIFY((QTest::keyClick(&f.pane().view(), Qt::Key_Shift), f.updated()->isVisible())); // still held
        QVERIFY(rows.contains(f.updated()->geometry()));
        QVERIFY(f.updated()->geometry().bottom() > rows.bottom() - 20);
        QCoreApplication::processEvents();
        QCOMPARE(f.tabs()->geometry(), tabs);
        QCOMPARE(f.pane().view().geometry(), list);
        QCOMPARE(QApplication::focusWidget(), focus);
        f.window().resize(f.window().width() - 100, f.window().height() - 100);
        QTRY_VERIFY(f.pane().view().viewport()->geometry() != rows);
        QVERIFY(f.pane().view().viewport()->geometry().contains(f.updated()->geometry()));
        QTest::mouseClick(f.updated(), Qt::LeftButton);
        QTRY_VERIFY(!f.updated()->isVisible());
        QTRY_COMPARE(f.window().issues().index(0, 0).data().toString(), u"One: x"_s);
        QCOMPARE(QApplication::focusWidget(), focus);
    }
};

PICKET_TEST(TestIssuePane)
#include "tst_issuepane.moc"
