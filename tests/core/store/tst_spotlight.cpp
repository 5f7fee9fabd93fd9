// SPDX-License-Identifier: GPL-3.0-or-later
// PROTOCOL A.10: an SDK with a DSN and Spotlight sends every event to both.
#include "tests/core/store/storefixture.h"
#include "tests/support/testmain.h"

#include "core/base/limits.h"

#include <QTest>

using namespace picket;
using namespace picket::test;

namespace {

void merge(store::Writer &writer)
{
    std::vector<store::Delivery> batch;
    store::NewEvent event = newEvent("fill", {1000});
    for (std::int64_t i = 0; i < limits::indexRun; ++i) {
        event.event.id = EventUuid::generate();
        batch.push_back(deliver(two, event));
    }
    write(writer, batch);
}

// Every way to count the events of an issue gives the same number.
void verifyCounts(const StoreFolder &folder, IssueId issue, std::int64_t events)
{
    store::Reader reader = folder.reader();
    const std::string id = std::to_string(issue.value);
    const auto rows = take(reader.issues(std::vector<IssueId>{issue}));
    QCOMPARE(rows.empty() ? 0 : rows.front().events, events);
    QCOMPARE(take(reader.eventIds({issue, std::nullopt})).size(), static_cast<std::size_t>(events));
    QCOMPARE(folder.count("SELECT coalesce(sum(count), 0) FROM issue_hour WHERE issue = " + id), events);
    QCOMPARE(folder.count("SELECT count(*) FROM event WHERE issue = " + id), events);
}

} // namespace

class TestSpotlight final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void bothCopiesAreOneEventOfTheProject_data()
    {
        QTest::addColumn<bool>("spotlightFirst");
        QTest::addColumn<bool>("sameBatch");
        QTest::addColumn<bool>("merged");
        QTest::newRow("Spotlight first, later the project") << true << false << false;
        QTest::newRow("Spotlight first, in one batch") << true << true << false;
        QTest::newRow("Spotlight first, merged in between") << true << false << true;
        QTest::newRow("the project first, later Spotlight") << false << false << false;
        QTest::newRow("the project first, in one batch") << false << true << false;
        QTest::newRow("the project first, merged in between") << false << false << true;
    }
    void bothCopiesAreOneEventOfTheProject()
    {
        QFETCH(const bool, spotlightFirst);
        QFETCH(const bool, sameBatch);
        QFETCH(const bool, merged);
        const StoreFolder folder;
        store::Writer writer = folder.writer();
        store::NewEvent event = newEvent("title", {1, 2});
        event.tags = {{"level", "error"}, {"os", "Linux"}};
        std::vector<store::Delivery> batch;
        batch.push_back(deliver(spotlightFirst ? spotlight : one, event));
        batch.front().items.push_back(attachment(event.event.id, "log.txt", "text"));
        store::Delivery second = deliver(spotlightFirst ? one : spotlight, event);
        second.items.push_back(attachment(event.event.id, "log.txt", "text"));
        std::int64_t stored = 0;
        if (!sameBatch) {
            stored += write(writer, batch).events;
            batch.clear();
        }
        if (merged) {
            merge(writer);
        }
        batch.push_back(second);
        const store::ChangeSet changes = write(writer, batch);
        QCOMPARE(stored + changes.events, 1);

        const model::DeliveryRow &row = batch.back().row;
        QCOMPARE(row.outcome, model::Outcome::Duplicate);
        QCOMPARE(row.items.front().event, EventId{1});
        store::Reader reader = folder.reader();
        const store::StoredEvent found = take(reader.event({1}));
        QCOMPARE(found.row.project, one);
        QCOMPARE(found.row.issue, row.items.front().issue);
        QCOMPARE(found.repeats, 1);
        QCOMPARE(found.hashes, event.grouping.hashes);
        QCOMPARE(found.attachments.size(), 1U);
        verifyCounts(folder, found.row.issue, 1);
        QCOMPARE(folder.count("SELECT count(*) FROM issue WHERE project = 0"), 0);
        QCOMPARE(folder.count("SELECT count(*) FROM issue_hash WHERE project = 0"), 0);
        QCOMPARE(folder.count("SELECT count(*) FROM issue WHERE project = 1"), 1);
        QCOMPARE(changes.issuesReordered, spotlightFirst);
        QVERIFY(take(reader.eventIds({std::nullopt, spotlight})).empty());
        QCOMPARE(take(reader.eventIds({std::nullopt, one})), std::vector<EventId>{{1}});
        merge(writer);
        QCOMPARE(take(reader.eventIds({std::nullopt, one})), std::vector<EventId>{{1}});
        QCOMPARE(folder.count("SELECT count(*) FROM issue_tag WHERE issue NOT IN (SELECT id FROM issue)"), 0);
        QCOMPARE(
            folder.count("SELECT sum(count) FROM issue_tag WHERE issue = " + std::to_string(found.row.issue.value)), 2);
        QCOMPARE(write(writer, deliver(one, event)).events, 0);
        QCOMPARE(write(writer, deliver(spotlight, event)).events, 0);
    }

    void whatIsLeftInSpotlightIsCountedAnew_data()
    {
        QTest::addColumn<bool>("merged");
        QTest::newRow("while all is recent") << false;
        QTest::newRow("after a run") << true;
    }
    void whatIsLeftInSpotlightIsCountedAnew()
    {
        QFETCH(const bool, merged);
        const StoreFolder folder;
        store::Writer writer = folder.writer();
        const store::NewEvent first = newEvent("first", {1}, minute(0));
        const store::NewEvent middle = newEvent("middle", {1}, minute(10));
        const store::NewEvent last = newEvent("last", {1}, minute(20));
        for (const store::NewEvent &event : {first, middle, last}) {
            write(writer, deliver(spotlight, event));
        }
        if (merged) {
            merge(writer);
        }
        const store::ChangeSet changes = write(writer, deliver(one, last));
        QCOMPARE(changes.newIssues.size(), 1U);
        verifyCounts(folder, {1}, 2);
        verifyCounts(folder, changes.newIssues.front(), 1);
        {
            store::Reader reader = folder.reader();
            const model::IssueRow left = take(reader.issues(std::vector<IssueId>{{1}})).front();
            QVERIFY(left.firstSeen == minute(0));
            QVERIFY(left.lastSeen == minute(10));
            QCOMPARE(left.title, std::string("middle"));
        }
        write(writer, deliver(one, first));
        store::Reader reader = folder.reader();
        QVERIFY(take(reader.issues(std::vector<IssueId>{{1}})).front().firstSeen == minute(10));
        write(writer, deliver(one, middle));
        QVERIFY(take(reader.issues(std::vector<IssueId>{{1}})).empty());
        verifyCounts(folder, changes.newIssues.front(), 3);
        // A new event in Spotlight begins a new issue: ids never come back.
        const auto again = write(writer, deliver(spotlight, newEvent("again", {1})));
        QVERIFY(again.newIssues.front() > changes.newIssues.front());
    }

    void aSecondNumberedProjectKeepsItsOwn()
    {
        const StoreFolder folder;
        store::Writer writer = folder.writer();
        const store::NewEvent event = newEvent("title", {1});
        write(writer, deliver(spotlight, event));
        QCOMPARE(write(writer, deliver(one, event)).events, 0);
        QCOMPARE(write(writer, deliver(two, event)).events, 1);
        QCOMPARE(folder.count("SELECT count(*) FROM issue"), 2);
    }

    void aMoveThatRollsBackIsForgotten()
    {
        const StoreFolder folder;
        store::Writer writer = folder.writer();
        const store::NewEvent event = newEvent("title", {1});
        write(writer, deliver(spotlight, event));
        std::vector<store::Delivery> batch;
        batch.push_back(deliver(one, event));
        batch.push_back(deliver(one, newEvent("bad", {2})));
        batch[1].events.front().payload.resize(1'100'000'000);
        const store::WriteOutcome outcome = writer.write(batch);
        QVERIFY(!outcome.receipts[0].error);
        QVERIFY(outcome.receipts[1].error.has_value());
        store::Reader reader = folder.reader();
        QCOMPARE(take(reader.event({1})).row.project, one);
        QCOMPARE(take(reader.event({1})).repeats, 1);
        QCOMPARE(folder.count("SELECT count(*) FROM issue"), 1);
    }
};

PICKET_TEST(TestSpotlight)
#include "tst_spotlight.moc"
