// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/logitems.h"

#include "core/formats/attributes.h"
#include "core/formats/itemfields.h"
#include "core/formats/valuetree.h"
#include "core/model/telemetry.h"
#include "core/protocol/jsonwriter.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace picket::formats {

namespace {

constexpr std::int64_t highestSeverity = 24;

// Where SDKs put the span that was active before logs had a span_id; sentry-php writes "null" for none.
constexpr std::string_view parentSpanAttribute = "sentry.trace.parent_span_id";

// Decides between logs of one time, which is in milliseconds in some runtimes.
constexpr std::string_view sequenceAttribute = "sentry.timestamp.sequence";

std::int64_t sequenceOf(const LogRow &row)
{
    const std::string &text = row.attribute(sequenceAttribute);
    std::int64_t sequence = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), sequence);
    return error == std::errc() && end == text.data() + text.size() ? sequence : 0;
}

std::optional<std::int64_t> severity(std::optional<std::int64_t> number)
{
    return number && *number >= 1 && *number <= highestSeverity ? number : std::nullopt;
}

std::string levelOf(std::string_view text, std::optional<std::int64_t> number)
{
    const model::Severity spoken = model::severityOf(text);
    const model::Severity severity = text.empty() && number ? model::severityOf(*number) : spoken;
    return severity == model::Severity::Unknown ? std::string(text) : std::string(model::severityName(severity));
}

// What the members of a log are called.
struct LogNames {
    std::string_view traceId;
    std::string_view spanId;
    std::string_view level;
    std::string_view severityNumber;
};

// What the row has no place for is shown with the attributes.
void keepRest(LogRow &row, const model::Value &rest)
{
    row.attributes = withMembersOf(std::move(row.attributes), rest);
}

// Ids and levels that no row can have, and attributes that are none, are left over.
void leaveUnknown(const LogRow &row, const ItemFields &item, const LogNames &names)
{
    if (!row.traceId.empty() && !EventUuid::parse(row.traceId)) {
        item.leave(names.traceId);
    }
    if (!row.spanId.empty() && model::parseSpanNumber(row.spanId) == 0) {
        item.leave(names.spanId);
    }
    if (model::severityOf(row.level) == model::Severity::Unknown && !row.level.empty()) {
        item.leave(names.level);
    }
    if (!row.severityNumber) {
        item.leave(names.severityNumber);
    }
    if (row.attributes.isAbsent()) {
        item.leave("attributes");
    }
}

void add(LogItems &logs, LogRow &&row)
{
    logs.withoutBody += row.body.empty() ? 1 : 0;
    logs.rows.push_back(std::move(row));
}

bool readLog(const ItemFields &item, LogItems &logs)
{
    static constexpr std::array<std::string_view, 7> known{"timestamp", "severity_number", "level",     "body",
                                                           "trace_id",  "span_id",         "attributes"};
    if (!item.hasAny(known)) {
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
    row.sequence = sequenceOf(row);
    leaveUnknown(row, item, {"trace_id", "span_id", "level", "severity_number"});
    keepRest(row, item.rest(known));
    add(logs, std::move(row));
    return true;
}

// Its names come in snake case, or in the camel case of OTLP/JSON.
std::string_view nameIn(const ItemFields &item, std::string_view snake, std::string_view camel)
{
    return item.node(snake).isNothing() ? camel : snake;
}

bool readOtelLog(const ItemFields &item, LogItems &logs)
{
    static constexpr std::array<std::string_view, 14> known{"time_unix_nano",
                                                            "timeUnixNano",
                                                            "observed_time_unix_nano",
                                                            "observedTimeUnixNano",
                                                            "severity_number",
                                                            "severityNumber",
                                                            "severity_text",
                                                            "severityText",
                                                            "body",
                                                            "trace_id",
                                                            "traceId",
                                                            "span_id",
                                                            "spanId",
                                                            "attributes"};
    if (!item.hasAny(known)) {
        return false;
    }
    LogRow row;
    row.timestamp = item.nanoseconds(nameIn(item, "time_unix_nano", "timeUnixNano"));
    if (!row.timestamp || toMicros(*row.timestamp) == 0) { // 0: not known; then it was observed at least
        row.timestamp = item.nanoseconds(nameIn(item, "observed_time_unix_nano", "observedTimeUnixNano"));
    }
    const LogNames names{nameIn(item, "trace_id", "traceId"), nameIn(item, "span_id", "spanId"),
                         nameIn(item, "severity_text", "severityText"),
                         nameIn(item, "severity_number", "severityNumber")};
    row.severityNumber = severity(item.integer(names.severityNumber));
    row.level = levelOf(item.text(names.level), row.severityNumber);
    const model::Value body = otelValue(item.node("body"));
    protocol::JsonWriter writer;
    writer.value(body);
    row.body = body.isContainer() ? writer.take() : body.text();
    row.traceId = item.text(names.traceId);
    row.spanId = item.text(names.spanId);
    row.attributes = otelAttributes(item.node("attributes"));
    row.sequence = sequenceOf(row);
    leaveUnknown(row, item, names);
    keepRest(row, item.rest(known));
    add(logs, std::move(row));
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
