// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/changeaccumulator.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace picket;

class TestChangeAccumulator final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void mergesUntilSomebodyAsks()
    {
        ingest::ChangeAccumulator changes;
        store::ChangeSet first;
        first.issues = {IssueId{3}, IssueId{1}};
        first.events = 2;
        first.lastEvent = EventId{7};
        store::ChangeSet second;
        second.issues = {IssueId{1}, IssueId{2}};
        second.events = 1;
        second.lastEvent = EventId{8};
        second.regressed = {IssueId{2}};

        QVERIFY(changes.add(std::move(first)));
        QVERIFY(!changes.add(std::move(second)));
        const store::ChangeSet merged = changes.take();
        QCOMPARE(merged.issues, (std::vector<IssueId>{IssueId{1}, IssueId{2}, IssueId{3}}));
        QCOMPARE(merged.regressed, std::vector<IssueId>{IssueId{2}});
        QCOMPARE(merged.events, 3);
        QCOMPARE(merged.lastEvent, EventId{8});

        QVERIFY(changes.take().issues.empty());
        QVERIFY(changes.add({}));
    }
};

PICKET_TEST(TestChangeAccumulator)
#include "tst_changeaccumulator.moc"
