// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/telemetry.h"

#include "core/base/limits.h"
#include "core/formats/checkin.h"
#include "core/formats/clientreport.h"
#include "core/formats/logitems.h"
#include "core/formats/session.h"
#include "core/formats/spanitems.h"
#include "core/formats/userfeedback.h"
#include "core/ingest/items.h"
#include "core/protocol/utf8.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace picket::ingest {

namespace {

using Reading = Result<TelemetryReading>;

std::string brief(std::string_view text)
{
    return protocol::cutWithMark(text, limits::shortText);
}

// As for events: a clock that is far off would put a row where nobody looks for it.
Timestamp shownTime(const std::optional<Timestamp> &sent, Timestamp received)
{
    const bool isNear =
        sent && *sent >= received - std::chrono::days(limits::clampPastDays) && *sent <= received + limits::clampFuture;
    return isNear ? *sent : received;
}

model::TraceId traceOf(std::string_view text)
{
    return EventUuid::parse(text).value_or(model::TraceId());
}

void noteCounts(TelemetryReading &reading, std::uint64_t unreadable, std::uint64_t overLimit)
{
    if (unreadable > 0) {
        reading.notes.push_back("unreadable_rows: " + std::to_string(unreadable));
    }
    if (overLimit > 0) {
        reading.notes.push_back("rows_over_limit: " + std::to_string(overLimit));
    }
}

// How many microseconds that is; nullopt for what no clock could have measured.
std::optional<std::int64_t> microsOf(const std::optional<double> &seconds)
{
    constexpr double longest = 1e9; // 30 years
    return seconds && *seconds >= 0 && *seconds <= longest ? std::optional(std::llround(*seconds * 1e6)) : std::nullopt;
}

TelemetryReading logRows(const formats::LogItems &items, const TelemetrySource &source)
{
    TelemetryReading reading;
    for (const formats::LogRow &sent : items.rows) {
        model::LogRow log;
        log.origin.place = static_cast<std::int64_t>(reading.telemetry.logs.size());
        log.timestamp = shownTime(sent.timestamp, source.received);
        log.severity = model::severityOf(sent.level);
        if (log.severity == model::Severity::Unknown) {
            log.severity = model::severityOf(sent.severityNumber.value_or(0));
        }
        log.body = protocol::cutWithMark(sent.body, limits::logBody);
        log.trace = traceOf(sent.traceId);
        log.span = model::parseSpanNumber(sent.spanId);
        log.sequence = sent.sequence;
        reading.telemetry.logs.push_back(std::move(log));
    }
    if (items.withoutBody > 0) {
        reading.notes.push_back("rows_without_body: " + std::to_string(items.withoutBody));
    }
    noteCounts(reading, items.unreadable, items.overLimit);
    reading.count = items.rows.size() + items.unreadable + items.overLimit;
    return reading;
}

TelemetryReading spanRows(const formats::SpanItems &items, const TelemetrySource &source)
{
    TelemetryReading reading;
    std::uint64_t withoutTrace = 0;
    for (const formats::SpanRow &sent : items.rows) {
        model::SpanRow span;
        span.origin.place = static_cast<std::int64_t>(reading.telemetry.spans.size());
        span.trace = traceOf(sent.traceId);
        withoutTrace += span.trace.isNil() ? 1 : 0;
        span.number = model::parseSpanNumber(sent.spanId);
        span.parent = model::parseSpanNumber(sent.parentSpanId);
        span.isSegment = sent.isSegment;
        span.start = shownTime(sent.start ? sent.start : sent.end, source.received);
        // Its length is what was measured, wherever its start is shown.
        const bool hasLength = sent.start && sent.end && *sent.end > *sent.start;
        span.end = hasLength ? span.start + (*sent.end - *sent.start) : span.start;
        span.op = brief(sent.op);
        span.description = protocol::cutWithMark(sent.description, limits::spanText);
        span.status = brief(sent.status);
        reading.telemetry.spans.push_back(std::move(span));
    }
    if (withoutTrace > 0) {
        reading.notes.push_back("rows_without_trace: " + std::to_string(withoutTrace));
    }
    reading.count = items.rows.size() + items.unreadable + items.overLimit;
    noteCounts(reading, items.unreadable, items.overLimit);
    return reading;
}

Reading readLogItem(std::string_view payload, const TelemetrySource &source)
{
    return formats::readLogsOf(source.itemType, payload).map([&](const formats::LogItems &items) {
        return logRows(items, source);
    });
}

Reading readSpanItem(std::string_view payload, const TelemetrySource &source)
{
    return formats::readSpansOf(source.itemType, payload).map([&](const formats::SpanItems &items) {
        return spanRows(items, source);
    });
}

Reading readCheckInItem(std::string_view payload, const TelemetrySource &)
{
    return formats::readCheckIn(payload).map([](const formats::CheckInRow &sent) {
        TelemetryReading reading;
        model::CheckIn checkIn;
        checkIn.checkInId = sent.checkInId && !sent.checkInId->isNil() ? sent.checkInId : std::nullopt;
        checkIn.monitor = brief(sent.monitorSlug);
        checkIn.environment = brief(sent.environment);
        checkIn.release = brief(sent.release);
        checkIn.status = brief(sent.status);
        checkIn.durationMicros = microsOf(sent.duration);
        if (!sent.monitorConfig.isAbsent()) {
            checkIn.config = cutToBytes(toJson(sent.monitorConfig), limits::undecodableKept);
        }
        checkIn.trace = traceOf(sent.traceId);
        reading.telemetry.checkIn = std::move(checkIn);
        return reading;
    });
}

Reading readSessionItem(std::string_view payload, const TelemetrySource &source)
{
    return formats::readSession(payload).map([&](const formats::SessionUpdate &sent) {
        TelemetryReading reading;
        model::Session session;
        session.sid = brief(sent.sid);
        session.release = brief(sent.attributes.release);
        session.environment = brief(sent.attributes.environment);
        session.started = shownTime(sent.started, source.received);
        // What the real service takes for it: the time in milliseconds.
        session.sequence = sent.sequence.value_or(toMicros(sent.timestamp.value_or(source.received)) / 1000);
        session.status = brief(sent.status);
        session.errors = std::max<std::int64_t>(sent.errors, 0);
        reading.telemetry.session = std::move(session);
        return reading;
    });
}

Reading readSessionsItem(std::string_view payload, const TelemetrySource &source)
{
    return formats::readSessions(payload).map([&](const formats::SessionAggregates &sent) {
        TelemetryReading reading;
        for (const formats::SessionAggregate &bucket : sent.buckets) {
            reading.telemetry.sessionBuckets.push_back(
                {brief(sent.attributes.release),
                 brief(sent.attributes.environment),
                 shownTime(bucket.started, source.received),
                 {bucket.exited, bucket.errored, bucket.abnormal, bucket.unhandled, bucket.crashed}});
        }
        noteCounts(reading, sent.unreadable, sent.overLimit);
        return reading;
    });
}

Reading readClientReportItem(std::string_view payload, const TelemetrySource &)
{
    return formats::readClientReport(payload).map([](const formats::ClientReport &sent) {
        TelemetryReading reading;
        for (const formats::DiscardedEvents &discarded : sent.discarded) {
            reading.telemetry.discarded.push_back(
                {brief(discarded.list), brief(discarded.reason), brief(discarded.category), discarded.quantity});
        }
        noteCounts(reading, sent.unreadable, sent.overLimit);
        return reading;
    });
}

Reading readFeedbackItem(std::string_view payload, const TelemetrySource &source)
{
    const bool isOld = source.itemType == "user_report";
    return (isOld ? formats::readUserReport(payload) : formats::readFeedback(payload))
        .map([&](const formats::UserReport &sent) {
            TelemetryReading reading;
            model::Feedback feedback;
            feedback.feedbackId = isOld ? std::nullopt : sent.feedbackId ? sent.feedbackId : source.envelopeId;
            feedback.eventId = isOld && !sent.eventId ? source.envelopeId : sent.eventId;
            if (sent.timestamp) {
                feedback.timestamp = shownTime(sent.timestamp, source.received);
            }
            feedback.name = brief(sent.name);
            feedback.email = brief(sent.email);
            feedback.message = protocol::cutWithMark(sent.comments, limits::feedbackText);
            feedback.url = protocol::cutWithMark(sent.url, limits::spanText);
            feedback.source = brief(sent.source);
            reading.telemetry.feedback = std::move(feedback);
            return reading;
        });
}

struct ItemReader {
    std::string_view type;
    Reading (*read)(std::string_view payload, const TelemetrySource &source);
};
constexpr std::array itemReaders{
    ItemReader{"log", readLogItem},
    ItemReader{"otel_log", readLogItem},
    ItemReader{"transaction", readSpanItem},
    ItemReader{"span", readSpanItem},
    ItemReader{"check_in", readCheckInItem},
    ItemReader{"session", readSessionItem},
    ItemReader{"sessions", readSessionsItem},
    ItemReader{"client_report", readClientReportItem},
    ItemReader{"user_report", readFeedbackItem},
    ItemReader{"feedback", readFeedbackItem},
};

} // namespace

std::optional<Reading> readTelemetry(std::string_view payload, const TelemetrySource &source)
{
    const auto reader = std::find_if(itemReaders.begin(), itemReaders.end(),
                                     [&](const ItemReader &candidate) { return candidate.type == source.itemType; });
    return reader == itemReaders.end() ? std::nullopt : std::optional(reader->read(payload, source));
}

} // namespace picket::ingest
