// SPDX-License-Identifier: GPL-3.0-or-later
// Deleting issues, bringing them back, and removing them for good.
#include "tests/core/store/storefixture.h"
#include "tests/support/testmain.h"

#include "core/base/limits.h"

#include <QTest>

#include <sstream>

using namespace picket;
using namespace picket::test;
using Status = model::IssueStatus;

namespace {

using Ids = std::vector<IssueId>;

store::NewEvent tagged(const std::string &title, const std::vector<int> &hashes, Timestamp time)
{
    store::NewEvent event = newEvent(title, {}, time);
    for (const int number : hashes) {
        event.grouping.hashes.push_back(hash(number));
    }
    event.tags = {{"level", "error"}, {"time", std::to_string(toMicros(time))}};
    return event;
}

void fillRun(store::Writer &writer)
{
    std::vector<store::Delivery> batch;
    for (std::int64_t i = 0; i < limits::indexRun; ++i) {
        batch.push_back(deliver(two, newEvent("fill", {1000})));
    }
    write(writer, batch);
}

// One letter and numbers for each step: e1,2 is an event with the hashes 1 and 2, a minute after the one before; d1
// deletes and r1 brings back the issue 1, s1 resolves it; m merges a run; x starts the writer anew.
class Story final
{
public:
    explicit Story(const StoreFolder &folder)
        : m_folder(folder)
        , m_writer(folder.writer())
    {
    }

    void tell(const std::string &steps)
    {
        std::istringstream stream(steps);
        for (std::string step; stream >> step;) {
            apply(step[0], numbers(step.substr(1)));
        }
    }

    store::Writer &writer() { return *m_writer; }

private:
    static std::vector<int> numbers(const std::string &list)
    {
        std::vector<int> found;
        std::istringstream stream(list);
        for (std::string number; std::getline(stream, number, ',');) {
            found.push_back(std::stoi(number));
        }
        return found;
    }

    void apply(char step, const std::vector<int> &numbers)
    {
        Ids issues;
        for (const int number : numbers) {
            issues.push_back({number});
        }
        switch (step) {
        case 'e':
            ++m_minute;
            write(*m_writer, deliver(one, tagged("at " + std::to_string(m_minute), numbers, minute(m_minute))));
            break;
        case 'd':
        case 'r':
            take(m_writer->setDeleted(issues, step == 'd'));
            break;
        case 's':
            take(m_writer->setStatus(issues, Status::Resolved));
            break;
        case 'm':
            fillRun(*m_writer);
            take(m_writer->setDeleted(Ids{{take(m_folder.database().integer("SELECT max(id) FROM issue"))}}, true));
            break;
        case 'x':
            m_writer.reset();
            m_writer = m_folder.writer();
            break;
        default:
            qFatal("no such step: %c", step);
        }
    }

    const StoreFolder &m_folder;
    std::optional<store::Writer> m_writer;
    int m_minute = 0;
};

// "1:2 regressed": every issue with its events, and its state when it has one. Every way of counting must agree.
std::string shown(const StoreFolder &folder)
{
    store::Reader reader = folder.reader();
    std::string text;
    for (const model::IssueRow &row :
         take(reader.issues(take(reader.issueIds({}, store::IssueOrder::FirstSeen, false))))) {
        const std::string id = std::to_string(row.id.value);
        const auto events = take(reader.eventIds({row.id, std::nullopt}));
        const model::EventRow latest = take(reader.events(std::vector<EventId>{events.front()})).front();
        std::int64_t tagged = 0;
        for (const store::TagCount &tag : take(reader.issueTags(row.id))) {
            tagged += tag.key == "level" ? tag.count : 0;
        }
        if (static_cast<std::int64_t>(events.size()) != row.events || tagged != row.events
            || folder.count("SELECT sum(count) FROM issue_hour WHERE issue = " + id) != row.events
            || latest.title != row.title || latest.timestamp != row.lastSeen) {
            return "the counts of " + id + " disagree";
        }
        text += (text.empty() ? "" : ", ") + id + ":" + std::to_string(row.events);
        text += row.status == Status::Unresolved ? "" : " " + std::string(model::statusName(row.status));
    }
    return text;
}

constexpr const char *eventTables[] = {"event", "event_payload", "event_uuid", "event_time", "issue_event", "item"};

} // namespace

class TestDeletion final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void issuesGoAndComeBack_data()
    {
        QTest::addColumn<std::string>("steps");
        QTest::addColumn<std::string>("expected");
        const auto row = [](const char *name, const char *steps, const char *expected) {
            QTest::newRow(name) << std::string(steps) << std::string(expected);
        };
        row("a deleted issue is gone", "e1 e2 e1 d1", "2:1");
        row("and stays so after a restart", "e1 e2 d1 x", "2:1");
        row("it comes back as it was", "e1 e2 e1 d1 r1", "1:2, 2:1");
        row("also twice", "e1 d1 r1 d1 r1", "1:1");
        row("deleting what is deleted changes nothing", "e1 d1 d1 r1", "1:1");
        row("bringing back what is there changes nothing", "e1 e2 r1", "1:1, 2:1");
        row("unknown ids are ignored", "e1 d7 r7", "1:1");
        row("a new event makes a new issue", "e1 d1 e1", "2:1");
        row("also after a restart", "e1 d1 x e1 e1", "2:2");
        row("in the next one, too", "e1 d1 e1 d2 e1", "3:1");
        row("undo takes the new events in", "e1 e1 d1 e1 e1 e1 r1", "1:5");
        row("after a restart, too", "e1 d1 e1 x r1 x e1", "1:3");
        row("when the old ones are merged", "e1 m d1 e1 r1", "1:2");
        row("when all are merged", "e1 d1 e1 m r1", "1:2");
        row("and the next event finds it", "e1 d1 e1 r1 e1", "1:3");
        row("a resolved one has regressed by that", "e1 s1 d1 e1 r1", "1:2 regressed");
        row("a resolved one without any is resolved", "e1 s1 d1 r1", "1:1 resolved");
        row("a hash that joined an older issue stays there", "e1 e2 d1 e2,1 r1", "1:1, 2:2");
        row("a new hash comes along", "e1 d1 e1,5 r1 e5", "1:3");
        row("several new issues come in", "e1,2 d1 e1 e2 r1", "1:3");
        row("the newest of three keeps out of the first's way", "e1 d1 e1 d2 e1 r1", "1:2");
        row("the second is brought back before the first", "e1 d1 e1 d2 e1 r2", "2:2");
        row("and then the first", "e1 d1 e1 d2 e1 r2 r1", "1:3");
        row("both in the other order", "e1 d1 e1 d2 r1 r2 e1", "1:2, 2:1");
        row("several at once", "e1 e2 e3 d1,2 e1 r2,1", "1:2, 2:1, 3:1");
        row("a deleted issue has no state to change", "e1 d1 s1 r1", "1:1");
    }
    void issuesGoAndComeBack()
    {
        QFETCH(const std::string, steps);
        QFETCH(const std::string, expected);
        const StoreFolder folder;
        Story story(folder);
        story.tell(steps);
        QCOMPARE(shown(folder), expected);
        QCOMPARE(folder.count("SELECT count(*) FROM pragma_foreign_key_check"), 0);
    }

    void aDeletedIssueCountsNowhere()
    {
        const StoreFolder folder;
        Story story(folder);
        story.tell("e1 e2 e1 m e1 e2");
        store::Reader reader = folder.reader();
        const store::ChangeSet changes = take(story.writer().setDeleted(Ids{{1}, {77}}, true));
        QCOMPARE(changes.issues, Ids{{1}});
        QVERIFY(changes.issuesReordered);
        QCOMPARE(take(reader.issueIds({}, store::IssueOrder::Title, false)), Ids{{2}});
        QVERIFY(take(reader.issues(Ids{{1}})).empty());
        QCOMPARE(take(reader.totals()).issues, 1);
        QCOMPARE(take(reader.issueCounts({}, std::nullopt)).unresolved, 1);
        QCOMPARE(take(reader.totals()).events, 2);
        QCOMPARE(take(reader.projects()).front().events, 2);
        QCOMPARE(take(reader.eventIds({})).size(), 2U);
        QCOMPARE(take(reader.eventIds({std::nullopt, one}, 1)).size(), 1U);
        QCOMPARE(take(reader.eventPoints({}, {minute(0), minute(99)})).size(), 2U);
        QVERIFY(take(reader.issueIds({{}, {}, {}, store::TimeRange{minute(1), minute(1)}, {}},
                                     store::IssueOrder::LastSeen, true))
                    .empty());
        // Who has its id still finds it: there is a way back.
        const store::StoredEvent event = take(reader.event({1}));
        QCOMPARE(take(reader.findEvent(event.row.eventId)), EventId{1});
        QCOMPARE(take(reader.eventIds({IssueId{1}, std::nullopt})).size(), 3U);
    }

    void anEventOfADeletedIssueIsADuplicateUntilItIsRemoved()
    {
        const StoreFolder folder;
        store::Writer writer = folder.writer();
        const store::NewEvent event = tagged("title", {1}, minute(1));
        write(writer, deliver(one, event));
        take(writer.setDeleted(Ids{{1}}, true));
        QCOMPARE(write(writer, deliver(one, event)).events, 0);
        while (take(writer.purge(now() + std::chrono::hours(1)))) { }
        QCOMPARE(folder.count("SELECT count(*) FROM event"), 0);
        const store::ChangeSet changes = write(writer, deliver(one, event));
        QCOMPARE(changes.events, 1);
        QCOMPARE(changes.newIssues, Ids{{2}}); // neither ids of issues nor of events come back
        QCOMPARE(changes.lastEvent, EventId{2});
        QCOMPARE(shown(folder), std::string("2:1"));
    }

    void removingLeavesNothingOfItAndAllOfTheOthers()
    {
        const StoreFolder folder;
        store::Writer writer = folder.writer();
        const auto count = static_cast<int>(limits::purgedEvents * 2 + limits::purgedEvents / 2);
        for (const bool merged : {true, false}) {
            std::vector<store::Delivery> batch;
            for (int i = 0; i < count; ++i) {
                for (const int number : {1, 2}) {
                    batch.push_back(deliver(one, tagged("title", {number, 9 + number}, minute(i))));
                    batch.back().items.push_back(attachment(batch.back().events.front().event.id, "a.txt", "bytes"));
                }
            }
            write(writer, batch);
            if (merged) {
                fillRun(writer); // issue 3
            }
        }
        take(writer.setDeleted(Ids{{1}, {3}}, true));
        int portions = 0;
        while (take(writer.purge(now() + std::chrono::hours(1)))) {
            ++portions;
        }
        QVERIFY(portions > 5);
        for (const char *table : eventTables) {
            QCOMPARE(folder.count(std::string("SELECT count(*) FROM ") + table), count * 2);
        }
        QCOMPARE(folder.count("SELECT count(*) FROM issue_hash"), 2);
        QCOMPARE(folder.count("SELECT count(*) FROM deleted_hash"), 0);
        QCOMPARE(folder.count("SELECT count(DISTINCT issue) FROM issue_tag"), 1);
        QCOMPARE(folder.count("SELECT count(DISTINCT issue) FROM issue_hour"), 1);
        QCOMPARE(shown(folder), "2:" + std::to_string(count * 2));
        QVERIFY(take(writer.setDeleted(Ids{{1}}, false)).issues.empty());
        take(writer.setDeleted(Ids{{2}}, true));
        QVERIFY(!take(writer.purge(now() - limits::deletedKept))); // not long enough ago
    }

    void aRemovalGoesOnAfterARestart()
    {
        const StoreFolder folder;
        {
            store::Writer writer = folder.writer();
            std::vector<store::Delivery> batch;
            batch.reserve(limits::purgedEvents + 10);
            for (int i = 0; i < static_cast<int>(limits::purgedEvents) + 10; ++i) {
                batch.push_back(deliver(one, tagged("title", {1}, minute(i))));
            }
            write(writer, batch);
            take(writer.setDeleted(Ids{{1}}, true));
            QVERIFY(take(writer.purge(now() + std::chrono::hours(1)))); // a merge
            QVERIFY(take(writer.purge(now() + std::chrono::hours(1))));
        }
        QCOMPARE(folder.count("SELECT count(*) FROM event"), 10);
        store::Writer writer = folder.writer();
        // What is left of it is not the issue any more.
        QVERIFY(take(writer.setDeleted(Ids{{1}}, false)).issues.empty());
        QCOMPARE(write(writer, deliver(one, tagged("title", {1}, minute(0)))).newIssues, Ids{{2}});
        while (take(writer.purge(now() - limits::deletedKept))) { } // begun is begun
        QCOMPARE(folder.count("SELECT count(*) FROM event"), 1);
        QCOMPARE(shown(folder), std::string("2:1"));
    }

    // A grouping hash that an event carries may belong to another issue: what is shown of the event stays true.
    void hashesOfARemovedIssueDoNotComeBackAsOthers()
    {
        const StoreFolder folder;
        Story story(folder);
        story.tell("e1 e2 e1,2 d2");
        while (take(story.writer().purge(now() + std::chrono::hours(1)))) { }
        story.tell("e3");
        store::Reader reader = folder.reader();
        const auto hashes = take(reader.event({3})).hashes;
        QCOMPARE(hashes.size(), 1U);
        QVERIFY(hashes.front() == hash(1));
    }
};

PICKET_TEST(TestDeletion)
#include "tst_deletion.moc"
