// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "ui/state/eventorder.h"

#include <QTest>

#include <random>

using namespace picket;
using namespace picket::ui;

namespace {

std::vector<EventId> idsOf(const QList<int> &numbers)
{
    std::vector<EventId> ids;
    for (const int number : numbers) {
        ids.push_back({number});
    }
    return ids;
}

// What a model does with a diff.
std::vector<EventId> applied(std::vector<EventId> ids, const EventDiff &diff, const std::vector<EventId> &to)
{
    for (const EventDiff::Range &range : diff.removals) {
        ids.erase(ids.begin() + range.first, ids.begin() + range.first + range.count);
    }
    for (const EventDiff::Range &range : diff.insertions) {
        ids.insert(ids.begin() + range.first, to.begin() + range.first, to.begin() + range.first + range.count);
    }
    return ids;
}

} // namespace

class EventOrderTest : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void differencesAreSmall_data()
    {
        QTest::addColumn<QList<int>>("from");
        QTest::addColumn<QList<int>>("to");
        QTest::addColumn<int>("removals");
        QTest::addColumn<int>("insertions");
        using L = QList<int>;
        QTest::newRow("nothing changes") << L{3, 2, 1} << L{3, 2, 1} << 0 << 0;
        QTest::newRow("two come at the top") << L{3, 2, 1} << L{5, 4, 3, 2, 1} << 0 << 1;
        QTest::newRow("one comes late") << L{3, 1} << L{3, 2, 1} << 0 << 1;
        QTest::newRow("the oldest leave") << L{3, 2, 1} << L{3} << 1 << 0;
        QTest::newRow("one leaves in the middle, one comes at the top") << L{3, 2, 1} << L{4, 3, 1} << 1 << 1;
        QTest::newRow("all leave") << L{3, 2, 1} << L{} << 1 << 0;
        QTest::newRow("the first ones come") << L{} << L{2, 1} << 0 << 1;
        QTest::newRow("every second one leaves") << L{6, 5, 4, 3, 2, 1} << L{5, 3, 1} << 3 << 0;
    }
    void differencesAreSmall()
    {
        QFETCH(QList<int>, from);
        QFETCH(QList<int>, to);
        const EventDiff diff = diffEvents(idsOf(from), idsOf(to));
        QTEST(int(diff.removals.size()), "removals");
        QTEST(int(diff.insertions.size()), "insertions");
        QVERIFY(applied(idsOf(from), diff, idsOf(to)) == idsOf(to));
    }

    void anyDifferenceLeadsThere()
    {
        std::mt19937 random(7);
        for (int round = 0; round < 500; ++round) {
            std::vector<EventId> from;
            std::vector<EventId> to;
            for (int id = 30; id > 0; --id) {
                const unsigned fate = random() % 4;
                if (fate != 0) {
                    from.push_back({id});
                }
                if (fate != 1) {
                    to.push_back({id});
                }
            }
            QVERIFY(applied(from, diffEvents(from, to), to) == to);
        }
    }
};

PICKET_TEST(EventOrderTest)
#include "tst_eventorder.moc"
