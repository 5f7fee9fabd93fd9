// SPDX-License-Identifier: GPL-3.0-or-later
// What the time axis asks about events.
#include "tests/core/store/storefixture.h"
#include "tests/support/testmain.h"

#include "core/base/limits.h"

#include <QTest>

#include <algorithm>
#include <functional>

using namespace picket;
using namespace picket::test;
using store::IssueFilter;
using store::TimeRange;
using Status = model::IssueStatus;
using std::chrono::microseconds;

namespace {

struct Sent {
    EventId id;
    Timestamp time;
    int issue; // 1 to 4: also its hash, and its id
    model::Level level;
};

constexpr int minutes = 1000;

// Events of four issues in no order: 3 is Spotlight's, 4 is rare, the others are project one's.
std::vector<Sent> fill(store::Writer &writer, std::int64_t count, std::int64_t firstId)
{
    std::vector<Sent> sent;
    std::vector<store::Delivery> batch;
    for (std::int64_t id = firstId; id < firstId + count; ++id) {
        const int issue = id <= 4 ? static_cast<int>(id) : id % 500 == 0 ? 4 : static_cast<int>(id % 3) + 1;
        const auto level = id % 2 == 0 ? model::Level::Warning : model::Level::Error;
        const Timestamp time = minute(static_cast<int>((id * 7919) % minutes)) + microseconds(id % 7);
        store::NewEvent event = newEvent("title " + std::to_string(issue), {issue}, time);
        event.event.level = level;
        batch.push_back(deliver(issue == 3 ? spotlight : one, std::move(event)));
        sent.push_back({{id}, time, issue, level});
    }
    write(writer, batch);
    return sent;
}

using Belongs = std::function<bool(const Sent &)>;

std::vector<std::int64_t> expectedCounts(const std::vector<Sent> &all, const model::Histogram &histogram,
                                         const TimeRange &range, const Belongs &belongs)
{
    std::vector<std::int64_t> counts(histogram.events.size(), 0);
    for (const Sent &event : all) {
        if (belongs(event) && event.time >= range.from && event.time <= range.to) {
            ++counts[static_cast<std::size_t>((event.time - range.from) / histogram.span)];
        }
    }
    return counts;
}

void verifyHistograms(store::Reader &reader, const std::vector<Sent> &all, bool isFourDeleted)
{
    const struct {
        const char *name;
        IssueFilter filter;
        Belongs belongs;
    } questions[] = {
        {"none",
         {},
         [](const Sent &) {
             return true;
         }},
        {"a project",
         {{}, one, {}, {}, {}},
         [](const Sent &event) {
             return event.issue != 3;
         }},
        {"a state",
         {{Status::Muted}, {}, {}, {}, {}},
         [](const Sent &event) {
             return event.issue == 2;
         }},
        {"a text",
         {{}, {}, "TITLE 1", {}, {}},
         [](const Sent &event) {
             return event.issue == 1;
         }},
        {"the filter's own range",
         {{}, {}, {}, TimeRange{minute(1), minute(1)}, {}},
         [](const Sent &) {
             return true;
         }},
    };
    for (const auto &[name, filter, belongs] : questions) {
        const auto counted = [&belongs = belongs, isFourDeleted](const Sent &event) {
            return belongs(event) && !(isFourDeleted && event.issue == 4);
        };
        for (const TimeRange &range : {TimeRange{minute(0), minute(minutes)}, TimeRange{minute(100), minute(103)},
                                       TimeRange{minute(-50), minute(-1)}}) {
            for (const std::size_t spans : {std::size_t(1), std::size_t(7), std::size_t(200)}) {
                const model::Histogram histogram = take(reader.histogram(filter, range, spans));
                QVERIFY(histogram.from == range.from);
                QCOMPARE(histogram.events.size(), spans);
                QVERIFY2(histogram.events == expectedCounts(all, histogram, range, counted), name);
            }
        }
    }
}

} // namespace

class TestTimeline final : public picket::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    // The same questions before, in the middle of and after a merge of runs.
    void everyEventIsCountedOnceMergedOrNot()
    {
        const StoreFolder folder;
        store::Writer writer = folder.writer();
        std::vector<Sent> all;
        for (const std::int64_t size : {std::int64_t(100), limits::indexRun, std::int64_t(100)}) {
            const auto more = fill(writer, size, static_cast<std::int64_t>(all.size()) + 1);
            all.insert(all.end(), more.begin(), more.end());
            take(writer.setStatus(std::vector<IssueId>{{2}}, Status::Muted));
            store::Reader reader = folder.reader();
            verifyHistograms(reader, all, false);
            take(writer.setDeleted(std::vector<IssueId>{{4}}, true));
            verifyHistograms(reader, all, true);
            take(writer.setDeleted(std::vector<IssueId>{{4}}, false));
        }
        QVERIFY(folder.count("SELECT value FROM state") > 0);
        QVERIFY(folder.count("SELECT value FROM state") < static_cast<std::int64_t>(all.size()));
    }

    void bothEndsBelongToTheRange()
    {
        const StoreFolder folder;
        store::Writer writer = folder.writer();
        for (const int at : {0, 4, 10}) {
            write(writer, deliver(one, newEvent("title", {1}, minute(at))));
        }
        store::Reader reader = folder.reader();
        const model::Histogram histogram = take(reader.histogram({}, {minute(0), minute(10)}, 2));
        QCOMPARE(histogram.events, (std::vector<std::int64_t>{2, 1}));
        QCOMPARE(histogram.newIssues, (std::vector<std::int32_t>{1, 0}));
        const auto inside = take(reader.histogram({}, {minute(0) + microseconds(1), minute(10) - microseconds(1)}, 3));
        QCOMPARE(inside.events, (std::vector<std::int64_t>{0, 1, 0}));
        QCOMPARE(inside.newIssues, (std::vector<std::int32_t>{0, 0, 0}));
        QCOMPARE(take(reader.histogram({}, {minute(4), minute(4)}, 5)).events,
                 (std::vector<std::int64_t>{1, 0, 0, 0, 0}));
    }

    void aQuestionForNothingIsAnsweredWithNothing()
    {
        const StoreFolder folder;
        store::Writer writer = folder.writer();
        store::Reader reader = folder.reader();
        QVERIFY(!take(reader.timeSpan({})));
        QVERIFY(take(reader.eventPoints({}, {minute(0), minute(9)})).empty());
        write(writer, deliver(one, newEvent("title", {1}, minute(1))));
        QVERIFY(take(reader.histogram({}, {minute(0), minute(9)}, 0)).events.empty());
        QCOMPARE(take(reader.histogram({}, {minute(9), minute(0)}, 2)).events, (std::vector<std::int64_t>{0, 0}));
        QVERIFY(!take(reader.timeSpan({{}, two, {}, {}, {}})));
    }

    void newIssuesAreCountedWhereTheyBegan()
    {
        const StoreFolder folder;
        store::Writer writer = folder.writer();
        const int sent[][2] = {{1, 0}, {2, 3}, {1, 5}, {3, 5}, {4, 5}}; // hash, minute
        for (const auto &[number, at] : sent) {
            write(writer, deliver(number == 4 ? two : one, newEvent("title", {number}, minute(at))));
        }
        take(writer.setDeleted(std::vector<IssueId>{{3}}, true));
        store::Reader reader = folder.reader();
        const TimeRange range{minute(0), minute(6)};
        QCOMPARE(take(reader.histogram({}, range, 3)).newIssues, (std::vector<std::int32_t>{1, 1, 1}));
        QCOMPARE(take(reader.histogram({{}, one, {}, {}, {}}, range, 3)).newIssues,
                 (std::vector<std::int32_t>{1, 1, 0}));
        QCOMPARE(take(reader.histogram({{}, {}, {}, {}, minute(2)}, range, 3)).newIssues,
                 (std::vector<std::int32_t>{0, 1, 1}));
        QCOMPARE(take(reader.histogram({{}, {}, {}, {}, minute(2)}, range, 3)).events,
                 (std::vector<std::int64_t>{0, 1, 1}));
    }

    void theSpanReachesFromTheOldestToTheNewest()
    {
        const StoreFolder folder;
        store::Writer writer = folder.writer();
        write(writer, deliver(one, newEvent("a", {1}, minute(5))));
        write(writer, deliver(two, newEvent("b", {2}, minute(9))));
        write(writer, deliver(one, newEvent("a", {1}, minute(2))));
        store::Reader reader = folder.reader();
        QVERIFY(take(reader.timeSpan({})) == (TimeRange{minute(2), minute(9)}));
        QVERIFY(take(reader.timeSpan({{}, one, {}, {}, {}})) == (TimeRange{minute(2), minute(5)}));
        QVERIFY(take(reader.timeSpan({{}, {}, "A", TimeRange{minute(7), minute(8)}, {}}))
                == (TimeRange{minute(2), minute(5)}));
        take(writer.setDeleted(std::vector<IssueId>{{2}}, true));
        QVERIFY(take(reader.timeSpan({})) == (TimeRange{minute(2), minute(5)}));
    }

    void pointsComeNewestFirstWithTheirLevels()
    {
        const StoreFolder folder;
        store::Writer writer = folder.writer();
        std::vector<Sent> all = fill(writer, limits::indexRun, 1);
        const std::vector<Sent> recent = fill(writer, 50, limits::indexRun + 1);
        all.insert(all.end(), recent.begin(), recent.end());
        std::sort(all.begin(), all.end(),
                  [](const Sent &a, const Sent &b) { return std::pair(b.time, b.id) < std::pair(a.time, a.id); });
        store::Reader reader = folder.reader();
        const TimeRange range{minute(200), minute(300)};
        for (const int issue : {0, 1, 4}) { // 0: any
            std::vector<Sent> expected;
            std::copy_if(all.begin(), all.end(), std::back_inserter(expected), [&](const Sent &event) {
                return (issue == 0 || event.issue == issue) && event.time >= range.from && event.time <= range.to;
            });
            store::EventFilter filter;
            if (issue > 0) {
                filter.issue = IssueId{issue};
            }
            const auto points = take(reader.eventPoints(filter, range));
            QCOMPARE(points.size(), expected.size());
            for (std::size_t i = 0; i < points.size(); ++i) {
                QCOMPARE(points[i].id, expected[i].id);
                QVERIFY(points[i].timestamp == expected[i].time);
                QVERIFY(points[i].level == expected[i].level);
            }
        }
    }

    // The rows of an issue lie together by time: a range is one lookup for each issue.
    void aRangeOfTimeIsLookedUp()
    {
        const StoreFolder folder;
        store::Writer writer = folder.writer();
        auto database = folder.database();
        auto plan = database.prepare("EXPLAIN QUERY PLAN SELECT id FROM issue WHERE deleted = 0 AND EXISTS"
                                     " (SELECT 1 FROM issue_event WHERE issue_event.issue = issue.id"
                                     " AND timestamp BETWEEN 1 AND 2) ORDER BY last_seen DESC, id DESC");
        std::string text;
        store::Cursor row(plan);
        while (row.next()) {
            text += row.string(3) + '\n';
        }
        QVERIFY2(text.find("SEARCH issue_event USING PRIMARY KEY (issue=? AND timestamp>? AND timestamp<?)")
                     != std::string::npos,
                 text.c_str());
        QVERIFY2(text.find("COVERING INDEX issue_by_last_seen") != std::string::npos, text.c_str());
        QVERIFY2(text.find("TEMP B-TREE") == std::string::npos, text.c_str());
    }

    void aQuestionCanBeInterrupted()
    {
        const StoreFolder folder;
        store::Writer writer = folder.writer();
        fill(writer, limits::indexRun, 1);
        store::Reader reader = folder.reader();
        const auto interrupter = reader.interrupter();
        interrupter.interrupt();
        const TimeRange range{minute(0), minute(minutes)};
        QCOMPARE(reader.histogram({}, range, 100).error().code, ErrorCode::Interrupted);
        QVERIFY(reader.histogram({}, range, 100).has_value());
        interrupter.interrupt();
        QCOMPARE(reader.eventPoints({}, range).error().code, ErrorCode::Interrupted);
    }
};

PICKET_TEST(TestTimeline)
#include "tst_timeline.moc"
