// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/store/storefixture.h"
#include "tests/support/testmain.h"

#include "core/base/limits.h"

#include <QTest>

#include <algorithm>
#include <atomic>
#include <thread>

using namespace picket;
using namespace picket::test;
using store::IssueFilter;
using store::IssueOrder;
using store::TimeRange;
using Status = model::IssueStatus;

namespace {

std::string titles(store::Reader &reader, const IssueFilter &filter, IssueOrder order = IssueOrder::LastSeen,
                   bool descending = true, std::size_t limit = 0)
{
    std::string joined;
    for (const model::IssueRow &row : take(reader.issues(take(reader.issueIds(filter, order, descending, limit))))) {
        joined += (joined.empty() ? "" : " ") + row.title;
    }
    return joined;
}

// a, b, c and d, last seen in that order.
void fill(store::Writer &writer)
{
    struct Row {
        const char *title;
        ProjectId project;
        int hash;
        int at;
        const char *culprit;
        model::Level level;
    };
    const Row rows[] = {
        {"b", one, 2, 0, "lib.Über", model::Level::Error},          {"a", one, 1, 1, "shop_cart", model::Level::Fatal},
        {"b", one, 2, 2, "lib.Über", model::Level::Error},          {"c", two, 3, 3, "100%", model::Level::Info},
        {"d", spotlight, 4, 4, "shopXcart", model::Level::Warning},
    };
    for (const Row &row : rows) {
        store::NewEvent event = newEvent(row.title, {row.hash}, minute(row.at));
        event.grouping.culprit = row.culprit;
        event.event.level = row.level;
        event.event.release = std::string("r") + row.title;
        write(writer, deliver(row.project, std::move(event)));
    }
}

} // namespace

class TestReader final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void issuesComeInTheOrderAskedFor_data()
    {
        QTest::addColumn<IssueOrder>("order");
        QTest::addColumn<bool>("descending");
        QTest::addColumn<std::string>("expected");
        QTest::newRow("latest first") << IssueOrder::LastSeen << true << std::string("d c b a");
        QTest::newRow("oldest first") << IssueOrder::LastSeen << false << std::string("a b c d");
        QTest::newRow("first seen") << IssueOrder::FirstSeen << false << std::string("b a c d");
        QTest::newRow("most events") << IssueOrder::Events << true << std::string("b d c a");
        QTest::newRow("by title") << IssueOrder::Title << false << std::string("a b c d");
        QTest::newRow("worst level") << IssueOrder::Level << true << std::string("a b d c");
        QTest::newRow("by project") << IssueOrder::Project << false << std::string("d b a c");
        QTest::newRow("by release") << IssueOrder::Release << true << std::string("d c b a");
        QTest::newRow("by state") << IssueOrder::Status << true << std::string("c d b a");
    }
    void issuesComeInTheOrderAskedFor()
    {
        QFETCH(const IssueOrder, order);
        QFETCH(const bool, descending);
        QFETCH(const std::string, expected);
        const StoreFolder folder;
        store::Writer writer = folder.writer();
        fill(writer);
        take(writer.setStatus(std::vector<IssueId>{{3}}, Status::Muted));
        store::Reader reader = folder.reader();
        QCOMPARE(titles(reader, {}, order, descending), expected);
        QCOMPARE(titles(reader, {}, order, descending, 2), expected.substr(0, 3));
    }

    void filtersKeepWhatTheySay_data()
    {
        QTest::addColumn<IssueFilter>("filter");
        QTest::addColumn<std::string>("expected");
        const auto row = [](const char *name, const IssueFilter &filter, const char *expected) {
            QTest::newRow(name) << filter << std::string(expected);
        };
        row("one state", {{Status::Muted}, {}, {}, {}, {}}, "c");
        row("two states", {{Status::Muted, Status::Resolved}, {}, {}, {}, {}}, "c a");
        row("a project", {{}, one, {}, {}, {}}, "b a");
        row("Spotlight", {{}, spotlight, {}, {}, {}}, "d");
        row("a text in any case", {{}, {}, "LIB", {}, {}}, "b");
        row("also beyond ASCII", {{}, {}, "üBER", {}, {}}, "b");
        row("an underscore is an underscore", {{}, {}, "shop_", {}, {}}, "a");
        row("a per cent sign, too", {{}, {}, "0%", {}, {}}, "c");
        row("a quote harms nothing", {{}, {}, "'", {}, {}}, "");
        row("an event since", {{}, {}, {}, TimeRange{minute(3), minute(900)}, {}}, "d c");
        row("an event until", {{}, {}, {}, TimeRange{minute(-900), minute(0)}, {}}, "b");
        row("an event in between", {{}, {}, {}, TimeRange{minute(1), minute(2)}, {}}, "b a");
        row("an issue that paused then", {{}, {}, {}, TimeRange{minute(1), minute(1)}, {}}, "a");
        row("a time without any", {{}, {}, {}, TimeRange{minute(5), minute(9)}, {}}, "");
        row("a range that is none", {{}, {}, {}, TimeRange{minute(9), minute(0)}, {}}, "");
        row("first received since", {{}, {}, {}, {}, minute(1)}, "d c a");
        row("all at once", {{Status::Unresolved}, one, "B", TimeRange{minute(0), minute(9)}, minute(0)}, "b");
    }
    void filtersKeepWhatTheySay()
    {
        QFETCH(const IssueFilter, filter);
        QFETCH(const std::string, expected);
        const StoreFolder folder;
        store::Writer writer = folder.writer();
        fill(writer);
        take(writer.setStatus(std::vector<IssueId>{{3}}, Status::Muted));
        take(writer.setStatus(std::vector<IssueId>{{2}}, Status::Resolved));
        store::Reader reader = folder.reader();
        QCOMPARE(titles(reader, filter), expected);
    }

    void rowsKeepTheOrderAndLeaveOutWhatIsGone()
    {
        const StoreFolder folder;
        store::Writer writer = folder.writer();
        fill(writer);
        store::Reader reader = folder.reader();
        const auto issues = take(reader.issues(std::vector<IssueId>{{3}, {99}, {1}}));
        QCOMPARE(issues.size(), 2U);
        QCOMPARE(issues[0].id, IssueId{3});
        const auto events = take(reader.events(std::vector<EventId>{{5}, {77}, {2}}));
        QCOMPARE(events.size(), 2U);
        QCOMPARE(events[1].title, std::string("a"));
        QCOMPARE(events[1].release, std::string("ra"));
        QVERIFY(events[1].timestamp == minute(1));
        QCOMPARE(reader.event({77}).error().code, ErrorCode::NotFound);
        QCOMPARE(reader.latestEvent({77}).error().code, ErrorCode::NotFound);
        QCOMPARE(take(reader.latestEvent({1})), EventId{3});
        QCOMPARE(reader.findEvent(EventUuid::generate()).error().code, ErrorCode::NotFound);
    }

    // The same questions before, in the middle of and after a merge of runs.
    void eventsComeNewestFirstMergedOrNot()
    {
        const StoreFolder folder;
        store::Writer writer = folder.writer();
        std::vector<std::pair<Timestamp, EventId>> all;
        std::vector<std::pair<Timestamp, EventId>> ofIssue;
        std::vector<EventUuid> uuids;
        std::int64_t id = 0;
        for (const std::int64_t size : {std::int64_t(100), limits::indexRun, std::int64_t(100)}) {
            std::vector<store::Delivery> batch;
            for (std::int64_t i = 0; i < size; ++i) {
                ++id;
                const bool isOurs = id % 3 == 0;
                const Timestamp time = minute(static_cast<int>((id * 7919) % 1000));
                batch.push_back(deliver(isOurs ? two : one, newEvent("title", {isOurs ? 2 : 1}, time)));
                uuids.push_back(batch.back().events.front().event.id);
                all.emplace_back(time, EventId{id});
                if (isOurs) {
                    ofIssue.emplace_back(time, EventId{id});
                }
            }
            write(writer, batch);
            store::Reader reader = folder.reader();
            const auto ids = [](std::vector<std::pair<Timestamp, EventId>> places) {
                std::sort(places.rbegin(), places.rend());
                std::vector<EventId> made;
                for (const auto &place : places) {
                    made.push_back(place.second);
                }
                return made;
            };
            const std::vector<EventId> expected = ids(all);
            const IssueId issue{2};
            QCOMPARE(take(reader.eventIds({})), expected);
            QCOMPARE(take(reader.eventIds({}, 7)), std::vector<EventId>(expected.begin(), expected.begin() + 7));
            QCOMPARE(take(reader.eventIds({issue, {}})), ids(ofIssue));
            QCOMPARE(take(reader.eventIds({{}, two})), ids(ofIssue));
            QCOMPARE(take(reader.eventIds({issue, two})), ids(ofIssue));
            QVERIFY(take(reader.eventIds({issue, one})).empty());
            QCOMPARE(take(reader.latestEvent(issue)), ids(ofIssue).front());
            const auto newer = take(reader.eventIds({issue, {}}, 0, {id - 9}));
            QCOMPARE(newer.size(), 3U);
            QVERIFY(std::all_of(newer.begin(), newer.end(), [&](EventId event) { return event.value > id - 9; }));
            for (const std::size_t at : {std::size_t(0), uuids.size() / 2, uuids.size() - 1}) {
                QCOMPARE(take(reader.findEvent(uuids[at])).value, static_cast<std::int64_t>(at) + 1);
            }
        }
        QVERIFY(folder.count("SELECT value FROM state") > 0);
        QVERIFY(folder.count("SELECT value FROM state") < id);
    }

    void theTrendShowsTheLastDay()
    {
        const StoreFolder folder;
        store::Writer writer = folder.writer();
        const Timestamp current = now();
        for (const int hoursAgo : {0, 0, 5, 23, 24, 48}) {
            write(writer, deliver(one, newEvent("title", {1}, current - std::chrono::hours(hoursAgo))));
        }
        store::Reader reader = folder.reader();
        const auto trend = allIssues(reader).front().trend;
        QCOMPARE(trend.size(), 24U);
        QCOMPARE(trend[23], 2);
        QCOMPARE(trend[18], 1);
        QCOMPARE(trend[0], 1);
        QCOMPARE(std::count(trend.begin(), trend.end(), 0), 21);
    }

    void totalsAddUp()
    {
        const StoreFolder folder;
        store::Writer writer = folder.writer();
        fill(writer);
        take(writer.setStatus(std::vector<IssueId>{{1}, {2}}, Status::Resolved));
        write(writer, deliver(one, newEvent("b", {2}, minute(9))));
        store::Reader reader = folder.reader();
        const store::Totals totals = take(reader.totals());
        QCOMPARE(totals.issues, 4);
        QCOMPARE(totals.events, 6);
        QCOMPARE(totals.deliveries, 6);
        QCOMPARE(totals.refused, 0);
        QVERIFY(totals.databaseBytes > 16384);
    }

    void countsAreOfWhatTheFilterLetsThrough_data()
    {
        QTest::addColumn<IssueFilter>("filter");
        QTest::addColumn<bool>("marked");
        QTest::addColumn<std::vector<std::int64_t>>("expected"); // unresolved, fresh, regressed, muted
        const auto row = [](const char *name, const IssueFilter &filter, bool marked,
                            const std::vector<std::int64_t> &expected) {
            QTest::newRow(name) << filter << marked << expected;
        };
        row("all", {}, true, {2, 1, 1, 1}); // a regressed one is open again
        row("without a mark", {}, false, {2, 0, 1, 1});
        row("a project", {{}, one, {}, {}, {}}, true, {1, 0, 1, 0});
        row("a text", {{}, {}, "cart", {}, {}}, true, {1, 1, 0, 0});
        row("a range", {{}, {}, {}, TimeRange{minute(3), minute(3)}, {}}, true, {0, 0, 0, 1});
        row("a state", {{Status::Muted}, {}, {}, {}, {}}, true, {0, 0, 0, 1});
    }
    void countsAreOfWhatTheFilterLetsThrough()
    {
        QFETCH(const IssueFilter, filter);
        QFETCH(const bool, marked);
        QFETCH(const std::vector<std::int64_t>, expected);
        const StoreFolder folder;
        store::Writer writer = folder.writer();
        fill(writer);
        take(writer.setStatus(std::vector<IssueId>{{1}, {2}}, Status::Resolved));
        take(writer.setStatus(std::vector<IssueId>{{3}}, Status::Muted));
        write(writer, deliver(one, newEvent("b", {2}, minute(9))));
        store::Reader reader = folder.reader();
        const store::IssueCounts counts =
            take(reader.issueCounts(filter, marked ? std::optional(minute(4)) : std::nullopt));
        QCOMPARE((std::vector{counts.unresolved, counts.fresh, counts.regressed, counts.muted}), expected);
    }

    void aReaderSeesWhatIsCommittedAndNothingHoldsTheLog()
    {
        const StoreFolder folder;
        store::Writer writer = folder.writer();
        store::Reader reader = folder.reader();
        QVERIFY(allIssues(reader).empty());
        const store::DataVersion before = take(reader.dataVersion());
        QVERIFY(take(reader.dataVersion()) == before);
        fill(writer);
        QVERIFY(take(reader.dataVersion()) != before);
        QCOMPARE(allIssues(reader).size(), 4U);
        take(reader.eventIds({}));
        take(reader.event({1}));
        writer.checkpoint(true); // would be kept from truncating by any snapshot
        QCOMPARE(writer.walBytes(), 0U);
    }

    void aReaderNeedsNoWriter()
    {
        const StoreFolder folder;
        {
            store::Writer writer = folder.writer();
            fill(writer);
        }
        store::Reader reader = folder.reader();
        QCOMPARE(titles(reader, {}), std::string("d c b a"));
    }

    void readingBesideALiveWriterIsAlwaysConsistent()
    {
        const StoreFolder folder;
        store::Writer writer = folder.writer();
        write(writer, deliver(one, newEvent("title", {1})));
        std::atomic<bool> isDone = false;
        std::atomic<int> mismatches = 0;
        std::thread other([&] {
            store::Reader reader = folder.reader();
            while (!isDone) {
                const auto ids = take(reader.eventIds({IssueId{1}, {}}));
                auto sorted = ids;
                std::sort(sorted.begin(), sorted.end());
                // None twice, none missing: ids count from 1.
                mismatches += sorted.back().value == static_cast<std::int64_t>(sorted.size()) ? 0 : 1;
            }
        });
        for (int batch = 0; batch < 120; ++batch) {
            std::vector<store::Delivery> deliveries;
            for (int i = 0; i < 100; ++i) {
                deliveries.push_back(deliver(one, newEvent("title", {1})));
            }
            write(writer, deliveries);
        }
        isDone = true;
        other.join();
        QCOMPARE(mismatches.load(), 0);
    }

    void aHundredThousandIdsComeAtOnce()
    {
        const StoreFolder folder;
        store::Writer writer = folder.writer();
        {
            auto database = take(store::Database::open(folder.paths.database, store::Database::Mode::ReadWrite));
            take(database.execute("WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000)"
                                  " INSERT INTO issue SELECT i, 1, i % 3, 1, i, i * 7919 % 100003, i, i, '', 40, 0, "
                                  "'title ' || i, '', '',"
                                  " '', '', '', '', '', '', 0 FROM n"));
        }
        store::Reader reader = folder.reader();
        QCOMPARE(take(reader.issueIds({}, IssueOrder::LastSeen, true)).size(), 100000U);
        QCOMPARE(take(reader.issueIds({{Status::Resolved}, {}, {}, {}, {}}, IssueOrder::LastSeen, true)).size(),
                 33334U);
        QCOMPARE(take(reader.issueIds({{}, {}, "TITLE 99999", {}, {}}, IssueOrder::Title, false)).size(), 1U);
        // The usual order costs no sorting and touches no row.
        auto plan = folder.database().prepare("EXPLAIN QUERY PLAN SELECT id FROM issue WHERE deleted = 0"
                                              " AND status IN (0, 3)"
                                              " AND project = 1 ORDER BY last_seen DESC, id DESC");
        store::Cursor row(plan);
        QVERIFY(row.next());
        QVERIFY(row.text(3).find("COVERING INDEX issue_by_last_seen") != std::string_view::npos);
        QVERIFY(!row.next());
    }

    void anInterruptedCallSaysSo()
    {
        const StoreFolder folder;
        store::Writer writer = folder.writer();
        {
            auto database = take(store::Database::open(folder.paths.database, store::Database::Mode::ReadWrite));
            take(database.execute("WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 50000)"
                                  " INSERT INTO issue SELECT i, 1, 0, 1, i, i, i, i, '', 40, 0, 'title ' || i, '', '',"
                                  " '', '', '', '', '', '', 0 FROM n"));
        }
        store::Reader reader = folder.reader();
        const auto interrupter = reader.interrupter();
        const auto ask = [&] {
            return reader.issueIds({{}, {}, "nothing", {}, {}}, IssueOrder::Title, true);
        };
        interrupter.interrupt(); // too late for a call before, so it is the next one's
        QCOMPARE(ask().error().code, ErrorCode::Interrupted);
        QVERIFY(ask().has_value());
        interrupter.interrupt();
        reader.forgetInterruption();
        QVERIFY(ask().has_value());

        std::atomic<bool> isDone = false;
        std::thread other([&] {
            while (!isDone) {
                interrupter.interrupt();
                std::this_thread::yield();
            }
        });
        int interrupted = 0;
        for (int i = 0; i < 50; ++i) {
            reader.forgetInterruption();
            const auto answer = ask();
            interrupted += !answer && answer.error().code == ErrorCode::Interrupted ? 1 : 0;
        }
        isDone = true;
        other.join();
        QVERIFY(interrupted > 0);
        reader.forgetInterruption();
        QVERIFY(ask().has_value());
        writer.checkpoint(true);
        QCOMPARE(writer.walBytes(), 0U); // nothing of the interrupted calls holds the log
    }

    void anInterrupterOutlivesItsReader()
    {
        const StoreFolder folder;
        store::Writer writer = folder.writer();
        const auto interrupter = folder.reader().interrupter();
        interrupter.interrupt();
    }

    void damageIsReportedNotRead()
    {
        const StoreFolder folder;
        {
            store::Writer writer = folder.writer();
            write(writer, deliver(one, newEvent("title", {1})));
        }
        {
            auto database = take(store::Database::open(folder.paths.database, store::Database::Mode::ReadWrite));
            take(database.execute("UPDATE event_payload SET payload = x'00112233'"));
        }
        store::Reader reader = folder.reader();
        QCOMPARE(reader.event({1}).error().code, ErrorCode::Corrupt);
    }
};

PICKET_TEST(TestReader)
#include "tst_reader.moc"
