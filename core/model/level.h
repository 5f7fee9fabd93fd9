// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace picket::model {

// The numbers are stored: never renumber.
enum class Level : std::uint8_t { Debug = 10, Info = 20, Warning = 30, Error = 40, Fatal = 50 };

// The field's own words: "fatal", "error", "warning", "info", "debug".
[[nodiscard]] std::string_view levelName(Level level);

// Any spelling that SDKs use, any case: also "critical", "warn", "log", and Python's 50/40/30/20/10 (PROTOCOL C.0).
[[nodiscard]] std::optional<Level> parseLevel(std::string_view text);

} // namespace picket::model
