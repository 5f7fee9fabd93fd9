// SPDX-License-Identifier: GPL-3.0-or-later
// Envelopes with what SDKs send beside events.
#pragma once

#include <string>
#include <vector>

namespace picket::test {

inline constexpr const char *someTrace = "4bf92f3577b34da6a3ce929d0e0e4736";
inline constexpr const char *otherTrace = "0af7651916cd43dd8448eb211c80319c";

struct SentLog {
    std::string level;
    std::string body;
    int secondsAgo = 10;
    std::string trace = someTrace;
};

// Each log with attributes {"order.id": 1001, "user": "ada"}.
[[nodiscard]] std::string logEnvelope(const std::vector<SentLog> &logs);

struct SentFeedback {
    std::string message;
    std::string name = "Jörg";
    std::string email = "j@example.com";
    std::string eventId = {}; // empty: about no event
};
[[nodiscard]] std::string feedbackJson(const SentFeedback &feedback);
[[nodiscard]] std::string feedbackEnvelope(const SentFeedback &feedback);

// The JSON of an event with a message and, when given, a trace.
[[nodiscard]] std::string messageJson(const std::string &message, const std::string &trace = {});
// An envelope of that id with one item.
[[nodiscard]] std::string envelopeWithId(const std::string &eventId, const std::string &type,
                                         const std::string &payload);

} // namespace picket::test
