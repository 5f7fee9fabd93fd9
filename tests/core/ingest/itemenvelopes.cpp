// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/ingest/itemenvelopes.h"

#include "core/base/time.h"

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

// In the past, and the same for all of a test.
static std::int64_t sameSecond()
{
    static const std::int64_t second = toMicros(now()) / 1'000'000 - 1;
    return second;
}

std::string numberedLogs(int from)
{
    std::string logs;
    for (const int number : {from, from + 1}) {
        logs += logs.empty() ? "" : ",";
        logs +=
            filled(R"({"timestamp":%1,"trace_id":"3bb427c1a1da059d2ad1245c92010b38","level":"info","body":"step %2",)"
                   R"("attributes":{"sentry.timestamp.sequence":{"value":%2,"type":"integer"}}})",
                   std::to_string(sameSecond()) + ".123", std::to_string(number));
    }
    return itemEnvelope("log", R"({"items":[)" + logs + "]}");
}

std::string miscountedLogs()
{
    return R"({})"
           "\n"
           R"({"type":"log","item_count":9,"content_type":"application/vnd.sentry.items.log+json"})"
           "\n"
           R"({"items":[{"body":"a","level":"WARNING","attributes":{"u64":{"value":18446744073709551615,"type":"integer"},)"
           R"("i64":{"value":-9223372036854775808,"type":"integer"},"list":{"value":["a",1,null],"type":"array"},)"
           R"("nothing":{"value":null,"type":"string"},"bare":"not wrapped",)"
           R"("size":{"value":17179869184,"type":"integer","unit":"byte"}}},)"
           R"({"body":12345},{"body":{"msg":"object"}},{"level":"loud","trace_id":"none","attributes":{"a":1}}]})";
}

std::string spanNamed(std::string_view name)
{
    return itemEnvelope(
        "span",
        filled(R"({"items":[{"trace_id":"3bb427c1a1da059d2ad1245c92010b38","span_id":"00f067aa0ba902b7",)"
               R"("name":"%1","start_timestamp":%2.25,"end_timestamp":%2.5,"attributes":{}}]})",
               name, std::to_string(sameSecond())));
}

} // namespace picket::test
