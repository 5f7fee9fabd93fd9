// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/ui/workspacefixture.h"
#include "ui/issues/issuemodel.h"
#include "ui/widgets/roles.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <future>

using namespace picket;
using namespace picket::ui;
using namespace std::chrono_literals;

namespace {

struct ModelFixture {
    test::WorkspaceFixture workspace;
    IssueModel model{workspace.query()};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};

    [[nodiscard]] QString text(int row, IssueModel::Column column = IssueModel::Column::Issue) const
    {
        return model.data(model.index(row, int(column))).toString();
    }
    [[nodiscard]] QStringList titles() const
    {
        QStringList all;
        for (int row = 0; row < model.rowCount(); ++row) {
            all.push_back(text(row));
        }
        return all;
    }
    bool awaitTitles(const QStringList &expected)
    {
        return picket::test::await([&] { return titles() == expected; });
    }
    void addThree()
    {
        workspace.deliver(test::errorJson("OneError", "a", "one"), 3h);
        workspace.deliver(test::errorJson("TwoError", "b", "two"), 2h);
        workspace.deliver(test::errorJson("ThreeError", "c", "three"), 1h);
    }
};

const QString one = QStringLiteral("OneError: a");
const QString two = QStringLiteral("TwoError: b");
const QString three = QStringLiteral("ThreeError: c");

} // namespace

class TestIssueModel final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void showsTheFirstRowsAtOnceAndPlaceholdersFarther()
    {
        ModelFixture f;
        constexpr int issues = 130;
        for (int i = 0; i < issues; ++i) {
            f.workspace.deliver(test::errorJson("E" + std::to_string(i), "v", "f" + std::to_string(i)), i * 1min);
        }
        f.model.setFilter({});
        QSignalSpy loaded(&f.model, &IssueModel::loaded);
        QVERIFY(loaded.wait(picket::test::patience));
        QCOMPARE(f.model.rowCount(), issues);
        QCOMPARE(f.text(0), QStringLiteral("E0: v"));
        const QModelIndex last = f.model.index(issues - 1, 0);
        QVERIFY(last.data(LoadingRole).toBool());
        QTRY_COMPARE(f.text(issues - 1), QStringLiteral("E129: v"));
        QVERIFY(!last.data(LoadingRole).toBool());
    }
    void whatChangesWhileRowsAreReadIsReadAgain()
    {
        ModelFixture f;
        f.addThree();
        f.model.setFilter({});
        // The lane has read the rows when it comes to this question; their answer waits for the event loop.
        std::promise<void> read;
        f.workspace.query().ask<int>(
            query::Lane::Lists, f.workspace.query().newChannel(), &f.model,
            [&](store::Reader &) -> Result<int> {
                read.set_value();
                return 0;
            },
            [](const Result<int> &) {});
        read.get_future().wait();
        f.model.applyChanges(f.workspace.deliver(test::errorJson("OneError", "a", "one"), 3h));
        QVERIFY(f.awaitTitles({three, two, one}));
        QTRY_COMPARE(f.text(2, IssueModel::Column::Events), QStringLiteral("2"));
    }
    void showsTheFactsOfAnIssue()
    {
        ModelFixture f;
        f.workspace.deliver(test::errorJson("OneError", "a", "one"), 2h);
        f.workspace.deliver(test::errorJson("OneError", "a", "one"), 2h);
        f.model.setFilter({});
        QVERIFY(f.awaitTitles({one}));
        QCOMPARE(f.text(0, IssueModel::Column::Events), QStringLiteral("2"));
        QCOMPARE(f.text(0, IssueModel::Column::LastSeen), QStringLiteral("2 h"));
        QCOMPARE(f.text(0, IssueModel::Column::Level), QStringLiteral("error"));
        QCOMPARE(f.text(0, IssueModel::Column::Release), QStringLiteral("shop@1.4.2"));
        const auto trend = f.model.data(f.model.index(0, 1), TrendRole).value<QList<int>>();
        QCOMPARE(std::accumulate(trend.begin(), trend.end(), 0), 2);
        const QString spoken = f.model.data(f.model.index(0, 0), Qt::AccessibleTextRole).toString();
        QVERIFY2(spoken.startsWith(QStringLiteral("Error, OneError: a in ")), qPrintable(spoken));
        QVERIFY2(spoken.endsWith(QStringLiteral("2 events, last seen 2 hours ago, unresolved")), qPrintable(spoken));
    }
    void changesARowInPlaceAndMovesIt()
    {
        ModelFixture f;
        f.addThree();
        f.model.setFilter({});
        QVERIFY(f.awaitTitles({three, two, one}));
        const QPersistentModelIndex watched = f.model.index(2, 0);
        QSignalSpy resets(&f.model, &QAbstractItemModel::modelReset);
        QSignalSpy moves(&f.model, &QAbstractItemModel::rowsMoved);
        f.model.applyChanges(f.workspace.deliver(test::errorJson("OneError", "a", "one")));
        QVERIFY(f.awaitTitles({one, three, two}));
        QCOMPARE(f.text(0, IssueModel::Column::Events), QStringLiteral("2"));
        QCOMPARE(watched.row(), 0);
        QCOMPARE(moves.size(), 1);
        QCOMPARE(resets.size(), 0);
    }
    void insertsANewIssueWithoutAReset()
    {
        ModelFixture f;
        f.addThree();
        f.model.setFilter({});
        QVERIFY(f.awaitTitles({three, two, one}));
        QSignalSpy resets(&f.model, &QAbstractItemModel::modelReset);
        QSignalSpy inserts(&f.model, &QAbstractItemModel::rowsInserted);
        f.model.applyChanges(f.workspace.deliver(test::errorJson("FourError", "d", "four")));
        QVERIFY(f.awaitTitles({QStringLiteral("FourError: d"), three, two, one}));
        QCOMPARE(inserts.size(), 1);
        QCOMPARE(resets.size(), 0);
    }
    void removesAnIssueThatLeavesTheFilter()
    {
        ModelFixture f;
        f.addThree();
        store::IssueFilter filter;
        filter.statuses = {model::IssueStatus::Unresolved};
        f.model.setFilter(filter);
        QVERIFY(f.awaitTitles({three, two, one}));
        QSignalSpy removals(&f.model, &QAbstractItemModel::rowsRemoved);
        f.model.applyChanges(f.workspace.setStatus({f.model.idAt(1)}, model::IssueStatus::Resolved));
        QVERIFY(f.awaitTitles({three, one}));
        QCOMPARE(removals.size(), 1);
    }
    void holdsTheOrderButNotTheNumbers()
    {
        ModelFixture f;
        f.addThree();
        f.model.setFilter({});
        QVERIFY(f.awaitTitles({three, two, one}));
        QSignalSpy held(&f.model, &IssueModel::updatesHeld);
        f.model.setOrderHeld(true);
        f.model.applyChanges(f.workspace.deliver(test::errorJson("OneError", "a", "one")));
        QTRY_COMPARE(f.text(2, IssueModel::Column::Events), QStringLiteral("2"));
        QCOMPARE(held.last().first().toInt(), 1);
        QCOMPARE(f.titles(), (QStringList{three, two, one}));
        f.model.setOrderHeld(false);
        QVERIFY(f.awaitTitles({one, three, two}));
        QCOMPARE(held.last().first().toInt(), 0);
    }
    void countsWhatAnotherProcessChangedWhileTheOrderIsHeld()
    {
        ModelFixture f;
        f.addThree();
        f.model.setFilter({});
        QVERIFY(f.awaitTitles({three, two, one}));
        QSignalSpy held(&f.model, &IssueModel::updatesHeld);
        f.model.setOrderHeld(true);
        f.workspace.deliver(test::errorJson("FourError", "d", "four"));
        f.workspace.deliver(test::errorJson("OneError", "a", "one"));
        store::ChangeSet anything;
        anything.issuesReordered = true;
        f.model.applyChanges(anything);
        QTRY_VERIFY(!held.isEmpty() && held.last().first().toInt() == 2); // one comes, one moves
        QCOMPARE(f.titles(), (QStringList{three, two, one}));
        f.workspace.deliver(test::errorJson("FiveError", "e", "five"));
        f.model.applyChanges(anything);
        QTRY_COMPARE(held.last().first().toInt(), 3);
        f.model.setOrderHeld(false);
        QVERIFY(f.awaitTitles({QStringLiteral("FiveError: e"), one, QStringLiteral("FourError: d"), three, two}));
        QCOMPARE(held.last().first().toInt(), 0);
    }
    void sortsByAColumn()
    {
        ModelFixture f;
        f.addThree();
        f.model.setFilter({});
        QVERIFY(f.awaitTitles({three, two, one}));
        f.model.sort(int(IssueModel::Column::FirstSeen), Qt::AscendingOrder);
        QVERIFY(f.awaitTitles({one, two, three}));
    }
    void filtersByText()
    {
        ModelFixture f;
        f.addThree();
        store::IssueFilter filter;
        filter.text = "twoerr";
        f.model.setFilter(filter);
        QVERIFY(f.awaitTitles({two}));
    }
    void showsAttackerTextAsText()
    {
        ModelFixture f;
        f.workspace.deliver(test::errorJson("Err", "<img src=file:///etc/passwd>\xe2\x80\xae", "one"));
        f.model.setFilter({});
        QVERIFY(f.awaitTitles({QStringLiteral("Err: <img src=file:///etc/passwd>[U+202E]")}));
        const QString tip = f.model.data(f.model.index(0, 0), Qt::ToolTipRole).toString();
        QVERIFY2(!tip.contains(QStringLiteral("<img")), qPrintable(tip));
    }
};

PICKET_TEST(TestIssueModel)
#include "tst_issuemodel.moc"
