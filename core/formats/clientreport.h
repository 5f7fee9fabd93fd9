// SPDX-License-Identifier: GPL-3.0-or-later
// What an SDK discarded before sending (PROTOCOL C.16). Pure; any thread.
#pragma once

#include "core/base/result.h"
#include "core/base/time.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace picket::formats {

struct DiscardedEvents {
    std::string list; // "discarded_events", or a gateway's: "rate_limited_events", "filtered_events" …
    std::string reason; // "before_send", "sample_rate", "queue_overflow" …
    std::string category; // "error", "transaction", "span" …
    std::int64_t quantity = 0; // above 0
};

struct ClientReport {
    std::optional<Timestamp> timestamp;
    std::vector<DiscardedEvents> discarded;
    std::uint64_t unreadable = 0;
    std::uint64_t overLimit = 0;
};

// Errors: those of the JSON parser.
[[nodiscard]] Result<ClientReport> readClientReport(std::string_view payload);

} // namespace picket::formats
