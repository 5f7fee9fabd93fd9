// SPDX-License-Identifier: GPL-3.0-or-later
// Structured logs (PROTOCOL C.14): containers of `log`, and `otel_log`. Pure; any thread.
#pragma once

#include "core/base/result.h"
#include "core/base/time.h"
#include "core/model/value.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace picket::formats {

struct LogRow {
    std::optional<Timestamp> timestamp;
    std::string level; // "trace", "debug", "info", "warn", "error", "fatal"; others as sent
    std::string body; // empty if it was sent without one
    std::string traceId;
    std::string spanId;
    std::optional<std::int64_t> severityNumber; // 1 to 24
    std::int64_t sequence = 0; // of logs of one time
    // An object of plain values, without the wrapping {"value": …, "type": …}; and the members of the log that have no
    // place above, or are in a shape that is not understood.
    model::Value attributes;

    // The attribute's text; empty if it is absent or a container.
    [[nodiscard]] const std::string &attribute(std::string_view name) const { return attributes[name].text(); }
};

struct LogItems {
    std::vector<LogRow> rows;
    std::uint64_t withoutBody = 0; // among the rows
    std::uint64_t unreadable = 0;
    std::uint64_t overLimit = 0; // beyond limits::containerItems
};

// Item `log`. Errors: those of the JSON parser.
[[nodiscard]] Result<LogItems> readLogs(std::string_view payload);
// Item `otel_log`: a container or a single record. Errors as above.
[[nodiscard]] Result<LogItems> readOtelLogs(std::string_view payload);

// Whichever of the two the item is.
[[nodiscard]] Result<LogItems> readLogsOf(std::string_view itemType, std::string_view payload);

} // namespace picket::formats
