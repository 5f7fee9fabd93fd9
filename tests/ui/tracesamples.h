// SPDX-License-Identifier: GPL-3.0-or-later
// What SDKs send of one trace, as envelopes.
#pragma once

#include <string>
#include <vector>

namespace picket::test {

inline constexpr const char *traceHex = "4bf92f3577b34da6a3ce929d0e0e4736";

struct SpanSample {
    std::string id; // 16 hex digits
    std::string parent; // empty: the transaction's own
    std::string op;
    std::string description;
    double start = 0; // seconds after the transaction's start
    double end = 0;
    std::string status = "ok";
};

// A transaction of a request, "POST /checkout", that took 0.9 seconds and began so many seconds ago.
[[nodiscard]] std::string transactionEnvelope(const std::string &name, const std::vector<SpanSample> &spans,
                                              double secondsAgo, const std::string &trace = traceHex);
// The id of each transaction's own span.
inline constexpr const char *transactionSpan = "00f067aa0ba902b7";

// The spans of a checkout, one of which failed.
[[nodiscard]] std::vector<SpanSample> checkoutSpans();

// An error that was raised in a span of the trace.
[[nodiscard]] std::string errorInTrace(const std::string &type, const std::string &span, double secondsAgo,
                                       const std::string &trace = traceHex);

struct LogSample {
    std::string level;
    std::string body;
    std::string span;
    double secondsAgo = 0;
};
[[nodiscard]] std::string logEnvelope(const std::vector<LogSample> &logs, const std::string &trace = traceHex);

// A monitor's check-in; schedule: JSON of its schedule, or empty.
[[nodiscard]] std::string checkInEnvelope(const std::string &monitor, const std::string &status,
                                          const std::string &schedule, const std::string &environment = "production");
// A session of a release that ended so.
[[nodiscard]] std::string sessionEnvelope(const std::string &release, const std::string &status, int errors = 0);
[[nodiscard]] std::string clientReportEnvelope(const std::string &reason, const std::string &category, int quantity);

} // namespace picket::test
