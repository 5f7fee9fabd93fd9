// SPDX-License-Identifier: GPL-3.0-or-later
// Envelopes of items beside events. Apart from the test classes, because Qt 6.4's moc loses its way in raw strings.
#pragma once

#include <string>
#include <string_view>

namespace picket::test {

// An envelope with one item; `eventId` empty: without one.
[[nodiscard]] std::string itemEnvelope(std::string_view type, std::string_view payload, std::string_view eventId = {});
[[nodiscard]] std::string tracedError(std::string_view eventId, std::string_view trace);
[[nodiscard]] std::string tracedLog(std::string_view trace, std::string_view body);
// Payloads.
[[nodiscard]] std::string checkIn(std::string_view id, std::string_view status, std::string_view duration);
[[nodiscard]] std::string session(std::string_view sid, std::string_view status, int sequence);
[[nodiscard]] std::string userReport(std::string_view eventId);
// Two logs that can be read, of a megabyte and of the year 1970, and two that are none.
[[nodiscard]] std::string mixedLogs();

// Logs of one millisecond, numbered `from` and the one after it.
[[nodiscard]] std::string numberedLogs(int from);
// A container of logs whose header announces nine of them; one of the four has no body.
[[nodiscard]] std::string miscountedLogs();
// A container with one span; all have one id.
[[nodiscard]] std::string spanNamed(std::string_view name);

} // namespace picket::test
