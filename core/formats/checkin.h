// SPDX-License-Identifier: GPL-3.0-or-later
// Cron check-ins (PROTOCOL C.12): the item's payload, and the query of /cron/<slug>/. Pure; any thread.
#pragma once

#include "core/base/eventuuid.h"
#include "core/base/result.h"
#include "core/model/value.h"

#include <optional>
#include <string>
#include <string_view>

namespace picket::formats {

struct CheckInRow {
    std::optional<EventUuid> checkInId; // absent or nil: the monitor's latest
    std::string monitorSlug;
    std::string status; // "in_progress", "ok", "error"; others as sent
    std::optional<double> duration; // seconds, never negative
    std::string release;
    std::string environment;
    std::string traceId; // 32 hex digits
    model::Value monitorConfig; // an object: schedule, checkin_margin, max_runtime, timezone …
};

// Errors: those of the JSON parser; InvalidArgument without a monitor_slug.
[[nodiscard]] Result<CheckInRow> readCheckIn(std::string_view payload);

// `query` is undecoded: status, check_in_id, environment, duration.
[[nodiscard]] CheckInRow checkInFromQuery(std::string_view monitorSlug, std::string_view query);

// The JSON of the item that says the same; what is not known is left out.
[[nodiscard]] model::Value checkInTree(const CheckInRow &row);

} // namespace picket::formats
