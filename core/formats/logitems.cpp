// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/logitems.h"

#include "core/formats/attributes.h"
#include "core/formats/itemfields.h"
#include "core/formats/text.h"
#include "core/protocol/jsonwriter.h"

#include <array>

namespace picket::formats {

namespace {

// OpenTelemetry's severity numbers come in fours.
constexpr std::array<std::string_view, 6> levels = {"trace", "debug", "info", "warn", "error", "fatal"};
constexpr std::int64_t numbersPerLevel = 4;

// Where SDKs put the span that was active before logs had a span_id; sentry-php writes "null" for none.
constexpr std::string_view parentSpanAttribute = "sentry.trace.parent_span_id";

std::optional<std::int64_t> severity(std::optional<std::int64_t> number)
{
    constexpr auto highest = static_cast<std::int64_t>(levels.size()) * numbersPerLevel;
    return number && *number >= 1 && *number <= highest ? number : std::nullopt;
}

std::string levelOf(std::string_view text, std::optional<std::int64_t> number)
{
    const std::string level = lowered(text);
    if (!level.empty() || !number) {
        return level == "warning" ? "warn" : level;
    }
    return std::string(levels[static_cast<std::size_t>((*number - 1) / numbersPerLevel)]);
}

bool readLog(const ItemFields &item, LogItems &logs)
{
    if (item.node("body").isNothing()) {
        return false;
    }
    LogRow row;
    row.timestamp = item.time("timestamp");
    row.severityNumber = severity(item.integer("severity_number"));
    row.level = levelOf(item.text("level"), row.severityNumber);
    row.body = protocol::readJsonText(item.node("body"));
    row.traceId = item.text("trace_id");
    row.spanId = item.text("span_id");
    row.attributes = plainAttributes(item.node("attributes"));
    if (const std::string &parent = row.attribute(parentSpanAttribute); row.spanId.empty() && parent != "null") {
        row.spanId = parent;
    }
    logs.rows.push_back(std::move(row));
    return true;
}

// Its names come in snake case, or in the camel case of OTLP/JSON.
std::string_view nameIn(const ItemFields &item, std::string_view snake, std::string_view camel)
{
    return item.node(snake).isNothing() ? camel : snake;
}

bool readOtelLog(const ItemFields &item, LogItems &logs)
{
    if (item.node("body").isNothing()) {
        return false;
    }
    LogRow row;
    row.timestamp = item.nanoseconds(nameIn(item, "time_unix_nano", "timeUnixNano"));
    if (!row.timestamp || toMicros(*row.timestamp) == 0) { // 0: not known; then it was observed at least
        row.timestamp = item.nanoseconds(nameIn(item, "observed_time_unix_nano", "observedTimeUnixNano"));
    }
    row.severityNumber = severity(item.integer(nameIn(item, "severity_number", "severityNumber")));
    row.level = levelOf(item.text(nameIn(item, "severity_text", "severityText")), row.severityNumber);
    const model::Value body = otelValue(item.node("body"));
    protocol::JsonWriter writer;
    writer.value(body);
    row.body = body.isContainer() ? writer.take() : body.text();
    row.traceId = item.text(nameIn(item, "trace_id", "traceId"));
    row.spanId = item.text(nameIn(item, "span_id", "spanId"));
    row.attributes = otelAttributes(item.node("attributes"));
    logs.rows.push_back(std::move(row));
    return true;
}

Result<LogItems> readItems(std::string_view payload, bool (*read)(const ItemFields &, LogItems &))
{
    const auto document = protocol::JsonDocument::parse(payload);
    if (!document) {
        return tl::unexpected(document.error());
    }
    LogItems logs;
    const ItemCounts counts =
        forEachItem(document->root(), [&logs, read](const ItemFields &item) { return read(item, logs); });
    logs.unreadable = counts.unreadable;
    logs.overLimit = counts.overLimit;
    return logs;
}

} // namespace

Result<LogItems> readLogs(std::string_view payload)
{
    return readItems(payload, readLog);
}

Result<LogItems> readOtelLogs(std::string_view payload)
{
    return readItems(payload, readOtelLog);
}

Result<LogItems> readLogsOf(std::string_view itemType, std::string_view payload)
{
    return itemType == "otel_log" ? readOtelLogs(payload) : readLogs(payload);
}

} // namespace picket::formats
