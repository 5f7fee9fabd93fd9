// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/histogram.h"

#include "core/store/eventplaces.h"
#include "core/store/issuequeries.h"

#include <algorithm>
#include <chrono>
#include <utility>
#include <vector>

namespace picket::store {

namespace {

using std::chrono::microseconds;

// Events that are read through in the time of one question for their number.
constexpr std::int64_t eventsPerQuestion = 16;

// Spans without counts: where they begin and how long they are.
model::Histogram layOut(const TimeRange &range, std::size_t spans)
{
    model::Histogram histogram;
    histogram.from = range.from;
    histogram.events.assign(spans, 0);
    histogram.newIssues.assign(spans, 0);
    if (spans > 0 && range.to >= range.from) {
        const auto count = static_cast<std::int64_t>(spans);
        const std::int64_t length = (range.to - range.from).count() + 1;
        histogram.span = microseconds((length + count - 1) / count);
    }
    return histogram;
}

// Fills one histogram from one snapshot.
class Count final
{
public:
    // Nothing from `end` on is counted.
    Count(const Database &database, const IssueFilter &filter, model::Histogram &histogram, Timestamp end)
        : m_database(database)
        , m_filter(filter)
        , m_histogram(histogram)
        , m_from(toMicros(histogram.from))
        , m_end(toMicros(end))
    {
    }

    [[nodiscard]] Result<void> run()
    {
        return readIssues().and_then([&] {
            return (takesAll() ? countAll() : countIssues(m_issues, 1)).and_then([&] { return countRecent(); });
        });
    }

private:
    struct Issue {
        std::int64_t id;
        std::int64_t events;
    };

    // Nothing but a project is asked for: the index by time has an answer.
    [[nodiscard]] bool takesAll() const
    {
        return m_filter.statuses.empty() && m_filter.text.empty() && !m_filter.newSince;
    }
    [[nodiscard]] std::size_t spanOf(std::int64_t timestamp) const
    {
        return static_cast<std::size_t>((timestamp - m_from) / m_histogram.span.count());
    }
    [[nodiscard]] bool isCounted(std::int64_t issue) const
    {
        const auto byId = [](const Issue &one, std::int64_t id) {
            return one.id < id;
        };
        const auto found = std::lower_bound(m_issues.begin(), m_issues.end(), issue, byId);
        return found != m_issues.end() && found->id == issue;
    }

    [[nodiscard]] Result<void> readIssues();
    [[nodiscard]] Result<void> countAll();
    [[nodiscard]] Result<std::vector<Issue>> readDeleted(const std::string &project);
    [[nodiscard]] Result<void> countIssues(const std::vector<Issue> &issues, std::int64_t sign);
    [[nodiscard]] Result<void> countRecent();

    const Database &m_database;
    const IssueFilter &m_filter;
    model::Histogram &m_histogram;
    const std::int64_t m_from;
    const std::int64_t m_end;
    std::vector<Issue> m_issues; // by id
};

// Those that can have had events in that time; on the way, where they began.
Result<void> Count::readIssues()
{
    Statement statement = m_database.prepare("SELECT id, events, first_seen FROM issue WHERE "
                                             + issueConditions(m_filter) + " AND last_seen >= " + std::to_string(m_from)
                                             + " AND first_seen < " + std::to_string(m_end));
    const auto read = [this](Cursor row) {
        while (row.next()) {
            m_issues.push_back({row.integer(0), row.integer(1)});
            if (row.integer(2) >= m_from) {
                ++m_histogram.newIssues[spanOf(row.integer(2))];
            }
        }
        return row.status();
    };
    auto done =
        m_filter.text.empty() ? read(Cursor(statement)) : read(Cursor(statement, std::string_view(m_filter.text)));
    std::sort(m_issues.begin(), m_issues.end(), [](const Issue &a, const Issue &b) { return a.id < b.id; });
    return done;
}

// All of them by time, less those of deleted issues, which are few and soon gone.
Result<void> Count::countAll()
{
    const std::string project = m_filter.project
        ? " AND project = " + std::to_string(static_cast<std::int64_t>(m_filter.project->value))
        : std::string();
    Statement all =
        m_database.prepare("SELECT count(*) FROM event_time WHERE timestamp >= ?1 AND timestamp < ?2" + project);
    std::int64_t begin = m_from;
    for (std::int64_t &count : m_histogram.events) {
        const std::int64_t end = begin + m_histogram.span.count();
        Cursor row(all, begin, std::min(end, m_end));
        if (!row.next()) {
            return row.status();
        }
        count += row.integer(0);
        begin = end;
    }
    const auto deleted = readDeleted(project);
    return deleted ? countIssues(*deleted, -1) : tl::unexpected<Error>(deleted.error());
}

Result<std::vector<Count::Issue>> Count::readDeleted(const std::string &project)
{
    std::vector<Issue> deleted;
    Statement statement = m_database.prepare("SELECT id, events FROM issue WHERE deleted > 0" + project);
    Cursor row(statement);
    while (row.next()) {
        deleted.push_back({row.integer(0), row.integer(1)});
    }
    return row.status().map([&] { return std::move(deleted); });
}

// An issue with many events costs a question for each span, one with few is read through.
Result<void> Count::countIssues(const std::vector<Issue> &issues, std::int64_t sign)
{
    Statement each =
        m_database.prepare("SELECT timestamp FROM issue_event WHERE issue = ?1 AND timestamp >= ?2 AND timestamp < ?3");
    Statement span =
        m_database.prepare("SELECT count(*) FROM issue_event WHERE issue = ?1 AND timestamp >= ?2 AND timestamp < ?3");
    const auto spans = static_cast<std::int64_t>(m_histogram.events.size());
    for (const Issue &issue : issues) {
        if (issue.events < spans * eventsPerQuestion) {
            Cursor row(each, issue.id, m_from, m_end);
            while (row.next()) {
                m_histogram.events[spanOf(row.integer(0))] += sign;
            }
            if (!row.status()) {
                return row.status();
            }
            continue;
        }
        std::int64_t begin = m_from;
        for (std::int64_t &count : m_histogram.events) {
            const std::int64_t end = begin + m_histogram.span.count();
            Cursor row(span, issue.id, begin, std::min(end, m_end));
            if (!row.next()) {
                return row.status();
            }
            count += sign * row.integer(0);
            begin = end;
        }
    }
    return {};
}

// The end of `event`, which no run has reached yet.
Result<void> Count::countRecent()
{
    Statement statement =
        m_database.prepare("SELECT timestamp, issue FROM event WHERE id > (" + std::string(lastIndexedSql)
                           + ") AND timestamp >= ?1 AND timestamp < ?2");
    Cursor row(statement, m_from, m_end);
    while (row.next()) {
        if (isCounted(row.integer(1))) {
            ++m_histogram.events[spanOf(row.integer(0))];
        }
    }
    return row.status();
}

} // namespace

Result<model::Histogram> readHistogram(Database &database, const IssueFilter &filter, const TimeRange &range,
                                       std::size_t spans)
{
    model::Histogram histogram = layOut(range, spans);
    if (histogram.span == microseconds(0)) {
        return histogram;
    }
    auto snapshot = Transaction::begin(database, Transaction::Kind::Read);
    if (!snapshot) {
        return tl::unexpected<Error>(std::move(snapshot.error()));
    }
    IssueFilter anyTime = filter;
    anyTime.range.reset();
    return Count(database, anyTime, histogram, range.to + microseconds(1)).run().map([&] {
        return std::move(histogram);
    });
}

} // namespace picket::store
