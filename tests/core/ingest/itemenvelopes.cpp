// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/ingest/itemenvelopes.h"

#include <QString>

namespace picket::test {

namespace {

// %1 and so on are replaced.
template <class... Texts> std::string filled(const char *pattern, const Texts &...texts)
{
    return QString::fromLatin1(pattern)
        .arg(QString::fromUtf8(texts.data(), static_cast<qsizetype>(texts.size()))...)
        .toStdString();
}

} // namespace

std::string itemEnvelope(std::string_view type, std::string_view payload, std::string_view eventId)
{
    std::string envelope = eventId.empty() ? "{}\n" : filled("{\"event_id\":\"%1\"}\n", eventId);
    envelope += filled(R"({"type":"%1","length":%2})", type, std::to_string(payload.size()));
    envelope += '\n';
    envelope += payload;
    envelope += '\n';
    return envelope;
}

std::string tracedError(std::string_view eventId, std::string_view trace)
{
    const std::string event =
        filled(R"({"event_id":"%1","message":"m","contexts":{"trace":{"trace_id":"%2","span_id":"00f067aa0ba902b7"}}})",
               eventId, trace);
    return itemEnvelope("event", event, eventId);
}

std::string tracedLog(std::string_view trace, std::string_view body)
{
    return itemEnvelope("log", filled(R"({"items":[{"trace_id":"%1","level":"info","body":"%2"}]})", trace, body));
}

std::string checkIn(std::string_view id, std::string_view status, std::string_view duration)
{
    return filled(R"({"check_in_id":"%1","monitor_slug":"nightly-import","environment":"staging","status":"%2",)"
                  R"("duration":%3})",
                  id, status, duration);
}

std::string session(std::string_view sid, std::string_view status, int sequence)
{
    return filled(R"({"sid":"%1","status":"%2","seq":%3,"started":"2026-11-22T09:00:00Z","errors":0,)"
                  R"("attrs":{"release":"app@1","environment":"dev"}})",
                  sid, status, std::to_string(sequence));
}

std::string userReport(std::string_view eventId)
{
    return filled(R"({"event_id":"%1","name":"J","email":"j@example.com","comments":"It broke"})", eventId);
}

std::string mixedLogs()
{
    return R"({"items":[{"level":"info","body":")" + std::string(1'000'000, 'x')
        + R"("},7,null,{"timestamp":5,"level":"warn","body":"old"}]})";
}

} // namespace picket::test
