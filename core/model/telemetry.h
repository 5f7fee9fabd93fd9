// SPDX-License-Identifier: GPL-3.0-or-later
// What SDKs send beside events (PROTOCOL C.11 to C.16), as it is stored and listed. What has a `data` or attributes of
// its own keeps them in the item it came in. Plain values.
#pragma once

#include "core/base/eventuuid.h"
#include "core/base/ids.h"
#include "core/base/time.h"
#include "core/model/rows.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace picket::model {

// 16 bytes, written as 32 hex digits like an event's id; nil: none.
using TraceId = EventUuid;
// 8 bytes, written as 16 hex digits; 0: none.
using SpanNumber = std::uint64_t;

// "00f067aa0ba902b7" -> its number; 0 for anything that is not 16 hex digits.
[[nodiscard]] SpanNumber parseSpanNumber(std::string_view text);
[[nodiscard]] std::string spanNumberText(SpanNumber number);

// Where a row stood: the item, and the position among the rows that the item's reader finds.
struct Origin {
    ItemId item;
    std::int64_t place = 0;
};

struct LogRow {
    LogId id;
    Origin origin;
    ProjectId project;
    Timestamp timestamp;
    Severity severity = Severity::Unknown;
    std::string body; // up to limits::logBody
    TraceId trace;
    SpanNumber span = 0;
    std::int64_t sequence = 0; // the SDK's number among those of one time; rows that are read leave it out
};

struct SpanRow {
    SpanId id;
    Origin origin;
    ProjectId project;
    TraceId trace;
    SpanNumber number = 0;
    SpanNumber parent = 0; // 0: a root, or its parent is not known
    bool isSegment = false; // a transaction: the root of what one service did
    Timestamp start;
    Timestamp end; // never before start
    std::string op;
    std::string description; // of a transaction its name
    std::string status; // "ok", "internal_error" …; empty if it has none
};

// A run of a monitor; an update with the same id has replaced what was said before.
struct CheckIn {
    std::optional<EventUuid> checkInId; // absent: the monitor's latest that is in progress
    std::string monitor; // its slug
    std::string environment;
    std::string release;
    std::string status; // "in_progress", "ok", "error"; others as sent
    std::optional<std::int64_t> durationMicros;
    std::string config; // JSON of its schedule and margins; empty if it was not sent
    TraceId trace;
};

struct MonitorRow {
    ProjectId project;
    std::string monitor;
    std::string environment;
    std::string status; // of the latest check-in
    std::string release;
    std::string config; // the latest that was sent
    Timestamp started; // of the latest check-in: when it was first heard of
    Timestamp updated;
    std::optional<std::int64_t> durationMicros; // as sent, else from the first to the last word of it
    std::int64_t checkIns = 0;
    std::int64_t failed = 0;
    TraceId trace;
};

// The latest state of one session.
struct Session {
    std::string sid; // empty: the SDK gave none
    std::string release;
    std::string environment;
    Timestamp started;
    std::int64_t sequence = 0; // an update with a lower one came late and is not taken
    std::string status;
    std::int64_t errors = 0;
};

// Sessions that ended in each way; one that ended well with errors on its way counts as errored only.
struct SessionCounts {
    std::int64_t exited = 0;
    std::int64_t errored = 0;
    std::int64_t abnormal = 0;
    std::int64_t unhandled = 0;
    std::int64_t crashed = 0;
};

struct SessionBucket {
    std::string release;
    std::string environment;
    Timestamp started;
    SessionCounts counts;
};

struct ReleaseHealthRow {
    ProjectId project;
    std::string release;
    std::string environment;
    std::int64_t started = 0; // all sessions; those that have not ended yet are in no other count
    SessionCounts counts;
    Timestamp firstStarted;
    Timestamp lastStarted;
};

// What an SDK, or a gateway before Picket, dropped by itself.
struct Discarded {
    std::string list; // "discarded_events", "rate_limited_events" …
    std::string reason; // "before_send" …
    std::string category; // "error", "transaction" …
    std::int64_t quantity = 0;
};

struct DiscardedRow {
    ProjectId project;
    Discarded discarded; // quantity: the sum
    std::int64_t reports = 0;
    Timestamp last;
};

// What a person wrote.
struct Feedback {
    std::optional<EventUuid> feedbackId; // its own: attachments sent with it carry it
    std::optional<EventUuid> eventId; // the event that it is about, which may come later or never
    std::optional<Timestamp> timestamp;
    std::string name;
    std::string email;
    std::string message;
    std::string url;
    std::string source; // "widget", "api" …
};

struct FeedbackRow {
    FeedbackId id;
    ItemId item;
    ProjectId project;
    Timestamp timestamp; // when it was written, else received
    Feedback feedback;
    EventId event; // valid when the event is here
    IssueId issue;
    std::vector<ItemId> attachments; // sent with it, in order of arrival
};

// What one item told, ready to be stored beside its bytes.
struct Telemetry {
    std::vector<LogRow> logs; // ids, origin.item and project are the writer's
    std::vector<SpanRow> spans;
    std::vector<SessionBucket> sessionBuckets;
    std::vector<Discarded> discarded;
    std::optional<Session> session;
    std::optional<CheckIn> checkIn;
    std::optional<Feedback> feedback;

    [[nodiscard]] bool isEmpty() const
    {
        return logs.empty() && spans.empty() && sessionBuckets.empty() && discarded.empty() && !session && !checkIn
            && !feedback;
    }
};

// An item that has no view of its own, or could not be read.
struct KeptItemRow {
    ItemId id;
    ProjectId project;
    Timestamp received;
    std::optional<EventUuid> eventId;
    std::string type;
    std::string filename;
    std::string contentType;
    std::uint64_t size = 0; // bytes as sent
};

// What happened in one trace. Lists end at their limits; the counts tell of all.
struct TraceParts {
    std::vector<SpanRow> spans; // by start
    std::vector<EventRow> events; // by time
    std::vector<LogRow> logs; // by time
    std::int64_t spanCount = 0;
    std::int64_t eventCount = 0;
    std::int64_t logCount = 0;
};

} // namespace picket::model
