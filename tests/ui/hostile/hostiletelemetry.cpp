// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/hostile/hostiletelemetry.h"

#include "tests/ui/hostile/hostiletable.h"

#include <array>
#include <cstddef>
#include <functional>

namespace picket::test {

namespace {

using Table = std::vector<std::pair<std::string, std::string>>;

std::string hex(std::size_t number, std::size_t digits)
{
    std::string text = std::to_string(number); // decimal digits are hexadecimal ones as well
    return std::string(digits - text.size(), '0') + text;
}

// "[a,b,c]" of what `make` says of each number.
std::string listOf(std::size_t count, const std::function<std::string(std::size_t)> &make)
{
    std::string out = "[";
    for (std::size_t i = 0; i < count; ++i) {
        out += (i > 0 ? "," : "") + make(i);
    }
    return out + "]";
}

// One envelope: what is added belongs to its trace where the kind of item allows.
class Envelope final
{
public:
    explicit Envelope(std::size_t number)
        : m_trace(hex(number + 1, 32))
        , m_text(R"({"event_id":")" + hex(number + 1, 32) + "\"}\n")
    {
        add("event",
            R"({"message":"telemetry )" + std::to_string(number) + R"(","contexts":{"trace":)" + traceOf(1) + "}}");
        add("attachment", "attached", R"(,"filename":"a.txt")");
    }

    [[nodiscard]] std::string text() const { return m_text; }
    [[nodiscard]] std::string traceOf(std::size_t span) const
    {
        return R"({"trace_id":")" + m_trace + R"(","span_id":")" + hex(span, 16) + "\"}";
    }

    Envelope &add(const std::string &type, const std::string &payload, const std::string &header = {})
    {
        m_text += R"({"type":")" + type + '"' + header + "}\n" + payload + '\n';
        return *this;
    }
    // Each log is the members beside its trace.
    Envelope &addLogs(std::size_t count, const std::function<std::string(std::size_t)> &membersOf)
    {
        const auto log = [&](std::size_t i) {
            return R"({"trace_id":")" + m_trace + "\"," + membersOf(i) + "}";
        };
        return add("log", R"({"items":)" + listOf(count, log) + "}",
                   R"(,"content_type":"application/vnd.sentry.items.log+json","item_count":)" + std::to_string(count));
    }
    // Each span is the members beside its trace; span 1 is the transaction's own.
    Envelope &addTransaction(const std::string &members, std::size_t spans,
                             const std::function<std::string(std::size_t)> &membersOf)
    {
        const auto span = [&](std::size_t i) {
            return R"({"trace_id":")" + m_trace + "\"," + membersOf(i) + "}";
        };
        return add("transaction", R"({"type":"transaction",)" + members + R"(,"spans":)" + listOf(spans, span) + "}");
    }

private:
    std::string m_trace;
    std::string m_text;
};

constexpr const char *honestTimes = R"("start_timestamp":1790000000,"timestamp":1790000001)";

std::string spanMembers(std::size_t number, std::size_t parent, const std::string &times = honestTimes)
{
    return R"("span_id":")" + hex(number, 16) + R"(","parent_span_id":")" + hex(parent, 16)
        + R"(","op":"db","description":"select )" + std::to_string(number) + R"(",)" + times;
}

// One quoted text wherever text can stand.
std::string everywhereIn(std::size_t number, const std::string &t)
{
    const std::string object = "{" + t + ":" + t + R"(,"list":[)" + t + "]}";
    const std::string names = R"("release":)" + t + R"(,"environment":)" + t;
    Envelope envelope(number);
    envelope.addLogs(3, [&](std::size_t i) {
        return R"("timestamp":)" + std::to_string(1'790'000'000 + i) + R"(,"level":)" + (i == 0 ? t : "\"error\"")
            + R"(,"body":)" + t + R"(,"attributes":{)" + t + R"(:{"type":"string","value":)" + t + R"(},"b":{"type":)"
            + t + R"(,"value":)" + object + "}}";
    });
    envelope.addTransaction(R"("transaction":)" + t + "," + honestTimes + "," + names + R"(,"tags":)" + object
                                + R"(,"contexts":{"trace":)" + envelope.traceOf(1) + "}",
                            3, [&](std::size_t i) {
                                return R"("span_id":")" + hex(i + 2, 16) + R"(","parent_span_id":")" + hex(i + 1, 16)
                                    + R"(","op":)" + t + R"(,"description":)" + t + R"(,"status":)" + t + R"(,"data":)"
                                    + object + R"(,"tags":)" + object + "," + honestTimes;
                            });
    envelope.add("check_in",
                 R"({"check_in_id":")" + hex(number + 1, 32) + R"(","monitor_slug":)" + t
                     + R"(,"status":"error","duration":1e308,)" + names
                     + R"(,"monitor_config":{"schedule":{"type":"crontab","value":)" + t + "}}}");
    envelope.add("session",
                 R"({"sid":)" + t + R"(,"did":)" + t
                     + R"(,"init":true,"started":"2026-09-20T10:00:00Z","status":"crashed","attrs":{)" + names + "}}");
    envelope.add("sessions",
                 R"({"aggregates":[{"started":"2026-09-20T10:00:00Z","exited":99999999999999999999}],"attrs":{)" + names
                     + "}}");
    envelope.add("client_report",
                 R"({"timestamp":1e308,"discarded_events":[{"reason":)" + t + R"(,"category":)" + t
                     + R"(,"quantity":9223372036854775807}]})");
    envelope.add("feedback",
                 R"({"contexts":{"feedback":{"message":)" + t + R"(,"name":)" + t + R"(,"contact_email":)" + t
                     + R"(,"url":)" + t + R"(,"source":)" + t + "}}}");
    const std::string file = R"(,"filename":)" + t + R"(,"content_type":)" + t + R"(,"attachment_type":)" + t;
    envelope.add("profile", object, file);
    envelope.add("novelty", t, file);
    envelope.add("attachment", t, file);
    return envelope.text();
}

std::string manyLogs(std::size_t number, std::size_t count)
{
    return Envelope(number)
        .addLogs(count,
                 [](std::size_t i) {
                     return R"("timestamp":)" + std::to_string(1'790'000'000 + i) + R"(,"level":"info","body":"log )"
                         + std::to_string(i) + '"';
                 })
        .text();
}

std::string filesOfLineEnds(std::size_t number, std::size_t count)
{
    const std::string bytes(count, '\n');
    const std::string length = R"(,"length":)" + std::to_string(count);
    const std::string text = R"("\n\n\n\n\n\n\n\n")";
    Envelope envelope(number);
    envelope.add("attachment", bytes, length + R"(,"filename":"a.log","content_type":"text/plain")");
    envelope.add("attachment", '[' + bytes.substr(1), length + R"(,"filename":"a.json")");
    envelope.add("profile", bytes, length);
    envelope.add("check_in", R"({"monitor_slug":"m","status":"ok"})");
    envelope.add("feedback", R"({"contexts":{"feedback":{"message":)" + text + "}}}");
    envelope.addLogs(1, [&](std::size_t) { return R"("timestamp":1790000000,"level":"info","body":)" + text; });
    const std::string own =
        R"("transaction":"t",)" + std::string(honestTimes) + R"(,"contexts":{"trace":)" + envelope.traceOf(1) + "}";
    return envelope.addTransaction(own, 0, [](std::size_t) { return std::string(); }).text();
}

// `parentOf` span i, which begins with 2.
std::string manySpans(std::size_t number, std::size_t count, const std::function<std::size_t(std::size_t)> &parentOf)
{
    Envelope envelope(number);
    const std::string own = R"("transaction":"many spans",)" + std::string(honestTimes) + R"(,"contexts":{"trace":)"
        + envelope.traceOf(1) + "}";
    return envelope.addTransaction(own, count, [&](std::size_t i) { return spanMembers(i + 2, parentOf(i + 2)); })
        .text();
}

std::string absurdTimes(std::size_t number)
{
    constexpr std::array<const char *, 9> times = {R"("0001-01-01T00:00:00Z")",
                                                   R"("9999-12-31T23:59:59.999999Z")",
                                                   "1e308",
                                                   "-1e308",
                                                   "-1",
                                                   "0",
                                                   "99999999999999999999",
                                                   R"("now")",
                                                   "{}"};
    Envelope envelope(number);
    envelope.addLogs(times.size(), [&](std::size_t i) {
        return R"("level":"info","body":"a log","timestamp":)" + std::string(times[i]);
    });
    const auto pairOf = [&](std::size_t i) {
        return R"("start_timestamp":)" + std::string(times[i % times.size()]) + R"(,"timestamp":)"
            + times[i / times.size()];
    };
    const std::string own = R"("transaction":"absurd times","start_timestamp":-1e308,"timestamp":1e308,)"
                            R"("contexts":{"trace":)"
        + envelope.traceOf(1) + "}";
    return envelope
        .addTransaction(own, times.size() * times.size(),
                        [&](std::size_t i) { return spanMembers(i + 2, i + 1, pairOf(i)); })
        .text();
}

// A row for each in the lists of the Health dock.
std::string manyNames(std::size_t number, std::size_t count)
{
    Envelope envelope(number);
    const auto numbered = [](const char *what, std::size_t i) {
        return std::string(what) + std::to_string(i) + '"';
    };
    for (std::size_t i = 0; i < count; ++i) {
        envelope.add("check_in",
                     R"({"check_in_id":")" + hex(i + 1, 32) + numbered(R"(","monitor_slug":"job )", i)
                         + R"(,"status":"ok"})");
        envelope.add("sessions",
                     R"({"aggregates":[{"started":"2026-09-20T10:00:00Z","exited":1}],"attrs":)"
                         + numbered(R"({"release":"r)", i) + "}}");
    }
    return envelope
        .add("client_report",
             R"({"discarded_events":)"
                 + listOf(10 * count,
                          [&](std::size_t i) {
                              return numbered(R"({"reason":"reason )", i) + R"(,"category":"error","quantity":1})";
                          })
                 + "}")
        .text();
}

} // namespace

std::vector<std::pair<std::string, std::string>> hostileTelemetry(const Lures &lures)
{
    Table table;
    for (const auto &[what, text] : hostileTexts(lures)) {
        table.emplace_back(what + " everywhere in telemetry", everywhereIn(table.size(), text));
    }
    table.emplace_back("2 MB of line ends as files", filesOfLineEnds(table.size(), 2'000'000));
    table.emplace_back("20,000 logs", manyLogs(table.size(), 20'000));
    table.emplace_back("5,000 spans side by side", manySpans(table.size(), 5000, [](std::size_t) { return 1U; }));
    table.emplace_back("5,000 spans below each other",
                       manySpans(table.size(), 5000, [](std::size_t i) { return i - 1; }));
    table.emplace_back("1,000 spans in circles",
                       manySpans(table.size(), 1000, [](std::size_t i) { return (i * 7 + 1) % 1000 + 2; }));
    table.emplace_back("spans and logs at absurd times", absurdTimes(table.size()));
    table.emplace_back("300 monitors and releases", manyNames(table.size(), 300));
    return table;
}

} // namespace picket::test
