// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/store/storefixture.h"
#include "tests/support/testmain.h"

#include "core/base/limits.h"

#include <QTest>

#include <set>

using namespace picket;
using namespace picket::test;

class TestWriter final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void hashesDecideTheIssue_data()
    {
        using Events = std::vector<std::vector<int>>; // the hashes of each event
        QTest::addColumn<Events>("events");
        QTest::addColumn<std::vector<int>>("issues"); // number of the issue each event ends in
        QTest::newRow("the same hash twice is one issue") << Events{{1}, {1}} << std::vector<int>{1, 1};
        QTest::newRow("different hashes are two issues") << Events{{1}, {2}} << std::vector<int>{1, 2};
        QTest::newRow("a shared second hash joins") << Events{{1, 9}, {2, 9}} << std::vector<int>{1, 1};
        QTest::newRow("and its first hash then belongs there")
            << Events{{1, 9}, {2, 9}, {2}} << std::vector<int>{1, 1, 1};
        QTest::newRow("the first owned hash wins, the others stay")
            << Events{{1}, {2}, {2, 1}, {1}} << std::vector<int>{1, 2, 2, 1};
        QTest::newRow("an owned second hash beats a new first one")
            << Events{{1}, {5, 1}, {5}} << std::vector<int>{1, 1, 1};
    }
    void hashesDecideTheIssue()
    {
        QFETCH(const std::vector<std::vector<int>>, events);
        QFETCH(const std::vector<int>, issues);
        for (const bool oneBatch : {true, false}) {
            const StoreFolder folder;
            store::Writer writer = folder.writer();
            std::vector<store::Delivery> batch;
            for (const std::vector<int> &hashes : events) {
                store::NewEvent event = newEvent("title", {});
                for (const int number : hashes) {
                    event.grouping.hashes.push_back(hash(number));
                }
                batch.push_back(deliver(one, std::move(event)));
            }
            if (oneBatch) {
                write(writer, batch);
            } else {
                for (store::Delivery &delivery : batch) {
                    std::vector<store::Delivery> single{delivery};
                    write(writer, single);
                    delivery = single.front();
                }
            }
            for (std::size_t i = 0; i < batch.size(); ++i) {
                QCOMPARE(batch[i].row.items.front().issue.value, std::int64_t(issues[i]));
            }
        }
    }

    void anIssueOutlivesTheAlgorithmThatMadeIt()
    {
        const StoreFolder folder;
        store::Writer writer = folder.writer();
        write(writer, deliver(one, newEvent("before", {1, 9})));
        store::NewEvent unchanged = newEvent("a hash that the new rules make, too", {1});
        unchanged.grouping.algorithm = 2;
        store::NewEvent partly = newEvent("one of its hashes is the same", {2, 9});
        partly.grouping.algorithm = 2;
        store::NewEvent other = newEvent("all of its hashes are new", {3});
        other.grouping.algorithm = 2;
        QCOMPARE(write(writer, deliver(one, unchanged)).newIssues.size(), 0U);
        QCOMPARE(write(writer, deliver(one, partly)).newIssues.size(), 0U);
        QCOMPARE(write(writer, deliver(one, other)).newIssues.size(), 1U);
        QCOMPARE(folder.count("SELECT count(*) FROM issue"), 2);
        QCOMPARE(folder.count("SELECT count(*) FROM issue_hash WHERE algorithm = 1"), 2); // as they were stored
        QCOMPARE(folder.count("SELECT count(*) FROM issue_hash WHERE algorithm = 2"), 2);
    }

    void projectsAreApart()
    {
        const StoreFolder folder;
        store::Writer writer = folder.writer();
        const store::NewEvent event = newEvent("title", {1});
        const store::ChangeSet first = write(writer, deliver(one, event));
        const store::ChangeSet second = write(writer, deliver(two, event)); // the same id, too
        QCOMPARE(first.newIssues.size(), 1U);
        QCOMPARE(second.newIssues.size(), 1U);
        QCOMPARE(second.events, 1);
        store::Reader reader = folder.reader();
        const auto projects = take(reader.projects());
        QCOMPARE(projects.size(), 2U);
        QCOMPARE(projects[1].name, std::string("2"));
        QCOMPARE(projects[1].events, 1);
    }

    void anIssueShowsItsLatestEvent()
    {
        const StoreFolder folder;
        store::Writer writer = folder.writer();
        const auto send = [&](const char *title, int at, const char *release, model::Level level) {
            store::NewEvent event = newEvent(title, {1}, minute(at));
            event.event.release = release;
            event.event.level = level;
            event.event.environment = std::string("env of ") + title;
            event.grouping.culprit = std::string("culprit of ") + title;
            write(writer, deliver(one, std::move(event)));
        };
        send("second", 10, "2.0", model::Level::Error);
        send("third", 20, "3.0", model::Level::Fatal);
        send("first, but late", 0, "1.0", model::Level::Warning);
        store::Reader reader = folder.reader();
        const model::IssueRow issue = allIssues(reader).at(0);
        QCOMPARE(issue.title, std::string("third"));
        QCOMPARE(issue.culprit, std::string("culprit of third"));
        QCOMPARE(issue.environment, std::string("env of third"));
        QCOMPARE(issue.level, model::Level::Fatal);
        QCOMPARE(issue.release, std::string("3.0"));
        QCOMPARE(issue.firstRelease, std::string("1.0"));
        QVERIFY(issue.firstSeen == minute(0));
        QVERIFY(issue.lastSeen == minute(20));
        QCOMPARE(issue.events, 3);
        QCOMPARE(issue.projectName, std::string("1"));
    }

    void equalTimesAreDecidedByArrival()
    {
        const StoreFolder folder;
        store::Writer writer = folder.writer();
        std::vector<store::Delivery> batch;
        batch.push_back(deliver(one, newEvent("earlier", {1})));
        batch.push_back(deliver(one, newEvent("later", {1})));
        write(writer, batch);
        store::Reader reader = folder.reader();
        QCOMPARE(allIssues(reader).front().title, std::string("later"));
        write(writer, deliver(one, newEvent("latest", {1})));
        QCOMPARE(allIssues(reader).front().title, std::string("latest"));
    }

    void aRepeatedEventIsCountedNotStored_data()
    {
        QTest::addColumn<bool>("sameBatch");
        QTest::addColumn<bool>("merged");
        QTest::newRow("in the same batch") << true << false;
        QTest::newRow("in a later batch") << false << false;
        QTest::newRow("after its run was merged") << false << true;
    }
    void aRepeatedEventIsCountedNotStored()
    {
        QFETCH(const bool, sameBatch);
        QFETCH(const bool, merged);
        const StoreFolder folder;
        store::Writer writer = folder.writer();
        const store::NewEvent event = newEvent("title", {1});
        std::vector<store::Delivery> batch;
        batch.push_back(deliver(one, event));
        if (!sameBatch) {
            write(writer, batch);
            batch.clear();
        }
        if (merged) {
            fillRun(writer);
            QVERIFY(folder.count("SELECT count(*) FROM event_uuid") >= limits::indexRun);
        }
        batch.push_back(deliver(one, event));
        const store::ChangeSet changes = write(writer, batch);
        QCOMPARE(changes.events, sameBatch ? 1 : 0);
        const model::DeliveryRow &row = batch.back().row;
        QCOMPARE(row.outcome, model::Outcome::Duplicate);
        QCOMPARE(row.items.front().outcome, std::string("duplicate"));
        QCOMPARE(row.items.front().event, EventId{1});
        QCOMPARE(row.items.front().issue, IssueId{1});
        store::Reader reader = folder.reader();
        QCOMPARE(take(reader.event({1})).repeats, 1);
        QCOMPARE(take(reader.issues(std::vector<IssueId>{{1}})).front().events, 1);
    }

    void duplicatesAreKnownAfterReopening()
    {
        const StoreFolder folder;
        const store::NewEvent event = newEvent("title", {1});
        {
            store::Writer writer = folder.writer();
            write(writer, deliver(one, event));
        }
        store::Writer writer = folder.writer();
        QCOMPARE(write(writer, deliver(one, event)).events, 0);
        QCOMPARE(write(writer, deliver(one, newEvent("other", {1}))).lastEvent, EventId{2});
    }

    void aNewEventRegressesAResolvedIssue_data()
    {
        QTest::addColumn<model::IssueStatus>("before");
        QTest::addColumn<model::IssueStatus>("after");
        QTest::newRow("unresolved stays") << model::IssueStatus::Unresolved << model::IssueStatus::Unresolved;
        QTest::newRow("resolved regresses") << model::IssueStatus::Resolved << model::IssueStatus::Regressed;
        QTest::newRow("muted stays muted") << model::IssueStatus::Muted << model::IssueStatus::Muted;
        QTest::newRow("regressed stays") << model::IssueStatus::Regressed << model::IssueStatus::Regressed;
    }
    void aNewEventRegressesAResolvedIssue()
    {
        QFETCH(const model::IssueStatus, before);
        QFETCH(const model::IssueStatus, after);
        const StoreFolder folder;
        store::Writer writer = folder.writer();
        const store::NewEvent event = newEvent("title", {1});
        write(writer, deliver(one, event));
        const auto changed = take(writer.setStatus(std::vector<IssueId>{{1}, {4711}}, before));
        QCOMPARE(changed.issuesReordered, before != model::IssueStatus::Unresolved);
        QVERIFY(write(writer, deliver(one, event)).regressed.empty()); // a duplicate is no new event
        const store::ChangeSet changes = write(writer, deliver(one, newEvent("title", {1})));
        QCOMPARE(changes.regressed.size(), before == model::IssueStatus::Resolved ? 1U : 0U);
        store::Reader reader = folder.reader();
        QCOMPARE(allIssues(reader).front().status, after);
    }

    void theDeliverySaysWhatBecameOfIt()
    {
        const StoreFolder folder;
        store::Writer writer = folder.writer();
        store::NewEvent unreadable = newEvent("<unreadable>", {7});
        unreadable.event.type = model::EventType::Unreadable;
        store::NewEvent good = newEvent("good", {8});
        const EventUuid uuid = good.event.id;

        store::Delivery kept = deliver(one, unreadable);
        kept.row.items.front().outcome = "unreadable";
        store::Delivery mixed = deliver(one, good);
        mixed.items.push_back(attachment(uuid, "log.txt", "text"));
        mixed.items.front().item = 1;
        mixed.row.items.push_back({"attachment", 4, {}, {}, {}, {}});
        store::Delivery refused;
        refused.row.outcome = model::Outcome::Refused;
        refused.row.reason = "bad_encoding: gzip stream ends early";
        std::vector<store::Delivery> batch{kept, mixed, refused};
        const store::ChangeSet changes = write(writer, batch);

        QCOMPARE(batch[0].row.outcome, model::Outcome::Kept);
        QCOMPARE(batch[0].row.items[0].outcome, std::string("unreadable"));
        QCOMPARE(batch[1].row.outcome, model::Outcome::Stored);
        QCOMPARE(batch[1].row.items[0].outcome, std::string("stored"));
        QCOMPARE(batch[1].row.items[1].outcome, std::string("stored"));
        QCOMPARE(batch[1].row.items[1].event, EventId{2});
        QCOMPARE(changes.deliveries, 3);
        QCOMPARE(changes.refused, 1);
        store::Reader reader = folder.reader();
        const auto rows = take(reader.deliveries(10));
        QCOMPARE(rows.size(), 3U);
        QCOMPARE(rows[0].reason, refused.row.reason);
        QCOMPARE(rows[1].items.size(), 2U);
        QCOMPARE(rows[1].items[1].type, std::string("attachment"));
        QCOMPARE(rows[1].items[1].issue, batch[1].row.items[0].issue);
        QCOMPARE(rows[2].id, DeliveryId{1});
        const store::StoredEvent event = take(reader.event({2}));
        QCOMPARE(event.attachments.size(), 1U);
        QCOMPARE(event.attachments[0].filename, std::string("log.txt"));
        QCOMPARE(event.attachments[0].size, 4U);
        QVERIFY(take(reader.event({1})).unreadable);
    }

    void theWireLogIsARing()
    {
        const StoreFolder folder;
        const auto send = [](store::Writer &writer, int count) {
            for (int i = 0; i < count; ++i) {
                store::Delivery delivery;
                delivery.row.outcome = model::Outcome::Refused;
                write(writer, delivery);
            }
        };
        const auto sequence = [&] {
            store::Reader reader = folder.reader();
            std::vector<std::int64_t> ids;
            for (const model::DeliveryRow &row : take(reader.deliveries(100))) {
                ids.push_back(row.id.value);
            }
            return ids;
        };
        {
            store::Writer writer = folder.writer({store::Durability::Normal, 0, 5});
            send(writer, 13);
            QCOMPARE(sequence(), (std::vector<std::int64_t>{13, 12, 11, 10, 9}));
        }
        { // kept with another length from now on
            store::Writer writer = folder.writer({store::Durability::Normal, 0, 3});
            QCOMPARE(sequence(), (std::vector<std::int64_t>{13, 12, 11}));
            send(writer, 1);
            QCOMPARE(sequence(), (std::vector<std::int64_t>{14, 13, 12}));
        }
        store::Writer writer = folder.writer({store::Durability::Normal, 0, 4});
        send(writer, 2);
        QCOMPARE(sequence(), (std::vector<std::int64_t>{16, 15, 14, 13}));
        store::Reader reader = folder.reader();
        QCOMPARE(take(reader.totals()).deliveries, 16);
        QCOMPARE(take(reader.totals()).refused, 16);
    }

    void textsOfAnyKindComeBackAsTheyWere()
    {
        const StoreFolder folder;
        store::Writer writer = folder.writer();
        store::NewEvent event = newEvent(std::string("nul \0 inside", 12), {1});
        event.event.transaction = "Größe '; DROP TABLE event; --";
        event.event.release = std::string(5000, 'x');
        event.tags = {{"k", "v"}, {"k", "v2"}, {std::string("a\0b", 3), ""}};
        event.payload = store::compress("not json \xff\xfe");
        write(writer, deliver(one, event));
        store::Reader reader = folder.reader();
        const store::StoredEvent stored = take(reader.event({1}));
        QCOMPARE(stored.row.title, event.grouping.title);
        QCOMPARE(stored.row.transaction, event.event.transaction);
        QCOMPARE(stored.row.release.size(), limits::shortText);
        QCOMPARE(stored.payload, std::string("not json \xff\xfe"));
        QCOMPARE(stored.hashes, event.grouping.hashes);
        QCOMPARE(folder.count("SELECT count(*) FROM tag"), 3);
    }

    void anEventWithoutAnIdGetsOne()
    {
        const StoreFolder folder;
        store::Writer writer = folder.writer();
        store::NewEvent event = newEvent("title", {1});
        event.event.id = EventUuid();
        QCOMPARE(write(writer, deliver(one, event)).events, 1);
        QCOMPARE(write(writer, deliver(one, event)).events, 1);
    }

    void aRunCountsTagsPerIssue()
    {
        const StoreFolder folder;
        store::Writer writer = folder.writer();
        fillRun(writer);
        fillRun(writer);
        QCOMPARE(folder.count("SELECT sum(count) FROM issue_tag"), folder.count("SELECT count(*) FROM issue_event"));
        QCOMPARE(folder.count("SELECT count(*) FROM issue_tag"), 1);
        QVERIFY(folder.count("SELECT count(*) FROM event_time") >= 2 * limits::indexRun);
    }

private:
    // Enough events of one issue for the writer to merge them.
    static void fillRun(store::Writer &writer)
    {
        std::vector<store::Delivery> batch;
        store::NewEvent event = newEvent("fill", {1000});
        event.tags = {{"fill", "yes"}};
        for (std::int64_t i = 0; i < limits::indexRun; ++i) {
            event.event.id = EventUuid::generate();
            batch.push_back(deliver(one, event));
        }
        write(writer, batch);
    }
};

PICKET_TEST(TestWriter)
#include "tst_writer.moc"
