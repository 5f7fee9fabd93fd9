// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/telemetrywriter.h"

#include <optional>
#include <string_view>

namespace picket::store {

namespace {

constexpr const char *findLogSql =
    "SELECT 1 FROM log WHERE timestamp = ?1 AND project != ?2 AND (project = 0 OR ?2 = 0)"
    " AND body = ?3 AND trace IS ?4 AND span IS ?5 AND sequence = ?6 LIMIT 1";
constexpr const char *addLogSql = "INSERT INTO log (item, place, project, timestamp, severity, trace, span, body,"
                                  " sequence) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
// Spotlight's copy of a span, or the span that Spotlight's was a copy of. Ids may repeat: all of it must be the same.
constexpr const char *findSpanSql =
    "SELECT id FROM span WHERE trace = ?1 AND number = ?2 AND project != ?3 AND (project = 0 OR ?3 = 0)"
    " AND parent IS ?4 AND segment = ?5 AND start = ?6 AND finish = ?7 AND op = ?8 AND description = ?9 AND status = "
    "?10"
    " LIMIT 1";
constexpr const char *moveSpanSql = "UPDATE span SET item = ?2, place = ?3, project = ?4 WHERE id = ?1";
constexpr const char *addSpanSql =
    "INSERT INTO span (item, place, project, trace, number, parent, segment, start, finish, op, description, status)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)";

// Without an id of its own a check-in ends the one that is in progress, or is a new one.
constexpr const char *updateLatestSql = R"(
UPDATE check_in SET item = ?4, status = ?5, updated = ?6, duration = coalesce(?7, duration),
    release = iif(?8 = '', release, ?8), config = iif(?9 = '', config, ?9), trace = coalesce(?10, trace)
WHERE id = (SELECT id FROM check_in WHERE project = ?1 AND monitor = ?2 AND environment = ?3
            ORDER BY updated DESC, id DESC LIMIT 1)
    AND status = 'in_progress'
)";
constexpr const char *addCheckInSql = R"(
INSERT INTO check_in (project, monitor, environment, item, status, started, updated, duration, release, config, trace,
    uuid)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?6, ?7, ?8, ?9, ?10, ?11)
ON CONFLICT (project, monitor, environment, uuid) DO UPDATE SET item = excluded.item, status = excluded.status,
    updated = excluded.updated, duration = coalesce(excluded.duration, duration),
    release = iif(excluded.release = '', release, excluded.release),
    config = iif(excluded.config = '', config, excluded.config), trace = coalesce(excluded.trace, trace)
)";

// Later states may come first; the number of errors never sinks.
constexpr const char *addSessionSql = R"(
INSERT INTO session (item, project, sid, release, environment, started, sequence, status, errors)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
ON CONFLICT (project, sid) DO UPDATE SET item = excluded.item, sequence = excluded.sequence, status = excluded.status,
    errors = max(errors, excluded.errors)
WHERE excluded.sequence >= sequence
)";
constexpr const char *addBucketSql =
    "INSERT INTO session_bucket (item, place, project, release, environment, started, exited, errored, abnormal,"
    " unhandled, crashed) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)";
constexpr const char *addDiscardedSql =
    "INSERT INTO discarded (item, project, time, list, reason, category, quantity) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
constexpr const char *addFeedbackSql =
    "INSERT INTO feedback (item, project, uuid, event_uuid, time, name, email, message, url, source)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)";

std::optional<Blob> uuidOrNull(const EventUuid &uuid)
{
    return uuid.isNil() ? std::nullopt : std::optional(asBlob(uuid.bytes()));
}

std::optional<Blob> uuidOrNull(const std::optional<EventUuid> &uuid)
{
    return uuid ? uuidOrNull(*uuid) : std::nullopt;
}

std::optional<std::int64_t> numberOrNull(model::SpanNumber number)
{
    return number == 0 ? std::nullopt : std::optional(static_cast<std::int64_t>(number));
}

std::optional<std::string_view> textOrNull(const std::string &text)
{
    return text.empty() ? std::nullopt : std::optional<std::string_view>(text);
}

// Runs `write` on each until one fails.
template <class Rows, class Write> Result<void> each(const Rows &rows, const Write &write)
{
    Result<void> written;
    for (const auto &row : rows) {
        written = write(row);
        if (!written) {
            break;
        }
    }
    return written;
}

} // namespace

TelemetryWriter::TelemetryWriter(const Database &database)
    : m_database(database)
    , m_findLog(database.prepare(findLogSql))
    , m_addLog(database.prepare(addLogSql))
    , m_findSpan(database.prepare(findSpanSql))
    , m_moveSpan(database.prepare(moveSpanSql))
    , m_addSpan(database.prepare(addSpanSql))
{
}

Result<void> TelemetryWriter::write(const Source &source, const model::Telemetry &telemetry)
{
    std::size_t bucket = 0;
    return each(telemetry.logs, [&](const model::LogRow &log) { return writeLog(source, log); })
        .and_then(
            [&] { return each(telemetry.spans, [&](const model::SpanRow &span) { return writeSpan(source, span); }); })
        .and_then([&] {
            return each(telemetry.sessionBuckets,
                        [&](const model::SessionBucket &counts) { return writeBucket(source, bucket++, counts); });
        })
        .and_then([&] {
            return each(telemetry.discarded,
                        [&](const model::Discarded &discarded) { return writeDiscarded(source, discarded); });
        })
        .and_then([&] { return telemetry.session ? writeSession(source, *telemetry.session) : Result<void>(); })
        .and_then([&] { return telemetry.checkIn ? writeCheckIn(source, *telemetry.checkIn) : Result<void>(); })
        .and_then([&] { return telemetry.feedback ? writeFeedback(source, *telemetry.feedback) : Result<void>(); });
}

Result<bool> TelemetryWriter::isHeld(const Source &source, const model::LogRow &log)
{
    Cursor row(m_findLog, toMicros(log.timestamp), source.project.value, std::string_view(log.body),
               uuidOrNull(log.trace), numberOrNull(log.span), log.sequence);
    const bool found = row.next();
    return row.status().map([found] { return found; });
}

Result<void> TelemetryWriter::writeLog(const Source &source, const model::LogRow &log)
{
    const auto held = isHeld(source, log);
    if (!held || *held) {
        return held.map([](bool) {});
    }
    return m_addLog.run(source.item.value, log.origin.place, source.project.value, toMicros(log.timestamp),
                        static_cast<int>(log.severity), uuidOrNull(log.trace), numberOrNull(log.span),
                        std::string_view(log.body), log.sequence);
}

Result<std::optional<std::int64_t>> TelemetryWriter::copyOf(const Source &source, const model::SpanRow &span)
{
    std::optional<std::int64_t> copy;
    Cursor row(m_findSpan, uuidOrNull(span.trace), numberOrNull(span.number), source.project.value,
               numberOrNull(span.parent), span.isSegment ? 1 : 0, toMicros(span.start), toMicros(span.end),
               std::string_view(span.op), std::string_view(span.description), std::string_view(span.status));
    if (row.next()) {
        copy = row.integer(0);
    }
    return row.status().map([copy] { return copy; });
}

Result<void> TelemetryWriter::writeSpan(const Source &source, const model::SpanRow &span)
{
    const auto copy = copyOf(source, span);
    if (!copy || *copy) {
        // A span that came again, from Spotlight and from a project, is the project's.
        const bool moves = copy && source.project != ProjectId();
        return moves ? m_moveSpan.run(**copy, source.item.value, span.origin.place, source.project.value)
                     : copy.map([](const auto &) {});
    }
    return m_addSpan.run(source.item.value, span.origin.place, source.project.value, uuidOrNull(span.trace),
                         numberOrNull(span.number), numberOrNull(span.parent), span.isSegment ? 1 : 0,
                         toMicros(span.start), toMicros(span.end), std::string_view(span.op),
                         std::string_view(span.description), std::string_view(span.status));
}

Result<void> TelemetryWriter::writeCheckIn(const Source &source, const model::CheckIn &checkIn)
{
    const auto run = [&](Statement statement, const auto &...more) {
        return statement.run(source.project.value, std::string_view(checkIn.monitor),
                             std::string_view(checkIn.environment), source.item.value, std::string_view(checkIn.status),
                             toMicros(source.received), checkIn.durationMicros, std::string_view(checkIn.release),
                             std::string_view(checkIn.config), uuidOrNull(checkIn.trace), more...);
    };
    const auto id = uuidOrNull(checkIn.checkInId);
    if (!id) {
        auto updated = run(m_database.prepare(updateLatestSql));
        if (!updated || m_database.changedRows() > 0) {
            return updated;
        }
    }
    return run(m_database.prepare(addCheckInSql), id);
}

Result<void> TelemetryWriter::writeSession(const Source &source, const model::Session &session)
{
    return m_database.prepare(addSessionSql)
        .run(source.item.value, source.project.value, textOrNull(session.sid), std::string_view(session.release),
             std::string_view(session.environment), toMicros(session.started), session.sequence,
             std::string_view(session.status), session.errors);
}

Result<void> TelemetryWriter::writeBucket(const Source &source, std::size_t place, const model::SessionBucket &bucket)
{
    return m_database.prepare(addBucketSql)
        .run(source.item.value, place, source.project.value, std::string_view(bucket.release),
             std::string_view(bucket.environment), toMicros(bucket.started), bucket.counts.exited,
             bucket.counts.errored, bucket.counts.abnormal, bucket.counts.unhandled, bucket.counts.crashed);
}

Result<void> TelemetryWriter::writeDiscarded(const Source &source, const model::Discarded &discarded)
{
    return m_database.prepare(addDiscardedSql)
        .run(source.item.value, source.project.value, toMicros(source.received), std::string_view(discarded.list),
             std::string_view(discarded.reason), std::string_view(discarded.category), discarded.quantity);
}

Result<void> TelemetryWriter::writeFeedback(const Source &source, const model::Feedback &feedback)
{
    return m_database.prepare(addFeedbackSql)
        .run(source.item.value, source.project.value, uuidOrNull(feedback.feedbackId), uuidOrNull(feedback.eventId),
             toMicros(feedback.timestamp.value_or(source.received)), std::string_view(feedback.name),
             std::string_view(feedback.email), std::string_view(feedback.message), std::string_view(feedback.url),
             std::string_view(feedback.source));
}

} // namespace picket::store
