// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/changeset.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace picket;
using store::ChangeSet;

class TestChangeSet final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    // The bindings name every member: another one does not compile until it is set and expected here.
    void everyMemberIsMerged()
    {
        ChangeSet more;
        {
            auto &[issues, newIssues, regressed, events, lastEvent, deliveries, refused, marks, origins, peers,
                   counters, telemetry, issuesReordered, replaced] = more;
            issues = {IssueId{3}, IssueId{1}};
            newIssues = {IssueId{3}};
            regressed = {IssueId{1}};
            events = 2;
            lastEvent = EventId{7};
            deliveries = 5;
            refused = 4;
            marks = origins = peers = counters = telemetry = issuesReordered = replaced = true;
        }
        ChangeSet merged;
        merged.merge(more);
        merged.merge(ChangeSet());
        const auto &[issues, newIssues, regressed, events, lastEvent, deliveries, refused, marks, origins, peers,
                     counters, telemetry, issuesReordered, replaced] = merged;
        QCOMPARE(issues, (std::vector{IssueId{1}, IssueId{3}}));
        QCOMPARE(newIssues, std::vector{IssueId{3}});
        QCOMPARE(regressed, std::vector{IssueId{1}});
        QCOMPARE(events, 2);
        QCOMPARE(lastEvent, EventId{7});
        QCOMPARE(deliveries, 5);
        QCOMPARE(refused, 4);
        QVERIFY(marks);
        QVERIFY(origins);
        QVERIFY(peers);
        QVERIFY(counters);
        QVERIFY(telemetry);
        QVERIFY(issuesReordered);
        QVERIFY(replaced);
    }

    void numbersAddUpAndIdsStayUnique()
    {
        ChangeSet first;
        first.issues = {IssueId{3}, IssueId{1}};
        first.events = 2;
        first.lastEvent = EventId{8};
        ChangeSet second;
        second.issues = {IssueId{1}, IssueId{2}};
        second.events = 1;
        second.deliveries = 1;
        second.lastEvent = EventId{7};
        first.merge(second);
        QCOMPARE(first.issues, (std::vector{IssueId{1}, IssueId{2}, IssueId{3}}));
        QCOMPARE(first.events, 3);
        QCOMPARE(first.deliveries, 1);
        QCOMPARE(first.lastEvent, EventId{8});
        QVERIFY(!first.peers && !first.counters && !first.replaced);
    }

    void theLastEventIsThatOfTheNewDatabase()
    {
        ChangeSet before;
        before.lastEvent = EventId{900};
        ChangeSet after;
        after.replaced = true;
        after.lastEvent = EventId{1};
        before.merge(after);
        QCOMPARE(before.lastEvent, EventId{1});
    }
};

PICKET_TEST(TestChangeSet)
#include "tst_changeset.moc"
