// SPDX-License-Identifier: GPL-3.0-or-later
// Spans (PROTOCOL C.11): of transactions, single `span` items, and containers of spans v2. Pure; any thread.
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

struct SpanRow {
    std::string traceId; // 32 hex digits
    std::string spanId; // 16 hex digits
    std::string parentSpanId; // empty: a root
    std::string op;
    std::string description; // or the name of a span v2; of a transaction its name
    std::string status; // "ok", "internal_error" …; empty if it has none
    std::optional<Timestamp> start;
    std::optional<Timestamp> end;
    bool isSegment = false; // the root of its service: a transaction
    std::string origin;
    model::Value data; // an object of plain values, also the members whose shape is not understood
};

struct SpanItems {
    std::vector<SpanRow> rows; // of a transaction the root first
    std::uint64_t unreadable = 0;
    std::uint64_t overLimit = 0; // beyond limits::containerItems
};

// Items `transaction`. Spans without a trace id have the transaction's. Errors: those of the JSON parser;
// InvalidArgument without contexts.trace.
[[nodiscard]] Result<SpanItems> readTransaction(std::string_view payload);
// Items `span`: either form. Errors: those of the JSON parser.
[[nodiscard]] Result<SpanItems> readSpans(std::string_view payload);

// Whichever of the two the item is.
[[nodiscard]] Result<SpanItems> readSpansOf(std::string_view itemType, std::string_view payload);

} // namespace picket::formats
