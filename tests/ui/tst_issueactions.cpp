// SPDX-License-Identifier: GPL-3.0-or-later
// What people do with issues, from the key to the store and back to the screen.
#include "tests/support/smallfiles.h"
#include "tests/support/testmain.h"
#include "tests/ui/livewindow.h"
#include "tests/ui/workspacefixture.h"
#include "ui/issues/issuemodel.h"
#include "ui/issues/issuepane.h"
#include "ui/state/actions.h"
#include "ui/state/currentevent.h"
#include "ui/state/issuescope.h"
#include "ui/state/navigator.h"
#include "ui/state/overview.h"
#include "ui/widgets/tableview.h"
#include "ui/window/layoutmanager.h"
#include "ui/wire/blockedorigins.h"
#include "ui/wire/deliverycountmodel.h"
#include "ui/wire/wirelogdock.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTabBar>
#include <QTest>

#include <algorithm>

using namespace picket;
using namespace picket::ui;
using namespace Qt::Literals::StringLiterals;

namespace {

std::string error(const std::string &type)
{
    return test::errorJson(type, "x", "f" + type);
}

struct Fixture {
    test::LiveWindow live;

    [[nodiscard]] MainWindow &window() const { return live.window(); }
    [[nodiscard]] QStringList titles() const
    {
        QStringList list;
        for (int row = 0; row < window().issues().rowCount(); ++row) {
            list.push_back(window().issues().index(row, 0).data().toString());
        }
        list.sort();
        return list;
    }
    [[nodiscard]] QString titleAt(int row) const { return window().issues().index(row, 0).data().toString(); }
    // Of the issue whose details are shown and whose row is the only one selected; empty: it is not so.
    [[nodiscard]] QString selectedTitle() const
    {
        const std::vector<IssueId> selected = window().issuePane().selectedIssues();
        const IssueId shown = window().navigator().issue();
        return selected == std::vector{shown} ? titleAt(window().issues().rowOf(shown)) : QString();
    }
    void trigger(const QString &id) const
    {
        QAction *action = window().actions().get(id);
        QVERIFY2(action->isEnabled(), qPrintable(id));
        action->trigger();
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QVERIFY(QTest::qWaitForWindowActive(&window(), picket::test::patience));
        window().issuePane().view().setFocus();
        QTest::keyClick(&window().issuePane().view(), key, modifiers);
    }
    void select(const QString &title) const
    {
        QTRY_VERIFY2(titles().contains(title), qPrintable(title)); // its row may still be a placeholder
        QTRY_VERIFY(!window().showsFirstRun());
        const IssueModel &model = window().issues();
        for (int row = 0; row < model.rowCount(); ++row) {
            if (model.index(row, 0).data().toString() == title) {
                window().issuePane().view().setCurrentRow(row);
            }
        }
    }
};

} // namespace

class TestIssueActions final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void deletedIssueLeavesAndComesBack()
    {
        Fixture f;
        QCOMPARE(f.live.send(error("One")).status, 200);
        QCOMPARE(f.live.send(error("Two")).status, 200);
        QTRY_COMPARE(f.titles(), (QStringList{u"One: x"_s, u"Two: x"_s}));
        QVERIFY(!f.window().actions().get(u"issue.undoDelete"_s)->isEnabled());
        f.select(u"One: x"_s);
        f.press(Qt::Key_Delete);
        QTRY_COMPARE(f.titles(), (QStringList{u"Two: x"_s}));
        QTRY_COMPARE(f.window().issuePane().selectedIssues(), std::vector<IssueId>{f.window().issues().idAt(0)});
        QCOMPARE(f.window().navigator().issue(), f.window().issues().idAt(0));
        f.press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(f.titles(), (QStringList{u"One: x"_s, u"Two: x"_s}));
        QVERIFY(!f.window().actions().get(u"issue.undoDelete"_s)->isEnabled());
    }
    void aFailedEditIsToldAndTakenBack()
    {
        Fixture f;
        QCOMPARE(f.live.send(error("One")).status, 200);
        QTRY_COMPARE(f.titles().size(), 1);
        f.select(u"One: x"_s);
        const auto says = [&](const QString &text) {
            const auto labels = f.window().findChildren<QLabel *>();
            return std::any_of(labels.begin(), labels.end(),
                               [&](const QLabel *label) { return label->isVisible() && label->text().contains(text); });
        };
        {
            const test::SmallFiles nothingFits;
            f.press(Qt::Key_Delete);
            QTRY_VERIFY(says(u"not deleted"_s));
            QVERIFY(!f.window().actions().get(u"issue.undoDelete"_s)->isEnabled());
            QVERIFY(!says(u"deleted"_s) || !says(u"1 issue(s) deleted"_s));
            f.press(Qt::Key_R);
            QTRY_VERIFY(says(u"was not changed"_s));
            QVERIFY(!says(u"not deleted"_s));
            f.trigger(u"issue.mark"_s);
            QTRY_VERIFY(says(u"The mark was not set"_s));
        }
        QCOMPARE(f.titles(), QStringList{u"One: x"_s});
        f.press(Qt::Key_Delete);
        QTRY_VERIFY(f.titles().isEmpty());
        QVERIFY(!says(u"was not set"_s));
    }
    void countersAreShownWithoutAnotherRequest()
    {
        Fixture f;
        auto *log = static_cast<WireLogDock *>(f.window().layoutManager().find(u"wirelog"_s));
        f.window().layoutManager().bringUp(log);
        const auto tabs = log->findChildren<QTabBar *>();
        const auto outcomes =
            std::find_if(tabs.begin(), tabs.end(), [](const QTabBar *bar) { return bar->count() == 5; });
        QVERIFY(outcomes != tabs.end());
        (*outcomes)->setCurrentIndex(4);
        const auto counted = [&] {
            const auto *model = log->findChild<DeliveryCountModel *>();
            qlonglong sum = 0;
            for (int row = 0; row < model->rowCount(); ++row) {
                sum += model->index(row, int(DeliveryCountModel::Column::Count)).data().toLongLong();
            }
            return sum;
        };
        for (int i = 0; i < 20; ++i) {
            QCOMPARE(f.live.send(error("One")).status, 200);
        }
        QTRY_COMPARE(counted(), 40); // a request and an event each
    }
    void aReplacedDatabaseIsShownAnew()
    {
        Fixture f;
        QCOMPARE(f.live.send(error("One")).status, 200);
        QTRY_COMPARE(f.titles(), QStringList{u"One: x"_s});
        f.select(u"One: x"_s);
        f.live.removeDatabase();
        QCOMPARE(f.live.send(error("Two")).status, 200);
        QTRY_COMPARE(f.titles(), QStringList{u"Two: x"_s});
        QVERIFY(!f.window().navigator().issue().isValid()); // the old one's number names another in the new database
        f.select(u"Two: x"_s);
        QTRY_VERIFY(f.window().currentEvent().detail() && f.selectedTitle() == u"Two: x"_s);
    }
    void theNextRowFollowsOneThatLeaves()
    {
        Fixture f;
        for (const char *name : {"One", "Two", "Three", "Four"}) {
            QCOMPARE(f.live.send(error(name)).status, 200);
        }
        QTRY_COMPARE(f.titles(), (QStringList{u"Four: x"_s, u"One: x"_s, u"Three: x"_s, u"Two: x"_s}));
        f.select(f.titleAt(1));
        const QString below = f.titleAt(2);
        const QString last = f.titleAt(3);
        f.press(Qt::Key_R);
        QTRY_COMPARE(f.titles().size(), 3);
        QTRY_COMPARE(f.selectedTitle(), below);
        f.select(last);
        const QString above = f.titleAt(1);
        f.press(Qt::Key_Delete);
        QTRY_COMPARE(f.titles().size(), 2);
        QTRY_COMPARE(f.selectedTitle(), above);
        f.window().issuePane().view().selectAll();
        f.press(Qt::Key_M);
        QTRY_COMPARE(f.titles().size(), 0);
        QTRY_VERIFY(!f.window().navigator().issue().isValid());
        QTRY_VERIFY(!f.window().currentEvent().detail());
    }
    void keysActOnWhatIsListed()
    {
        Fixture f;
        QCOMPARE(f.live.send(error("One")).status, 200);
        QTRY_COMPARE(f.titles().size(), 1);
        f.select(u"One: x"_s);
        const IssueId one = f.window().navigator().issue();
        f.window().scope().setQuickFilter(QuickFilter::Regressed);
        QTRY_COMPARE(f.titles().size(), 0);
        QTRY_VERIFY(!f.window().navigator().issue().isValid());
        f.trigger(u"issue.resolve"_s);
        f.window().scope().setQuickFilter(QuickFilter::Unresolved);
        QTRY_COMPARE(f.titles().size(), 1);
        QTRY_COMPARE(f.window().navigator().issue(), one);
        // Under the page that tells how to connect nobody sees what is selected.
        f.trigger(u"listener.connect"_s);
        QVERIFY(f.window().showsFirstRun());
        f.trigger(u"issue.resolve"_s);
        f.trigger(u"view.issues"_s);
        QCOMPARE(f.live.send(error("Two")).status, 200);
        QTRY_COMPARE(f.titles().size(), 2);
    }
    void theFirstClickOnAColumnShowsTheMostAndTheNewest()
    {
        Fixture f;
        QCOMPARE(f.live.send(error("One")).status, 200);
        QTRY_COMPARE(f.titles().size(), 1);
        QHeaderView *header = f.window().issuePane().view().horizontalHeader();
        const auto click = [&](IssueModel::Column column) {
            const QPoint place(header->sectionViewportPosition(int(column)) + 8, header->height() / 2);
            QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, place);
        };
        QTRY_VERIFY(!f.window().showsFirstRun());
        click(IssueModel::Column::Events);
        QCOMPARE(f.window().issues().sortColumn(), IssueModel::Column::Events);
        QCOMPARE(f.window().issues().sortOrder(), Qt::DescendingOrder);
        click(IssueModel::Column::Events);
        QCOMPARE(f.window().issues().sortOrder(), Qt::AscendingOrder);
        click(IssueModel::Column::Issue);
        QCOMPARE(f.window().issues().sortOrder(), Qt::AscendingOrder);
    }
    void homeAndEndGoToTheFirstAndTheLastRow()
    {
        Fixture f;
        for (const char *name : {"One", "Two", "Three"}) {
            QCOMPARE(f.live.send(error(name)).status, 200);
        }
        QTRY_COMPARE(f.titles(), (QStringList{u"One: x"_s, u"Three: x"_s, u"Two: x"_s}));
        f.select(f.titleAt(1));
        f.press(Qt::Key_End);
        QCOMPARE(f.selectedTitle(), f.titleAt(2));
        f.press(Qt::Key_Home);
        QCOMPARE(f.selectedTitle(), f.titleAt(0));
    }
    void deletedIssueThatHappensAgainIsANewOne()
    {
        Fixture f;
        QCOMPARE(f.live.send(error("One")).status, 200);
        QTRY_COMPARE(f.titles().size(), 1);
        const IssueId first = f.window().issues().idAt(0);
        f.select(u"One: x"_s);
        f.trigger(u"issue.delete"_s);
        QTRY_COMPARE(f.titles().size(), 0);
        QCOMPARE(f.live.send(error("One")).status, 200);
        QTRY_COMPARE(f.titles().size(), 1);
        QVERIFY(f.window().issues().idAt(0) != first);
    }
    void resolvedIssueThatHappensAgainIsRegressed()
    {
        Fixture f;
        QCOMPARE(f.live.send(error("One")).status, 200);
        QTRY_COMPARE(f.titles().size(), 1);
        f.select(u"One: x"_s);
        f.press(Qt::Key_R);
        QTRY_COMPARE(f.titles().size(), 0);
        f.window().scope().setQuickFilter(QuickFilter::Resolved);
        QTRY_COMPARE(f.titles().size(), 1);
        QCOMPARE(f.live.send(error("One")).status, 200);
        QTRY_COMPARE(f.titles().size(), 0);
        f.window().scope().setQuickFilter(QuickFilter::Regressed);
        QTRY_COMPARE(f.titles().size(), 1);
    }
    void mutedIssueStaysMutedUntilReopened()
    {
        Fixture f;
        QCOMPARE(f.live.send(error("One")).status, 200);
        QTRY_COMPARE(f.titles().size(), 1);
        f.select(u"One: x"_s);
        f.press(Qt::Key_M);
        QTRY_COMPARE(f.titles().size(), 0);
        QCOMPARE(f.live.send(error("One")).status, 200);
        f.window().scope().setQuickFilter(QuickFilter::Muted);
        QTRY_COMPARE(f.titles().size(), 1);
        f.select(u"One: x"_s);
        f.press(Qt::Key_R, Qt::ShiftModifier);
        QTRY_COMPARE(f.titles().size(), 0);
        f.window().scope().setQuickFilter(QuickFilter::Unresolved);
        QTRY_COMPARE(f.titles().size(), 1);
    }
    void newSinceMarkShowsWhatCameAfterwards()
    {
        Fixture f;
        QCOMPARE(f.live.send(error("Old")).status, 200);
        QTRY_COMPARE(f.titles().size(), 1);
        f.window().scope().setQuickFilter(QuickFilter::New);
        QTRY_COMPARE(f.titles().size(), 1); // nothing was marked: all is new
        f.press(Qt::Key_M, Qt::ControlModifier);
        QTRY_COMPARE(f.titles().size(), 0);
        QCOMPARE(f.live.send(error("Fresh")).status, 200);
        QCOMPARE(f.live.send(error("Old")).status, 200);
        QTRY_COMPARE(f.titles(), (QStringList{u"Fresh: x"_s}));
        f.live.restart();
        QTRY_COMPARE(f.titles(), (QStringList{u"Fresh: x"_s}));
    }
    void periodHidesWhatIsOlder()
    {
        Fixture f;
        std::string old = error("Old");
        old.insert(1, "\"timestamp\":" + std::to_string(std::time(nullptr) - 7200) + ",");
        QCOMPARE(f.live.send(old).status, 200);
        QCOMPARE(f.live.send(error("Fresh")).status, 200);
        QTRY_COMPARE(f.titles().size(), 2);
        auto *period = f.window().findChild<QComboBox *>(u"period"_s);
        QVERIFY(period);
        period->setCurrentIndex(period->findText(u"1 hour"_s));
        Q_EMIT period->activated(period->currentIndex());
        QTRY_COMPARE(f.titles(), (QStringList{u"Fresh: x"_s}));
        QCOMPARE(f.live.send(old).status, 200);
        f.window().scope().setPeriod(Period::All);
        QTRY_COMPARE(f.titles().size(), 2);
        QCOMPARE(period->currentText(), u"All time"_s);
    }
    void blockedOriginIsAllowedByOneClickAndStaysAllowed()
    {
        Fixture f;
        const test::Headers foreign{{"Host", "localhost"}, {"Origin", "https://myapp.test"}};
        QCOMPARE(f.live.send(error("Page"), foreign).status, 403);
        QCOMPARE(f.live.send(error("Page"), foreign).status, 403);
        const auto *log = static_cast<WireLogDock *>(f.window().layoutManager().find(u"wirelog"_s));
        QTRY_VERIFY(log->blocked().isVisibleTo(log));
        QTRY_COMPARE(log->blocked().findChild<QLabel *>()->text(), u"Blocked 2 request(s) from https://myapp.test"_s);
        log->blocked().findChild<QPushButton *>()->click();
        QTRY_VERIFY(!log->blocked().isVisibleTo(log));
        QTRY_COMPARE(f.live.send(error("Page"), foreign).status, 200);
        QTRY_COMPARE(f.titles(), (QStringList{u"Page: x"_s}));
        f.live.restart();
        QCOMPARE(f.live.send(error("Page"), foreign).status, 200);
    }
};

PICKET_TEST(TestIssueActions)
#include "tst_issueactions.moc"
