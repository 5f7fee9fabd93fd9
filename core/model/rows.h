// SPDX-License-Identifier: GPL-3.0-or-later
// What lists show: one struct per row, filled by `store`, shown by `ui` and the command line.
#pragma once

#include "core/base/eventuuid.h"
#include "core/base/ids.h"
#include "core/base/time.h"
#include "core/model/event.h"
#include "core/model/level.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace picket::model {

// The numbers are stored: never renumber.
enum class IssueStatus : std::uint8_t { Unresolved = 0, Resolved = 1, Muted = 2, Regressed = 3 };

// "unresolved", "resolved", "muted", "regressed".
[[nodiscard]] constexpr std::string_view statusName(IssueStatus status)
{
    switch (status) {
    case IssueStatus::Unresolved:
        return "unresolved";
    case IssueStatus::Resolved:
        return "resolved";
    case IssueStatus::Muted:
        return "muted";
    case IssueStatus::Regressed:
        return "regressed";
    }
    return "unresolved";
}

// Level, title, type, value, culprit, release, environment, logger and transaction are taken from the latest event.
struct IssueRow {
    IssueId id;
    ProjectId project;
    std::string projectName; // "Spotlight"; else its name, or its number while it has no name
    std::string title;
    std::string type;
    std::string value;
    std::string culprit;
    Level level = Level::Error;
    std::string platform;
    IssueStatus status = IssueStatus::Unresolved;
    std::int64_t events = 0;
    Timestamp firstSeen;
    Timestamp lastSeen;
    std::string firstRelease; // of the first event
    std::string release;
    std::string environment;
    std::string logger;
    std::string transaction;
    bool unhandled = false;
    // Events per hour of the last 24, oldest first.
    std::vector<std::int32_t> trend;
};

struct EventRow {
    EventId id;
    EventUuid eventId;
    IssueId issue;
    ProjectId project;
    std::string title;
    Level level = Level::Error;
    EventType type = EventType::Error;
    std::string platform;
    Timestamp timestamp;
    Timestamp received;
    std::string release;
    std::string environment;
    std::string transaction;
    std::string user; // User::tag()
    std::string sdk; // "name/version"
};

// The result of one request. The numbers are stored: never renumber.
enum class Outcome : std::uint8_t {
    Stored = 1, // at least one item was stored as what it is
    Duplicate = 2, // every event in it was stored before
    Kept = 3, // nothing readable, but its bytes are kept
    Empty = 4, // a valid envelope without items
    Refused = 5, // answered with an error; `reason` says why
    Failed = 6, // we could not store it (disk full, I/O error): 5xx
};

[[nodiscard]] constexpr std::string_view outcomeName(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Stored:
        return "stored";
    case Outcome::Duplicate:
        return "duplicate";
    case Outcome::Kept:
        return "kept";
    case Outcome::Empty:
        return "empty";
    case Outcome::Refused:
        return "refused";
    case Outcome::Failed:
        return "failed";
    }
    return "failed";
}

// The result of one item of a request.
struct ItemOutcome {
    std::string type; // the item's own word: "event", "attachment", "session", …
    std::uint64_t bytes = 0;
    std::string outcome; // "stored", "duplicate", "kept", "unreadable", "truncated", "over_limit" …
    std::string reason; // code; empty if there is nothing to say
    EventId event; // the event that it is or belongs to
    IssueId issue;
};

// One request in the wire log.
struct DeliveryRow {
    DeliveryId id;
    Timestamp time;
    std::string sdk; // "name/version", from the auth or the envelope; empty if it said none
    std::string method;
    std::string path; // without the query, which may carry keys
    std::string origin; // the Origin header, if any
    std::string peer; // "127.0.0.1"
    std::int64_t peerProcess = 0; // its process id; 0: unknown
    std::string peerProgram; // the process's name: "python3"; empty as above
    int status = 0;
    Outcome outcome = Outcome::Refused;
    std::string reason; // code with detail: "bad_encoding: gzip stream ends early"; empty on success
    std::uint64_t bytesOnWire = 0;
    std::uint64_t bytesDecoded = 0;
    std::int64_t durationMicros = 0; // from the first byte to the answer
    ProjectId project;
    std::vector<ItemOutcome> items;
};

// Total count of one result of the requests of an SDK, or of their items.
struct DeliveryCount {
    std::string sdk; // as in DeliveryRow; "*": all further ones once there are limits::deliveryCounts rows
    std::optional<std::string> item; // an item's type, "*" as above; none: of the requests themselves
    std::string outcome; // of the request or the item
    std::int64_t count = 0;
};

// A moment that the time axis shows. The numbers are stored: never renumber.
enum class MarkKind : std::uint8_t {
    Mark = 1, // set by the user
    Run = 2, // a run of the program under test began
    Release = 3, // the first event of a release
};

struct MarkRow {
    MarkId id; // not valid for a release
    MarkKind kind = MarkKind::Mark;
    Timestamp time;
    ProjectId project; // of a run or a release
    std::string label; // the release's name, or the user's text for a mark, often empty
};

// One event on a time axis.
struct EventPoint {
    EventId id;
    Timestamp timestamp;
    Level level = Level::Error;
};

// Numbers of events in equal spans of time.
struct Histogram {
    Timestamp from; // of the first span
    std::chrono::microseconds span{0};
    std::vector<std::int64_t> events; // one per span
    std::vector<std::int32_t> newIssues; // one per span: issues whose first event that was
};

// Deliveries refused because of where their page came from.
struct BlockedOrigin {
    std::string origin; // as the browser wrote it
    std::int64_t requests = 0;
    Timestamp last;
};

struct ProjectRow {
    ProjectId id;
    std::string name;
    std::int64_t issues = 0;
    std::int64_t events = 0;
};

} // namespace picket::model
