// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/ui/livewindow.h"
#include "tests/ui/workspacefixture.h"
#include "ui/layoutmanager.h"
#include "ui/models/issuemodel.h"
#include "ui/translation.h"
#include "ui/widgets/issuepane.h"
#include "ui/widgets/tableview.h"

#include <QApplication>
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
    [[nodiscard]] QToolButton *updated() const { return pane().view().findChild<QToolButton *>(u"updated"_s); }
    int send(const std::string &type) const { return live.send(test::errorJson(type, "x", "f" + type)).status; }
    bool awaitIssues(int count) const
    {
        return QTest::qWaitFor([&] { return window().issues().rowCount() == count && !window().showsFirstRun(); },
                               10000);
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
    void newsOfUpdatesMovesNothing()
    {
        Fixture f;
        QCOMPARE(f.send("One"), 200);
        QCOMPARE(f.send("Two"), 200);
        QVERIFY(f.awaitIssues(2));
        QVERIFY(QTest::qWaitForWindowActive(&f.window()));
        f.pane().setFocus();
        QWidget *focus = QApplication::focusWidget();
        QTest::keyClick(&f.pane().view(), Qt::Key_Down); // holds the order
        const QRect tabs = f.tabs()->geometry();
        const QRect list = f.pane().view().geometry();
        const QRect rows = f.pane().view().viewport()->geometry();
        QVERIFY(!f.updated()->isVisible());
        QCOMPARE(f.send("One"), 200);
        QTRY_VERIFY(f.updated()->isVisible());
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
