// SPDX-License-Identifier: GPL-3.0-or-later
// Points in time are UTC microseconds; deadlines use std::chrono::steady_clock and never this type.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace picket {

using Timestamp = std::chrono::sys_time<std::chrono::microseconds>;

[[nodiscard]] Timestamp now();

[[nodiscard]] constexpr std::int64_t toMicros(Timestamp time)
{
    return time.time_since_epoch().count();
}

[[nodiscard]] constexpr Timestamp fromMicros(std::int64_t micros)
{
    return Timestamp(std::chrono::microseconds(micros));
}

// "2026-01-31T09:05:07.250000Z": always UTC, always six fraction digits.
[[nodiscard]] std::string toRfc3339(Timestamp time);

// ISO 8601 / RFC 3339 text as SDKs write it (PROTOCOL C.0): 'T' or a blank, any number of fraction digits,
// with a zone or without one (then UTC). Years outside 0001..9999 and impossible dates are nullopt.
[[nodiscard]] std::optional<Timestamp> parseRfc3339(std::string_view text);

} // namespace picket
