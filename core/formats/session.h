// SPDX-License-Identifier: GPL-3.0-or-later
// Release health (PROTOCOL C.13). Pure; any thread.
#pragma once

#include "core/base/result.h"
#include "core/base/time.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace picket::formats {

struct SessionAttributes {
    std::string release;
    std::string environment;
    std::string ipAddress;
    std::string userAgent;
};

// One state of one session; later ones with the same sid replace it.
struct SessionUpdate {
    std::string sid; // empty: the SDK gave none
    std::string did; // the user, as the SDK names him
    std::optional<std::int64_t> sequence;
    std::optional<Timestamp> timestamp;
    Timestamp started;
    bool init = false;
    std::optional<double> duration; // seconds
    std::string status; // "ok", "exited", "crashed", "abnormal", "errored", "unhandled"; others as sent
    std::int64_t errors = 0;
    std::string abnormalMechanism;
    SessionAttributes attributes;
};

// How many sessions that began in one minute ended in which way.
struct SessionAggregate {
    Timestamp started;
    std::string did;
    std::int64_t exited = 0;
    std::int64_t errored = 0;
    std::int64_t abnormal = 0;
    std::int64_t unhandled = 0;
    std::int64_t crashed = 0;
};

struct SessionAggregates {
    std::vector<SessionAggregate> buckets;
    SessionAttributes attributes;
    std::uint64_t unreadable = 0;
    std::uint64_t overLimit = 0; // beyond limits::containerItems
};

// Item `session`. Errors: those of the JSON parser; InvalidArgument without `started`.
[[nodiscard]] Result<SessionUpdate> readSession(std::string_view payload);
// Item `sessions`. Errors: those of the JSON parser. Counts below 0 read as 0.
[[nodiscard]] Result<SessionAggregates> readSessions(std::string_view payload);

} // namespace picket::formats
