// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/telemetryqueries.h"

#include "core/base/limits.h"
#include "core/store/eventindex.h"
#include "core/store/eventplaces.h"
#include "core/store/eventqueries.h"

namespace picket::store {

namespace {

// Values of LIMIT: a negative one is none.
std::int64_t sqlLimit(std::size_t limit)
{
    return limit == 0 ? -1 : static_cast<std::int64_t>(limit);
}

std::optional<Blob> blobOf(const std::optional<EventUuid> &uuid)
{
    return uuid ? std::optional(asBlob(uuid->bytes())) : std::nullopt;
}

model::TraceId traceOf(const Cursor &row, int column)
{
    return row.isNull(column) ? model::TraceId() : uuidOf(row.blob(column));
}

model::SpanNumber numberOf(const Cursor &row, int column)
{
    return static_cast<model::SpanNumber>(row.integer(column)); // NULL reads as 0
}

ProjectId projectOf(const Cursor &row, int column)
{
    return {static_cast<std::uint64_t>(row.integer(column))};
}

constexpr const char *logColumns = "SELECT id, item, place, project, timestamp, severity, body, trace, span FROM log ";

model::LogRow logOf(const Cursor &row)
{
    return {{row.integer(0)},
            {{row.integer(1)}, row.integer(2)},
            projectOf(row, 3),
            fromMicros(row.integer(4)),
            static_cast<model::Severity>(row.integer(5)),
            row.string(6),
            traceOf(row, 7),
            numberOf(row, 8)};
}

constexpr const char *spanColumns = "SELECT id, item, place, project, trace, number, parent, segment, start, finish,"
                                    " op, description, status FROM span ";

model::SpanRow spanOf(const Cursor &row)
{
    return {{row.integer(0)},
            {{row.integer(1)}, row.integer(2)},
            projectOf(row, 3),
            traceOf(row, 4),
            numberOf(row, 5),
            numberOf(row, 6),
            row.integer(7) != 0,
            fromMicros(row.integer(8)),
            fromMicros(row.integer(9)),
            row.string(10),
            row.string(11),
            row.string(12)};
}

// All rows of a statement, each made by `make`.
template <class Make, class... Values>
auto readAll(Statement statement, const Make &make, const Values &...values)
    -> Result<std::vector<decltype(make(std::declval<const Cursor &>()))>>
{
    std::vector<decltype(make(std::declval<const Cursor &>()))> rows;
    Cursor row(statement, values...);
    while (row.next()) {
        rows.push_back(make(row));
    }
    if (!row.status()) {
        return tl::unexpected<Error>(row.status().error());
    }
    return rows;
}

// The rows of the ids that are still there, in their order.
template <class RowId, class Make>
auto readEach(Statement statement, std::span<const RowId> ids, const Make &make)
    -> Result<std::vector<decltype(make(std::declval<const Cursor &>()))>>
{
    std::vector<decltype(make(std::declval<const Cursor &>()))> rows;
    rows.reserve(ids.size());
    for (const RowId id : ids) {
        Cursor row(statement, id.value);
        if (row.next()) {
            rows.push_back(make(row));
        } else if (!row.status()) {
            return tl::unexpected<Error>(row.status().error());
        }
    }
    return rows;
}

template <class RowId> RowId idOf(const Cursor &row)
{
    return {row.integer(0)};
}

Result<std::vector<EventId>> readEventsOfTrace(Database &database, std::int64_t trace)
{
    // What no run has merged yet stands at the end of `event`.
    Statement statement = database.prepare(
        "SELECT event.id FROM (SELECT event AS id FROM event_trace WHERE trace = ?1 UNION ALL"
        " SELECT id FROM event WHERE id > (SELECT value FROM state WHERE name = 'indexed_event') AND trace = ?1) AS own"
        " JOIN event ON event.id = own.id JOIN issue ON issue.id = event.issue WHERE issue.deleted = 0"
        " ORDER BY event.timestamp, event.id");
    return readAll(std::move(statement), idOf<EventId>, trace);
}

Result<void> readTraceEvents(Database &database, const model::TraceId &trace, model::TraceParts &parts)
{
    auto ids = readEventsOfTrace(database, uuidKey(trace));
    if (!ids) {
        return tl::unexpected<Error>(std::move(ids.error()));
    }
    parts.eventCount = static_cast<std::int64_t>(ids->size());
    ids->resize(std::min(ids->size(), limits::traceEvents));
    return readEvents(database, *ids).map([&](std::vector<model::EventRow> &&events) {
        parts.events = std::move(events);
    });
}

Result<std::int64_t> countOf(const Database &database, const char *sql, const model::TraceId &trace)
{
    Statement statement = database.prepare(sql);
    std::int64_t count = 0;
    Cursor row(statement, asBlob(trace.bytes()));
    if (row.next()) {
        count = row.integer(0);
    }
    return row.status().map([count] { return count; });
}

} // namespace

Result<std::vector<LogId>> readLogIds(Database &database, const LogFilter &filter, std::size_t limit)
{
    // One trace is found by its index.
    const std::string sql = std::string("SELECT id FROM log WHERE ") + (filter.trace ? "trace = ?1" : "?1 IS NULL")
        + " AND (?2 = 0 OR project = ?3) AND (?4 = 0 OR severity >= ?4) AND (?5 = '' OR contains_text(body, ?5))"
          " ORDER BY timestamp DESC, sequence DESC, id DESC LIMIT ?6";
    return readAll(database.prepare(sql), idOf<LogId>, blobOf(filter.trace), filter.project ? 1 : 0,
                   filter.project.value_or(ProjectId()).value, static_cast<int>(filter.atLeast),
                   std::string_view(filter.text), sqlLimit(limit));
}

Result<std::vector<model::LogRow>> readLogs(Database &database, std::span<const LogId> ids)
{
    return readEach(database.prepare(std::string(logColumns) + "WHERE id = ?1"), ids, logOf);
}

Result<std::vector<SpanId>> readTransactionIds(Database &database, const TransactionFilter &filter, std::size_t limit)
{
    Statement statement = database.prepare("SELECT id FROM span WHERE segment = 1 AND (?1 = 0 OR project = ?2)"
                                           " AND (?3 = '' OR contains_text(description, ?3) OR contains_text(op, ?3))"
                                           " ORDER BY start DESC, id DESC LIMIT ?4");
    return readAll(std::move(statement), idOf<SpanId>, filter.project ? 1 : 0,
                   filter.project.value_or(ProjectId()).value, std::string_view(filter.text), sqlLimit(limit));
}

Result<std::vector<model::SpanRow>> readSpans(Database &database, std::span<const SpanId> ids)
{
    return readEach(database.prepare(std::string(spanColumns) + "WHERE id = ?1"), ids, spanOf);
}

Result<model::TraceParts> readTrace(Database &database, const model::TraceId &trace)
{
    auto snapshot = Transaction::begin(database, Transaction::Kind::Read);
    if (!snapshot) {
        return tl::unexpected<Error>(std::move(snapshot.error()));
    }
    model::TraceParts parts;
    const Blob id = asBlob(trace.bytes());
    const auto give = [](auto &into) {
        return [&into](auto &&value) {
            into = std::forward<decltype(value)>(value);
        };
    };
    return readAll(database.prepare(std::string(spanColumns) + "WHERE trace = ?1 ORDER BY start, id LIMIT ?2"), spanOf,
                   id, limits::traceSpans)
        .map(give(parts.spans))
        .and_then([&] {
            return readAll(database.prepare(std::string(logColumns)
                                            + "WHERE trace = ?1 ORDER BY timestamp, sequence, id LIMIT ?2"),
                           logOf, id, limits::traceLogs)
                .map(give(parts.logs));
        })
        .and_then([&] {
            return countOf(database, "SELECT count(*) FROM span WHERE trace = ?1", trace).map(give(parts.spanCount));
        })
        .and_then([&] {
            return countOf(database, "SELECT count(*) FROM log WHERE trace = ?1", trace).map(give(parts.logCount));
        })
        .and_then([&] { return readTraceEvents(database, trace, parts); })
        .map([&] { return std::move(parts); });
}

Result<std::vector<model::MonitorRow>> readMonitors(Database &database)
{
    // The bare columns are those of the row that has the maximum.
    Statement statement = database.prepare(
        "SELECT project, monitor, environment, status, release, started, max(updated), duration, trace, count(*),"
        " sum(status = 'error'), (SELECT config FROM check_in AS configured WHERE configured.project = check_in.project"
        " AND configured.monitor = check_in.monitor AND configured.environment = check_in.environment"
        " AND config != '' ORDER BY updated DESC LIMIT 1)"
        " FROM check_in GROUP BY project, monitor, environment ORDER BY max(updated) DESC, monitor, environment");
    return readAll(std::move(statement), [](const Cursor &row) {
        model::MonitorRow monitor;
        monitor.project = projectOf(row, 0);
        monitor.monitor = row.string(1);
        monitor.environment = row.string(2);
        monitor.status = row.string(3);
        monitor.release = row.string(4);
        monitor.started = fromMicros(row.integer(5));
        monitor.updated = fromMicros(row.integer(6));
        if (!row.isNull(7)) {
            monitor.durationMicros = row.integer(7);
        } else if (monitor.updated > monitor.started) {
            monitor.durationMicros = (monitor.updated - monitor.started).count();
        }
        monitor.trace = traceOf(row, 8);
        monitor.checkIns = row.integer(9);
        monitor.failed = row.integer(10);
        monitor.config = row.string(11);
        return monitor;
    });
}

Result<std::vector<model::ReleaseHealthRow>> readReleaseHealth(Database &database)
{
    // A session that ended well after errors is an errored one; one that is still going on is only started.
    Statement statement = database.prepare(R"(
SELECT project, release, environment, sum(started), sum(exited), sum(errored), sum(abnormal), sum(unhandled),
    sum(crashed), min(since), max(since)
FROM (
    SELECT project, release, environment, 1 AS started, status = 'exited' AND errors = 0 AS exited,
        status = 'errored' OR (status IN ('exited', 'ok') AND errors > 0) AS errored, status = 'abnormal' AS abnormal,
        status = 'unhandled' AS unhandled, status = 'crashed' AS crashed, started AS since
    FROM session
    UNION ALL
    SELECT project, release, environment, exited + errored + abnormal + unhandled + crashed, exited, errored, abnormal,
        unhandled, crashed, started
    FROM session_bucket
)
GROUP BY project, release, environment ORDER BY max(since) DESC, release, environment
)");
    return readAll(std::move(statement), [](const Cursor &row) {
        model::ReleaseHealthRow health;
        health.project = projectOf(row, 0);
        health.release = row.string(1);
        health.environment = row.string(2);
        health.started = row.integer(3);
        health.counts = {row.integer(4), row.integer(5), row.integer(6), row.integer(7), row.integer(8)};
        health.firstStarted = fromMicros(row.integer(9));
        health.lastStarted = fromMicros(row.integer(10));
        return health;
    });
}

Result<std::vector<model::DiscardedRow>> readDiscarded(Database &database)
{
    Statement statement =
        database.prepare("SELECT project, list, reason, category, sum(quantity), count(*), max(time) FROM discarded"
                         " GROUP BY project, list, reason, category ORDER BY sum(quantity) DESC, max(time) DESC");
    return readAll(std::move(statement), [](const Cursor &row) {
        return model::DiscardedRow{projectOf(row, 0),
                                   {row.string(1), row.string(2), row.string(3), row.integer(4)},
                                   row.integer(5),
                                   fromMicros(row.integer(6))};
    });
}

// Whose attachments: a feedback has an id of its own, which the envelope's header names.
Result<std::vector<ItemId>> readAttachmentsOf(Database &database, const model::FeedbackRow &row)
{
    Statement statement = database.prepare("SELECT id FROM item WHERE event_uuid = ?1 AND type = 'attachment'"
                                           " AND (project = ?2 OR project = 0) ORDER BY id");
    return readAll(std::move(statement), idOf<ItemId>, blobOf(row.feedback.feedbackId), row.project.value);
}

Result<std::vector<model::FeedbackRow>> readFeedback(Database &database, const std::optional<EventUuid> &about)
{
    Statement statement = database.prepare(
        "SELECT id, item, project, time, uuid, event_uuid, name, email, message, url, source FROM feedback"
        " WHERE ?1 IS NULL OR event_uuid = ?1 ORDER BY time DESC, id DESC LIMIT ?2");
    const auto uuidAt = [](const Cursor &row, int column) {
        return row.isNull(column) ? std::nullopt : std::optional(uuidOf(row.blob(column)));
    };
    auto rows = readAll(
        std::move(statement),
        [&](const Cursor &row) {
            return model::FeedbackRow{{row.integer(0)},
                                      {row.integer(1)},
                                      projectOf(row, 2),
                                      fromMicros(row.integer(3)),
                                      {uuidAt(row, 4), uuidAt(row, 5), fromMicros(row.integer(3)), row.string(6),
                                       row.string(7), row.string(8), row.string(9), row.string(10)},
                                      {},
                                      {},
                                      {}};
        },
        blobOf(about), limits::feedbackShown);
    if (!rows) {
        return rows;
    }
    for (model::FeedbackRow &row : *rows) {
        const auto event = row.feedback.eventId ? readEventByUuid(database, *row.feedback.eventId)
                                                : Result<EventId>(failure(ErrorCode::NotFound));
        if (!event && event.error().code != ErrorCode::NotFound) {
            return tl::unexpected<Error>(event.error());
        }
        const std::array<EventId, 1> ids{event.value_or(EventId())};
        auto events = event ? readEvents(database, ids) : Result<std::vector<model::EventRow>>();
        if (!events) {
            return tl::unexpected<Error>(std::move(events.error()));
        }
        if (!events->empty()) {
            row.event = events->front().id;
            row.issue = events->front().issue;
        }
        auto attachments = row.feedback.feedbackId ? readAttachmentsOf(database, row) : Result<std::vector<ItemId>>();
        if (!attachments) {
            return tl::unexpected<Error>(std::move(attachments.error()));
        }
        row.attachments = std::move(*attachments);
    }
    return rows;
}

} // namespace picket::store
