// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "ui/widgets/rowdiff.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace picket;
using namespace picket::ui;

namespace {

using Ids = std::vector<IssueId>;

Ids ids(std::initializer_list<int> numbers)
{
    Ids made;
    for (const int number : numbers) {
        made.push_back({number});
    }
    return made;
}

// What a model does with a diff.
Ids applied(Ids rows, const RowDiff &diff, const Ids &to)
{
    for (const auto &range : diff.removals) {
        rows.erase(rows.begin() + range.first, rows.begin() + range.first + range.count);
    }
    for (const auto &move : diff.moves) {
        rows.erase(std::find(rows.begin(), rows.end(), move.id));
        rows.insert(move.after ? std::find(rows.begin(), rows.end(), *move.after) + 1 : rows.begin(), move.id);
    }
    for (const auto &range : diff.insertions) {
        rows.insert(rows.begin() + range.first, to.begin() + range.first, to.begin() + range.first + range.count);
    }
    return rows;
}

} // namespace

class TestRowDiff final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void sameRowsNeedNothing() { QVERIFY(diffRows(ids({1, 2, 3}), ids({1, 2, 3})).isEmpty()); }
    void aRowThatRisesIsOneMove()
    {
        const RowDiff diff = diffRows(ids({1, 2, 3, 4, 5}), ids({4, 1, 2, 3, 5}));
        QCOMPARE(diff.moves.size(), std::size_t(1));
        QCOMPARE(diff.moves[0].id, IssueId{4});
        QVERIFY(!diff.moves[0].after);
        QVERIFY(diff.removals.empty() && diff.insertions.empty());
    }
    void aRowThatFallsIsOneMove()
    {
        const RowDiff diff = diffRows(ids({1, 2, 3, 4, 5}), ids({2, 3, 4, 5, 1}));
        QCOMPARE(diff.moves.size(), std::size_t(1));
        QCOMPARE(diff.moves[0].id, IssueId{1});
        QCOMPARE(diff.moves[0].after, std::optional(IssueId{5}));
    }
    void neighboursAreOneRange()
    {
        const RowDiff diff = diffRows(ids({1, 2, 3, 4}), ids({7, 8, 1, 4}));
        QCOMPARE(diff.removals.size(), std::size_t(1));
        QCOMPARE(diff.removals[0].first, 1);
        QCOMPARE(diff.removals[0].count, 2);
        QCOMPARE(diff.insertions.size(), std::size_t(1));
        QCOMPARE(diff.insertions[0].first, 0);
        QCOMPARE(diff.insertions[0].count, 2);
        QCOMPARE(diff.changedRows, 4);
    }
    void anyVectorBecomesAnyOther()
    {
        std::mt19937 random(20260131);
        for (int round = 0; round < 300; ++round) {
            Ids pool;
            for (int i = 1; i <= 40; ++i) {
                pool.push_back({i});
            }
            std::shuffle(pool.begin(), pool.end(), random);
            const Ids from(pool.begin(), pool.begin() + static_cast<std::ptrdiff_t>(random() % 40));
            std::shuffle(pool.begin(), pool.end(), random);
            const Ids to(pool.begin(), pool.begin() + static_cast<std::ptrdiff_t>(random() % 40));
            QVERIFY(applied(from, diffRows(from, to), to) == to);
        }
    }
    void aTurnedRoundLongListIsAReset()
    {
        Ids from;
        for (int i = 1; i <= 5000; ++i) {
            from.push_back({i});
        }
        Ids to(from.rbegin(), from.rend());
        const RowDiff diff = diffRows(from, to);
        QVERIFY(diff.tooLarge);
        QCOMPARE(diff.changedRows, 4999);
    }
};

PICKET_TEST(TestRowDiff)
#include "tst_rowdiff.moc"
