// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace picket::model {

// The numbers are stored: never renumber.
enum class Level : std::uint8_t { Debug = 10, Info = 20, Warning = 30, Error = 40, Fatal = 50 };

// OpenTelemetry's severity numbers begin each of its levels there; those of logs, which have one level more.
enum class Severity : std::uint8_t {
    Unknown = 0,
    Trace = 1,
    Debug = 5,
    Info = 9,
    Warning = 13,
    Error = 17,
    Fatal = 21
};

// The field's own words: "fatal", "error", "warning", "info", "debug".
[[nodiscard]] std::string_view levelName(Level level);

// Any word for it, in any case: the field's own, and those of syslog, .NET, Android, Go, Java and the usual libraries
// for logging ("notice", "Information", "E", "WTF", "INF"), also as a member of an enumeration ("LogLevel.Error",
// "[warn]"); Python's 50/40/30/20/10 (PROTOCOL C.0) and the numbers of Monolog and log4j. Numbers that mean opposites
// in different libraries are not understood.
[[nodiscard]] std::optional<Level> parseLevel(std::string_view text);
// The same; Unknown for other words.
[[nodiscard]] Severity severityOf(std::string_view level);

[[nodiscard]] Severity severityOf(std::int64_t number); // OpenTelemetry's, 1 to 24
[[nodiscard]] std::string_view severityName(Severity severity); // "warn"; empty for Unknown

} // namespace picket::model
