// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/documents.h"

#include "core/protocol/eventreader.h"
#include "core/protocol/jsonwriter.h"

namespace picket::query {

namespace {

using protocol::JsonWriter;

void time(JsonWriter &writer, std::string_view name, Timestamp timestamp)
{
    writer.member(name, toRfc3339(timestamp));
}

void number(JsonWriter &writer, std::string_view name, std::uint64_t value)
{
    writer.key(name);
    writer.numberToken(std::to_string(value));
}

// 0 is "none" everywhere outside.
void idOrNull(JsonWriter &writer, std::string_view name, std::int64_t id)
{
    writer.key(name);
    if (id > 0) {
        writer.number(id);
    } else {
        writer.null();
    }
}

// The text itself, also when it is empty.
void text(JsonWriter &writer, std::string_view name, std::string_view utf8)
{
    writer.key(name);
    writer.string(utf8);
}

void flag(JsonWriter &writer, std::string_view name, bool value)
{
    writer.key(name);
    writer.boolean(value);
}

std::string hex(const model::GroupingHash &hash)
{
    return EventUuid(hash.bytes).hex();
}

void groupingPart(JsonWriter &writer, const model::GroupingPart &part)
{
    writer.beginObject();
    text(writer, "id", part.id);
    flag(writer, "contributes", part.contributes);
    writer.member("hint", part.hint);
    writer.member("value", part.value);
    writer.key("children");
    writer.beginArray();
    for (const model::GroupingPart &child : part.children) {
        groupingPart(writer, child);
    }
    writer.endArray();
    writer.endObject();
}

void grouping(JsonWriter &writer, const EventDetail &detail)
{
    writer.key("grouping");
    writer.beginObject();
    writer.key("hashes");
    writer.beginArray();
    for (const model::GroupingHash &hash : detail.storedHashes) {
        writer.string(hex(hash));
    }
    writer.endArray();
    writer.member("algorithm", detail.grouping.algorithm);
    writer.key("explanation");
    writer.beginArray();
    for (const model::GroupingPart &variant : detail.grouping.variants) {
        groupingPart(writer, variant);
    }
    writer.endArray();
    writer.endObject();
}

void attachments(JsonWriter &writer, const EventDetail &detail)
{
    writer.key("attachments");
    writer.beginArray();
    for (const auto &attachment : detail.attachments) {
        writer.beginObject();
        writer.member("id", attachment.id);
        writer.member("filename", attachment.filename);
        writer.member("content_type", attachment.contentType);
        writer.member("attachment_type", attachment.attachmentType);
        number(writer, "size", attachment.size);
        writer.endObject();
    }
    writer.endArray();
}

void itemOutcome(JsonWriter &writer, const model::ItemOutcome &item)
{
    writer.beginObject();
    text(writer, "type", item.type);
    number(writer, "bytes", item.bytes);
    text(writer, "outcome", item.outcome);
    writer.member("reason", item.reason);
    idOrNull(writer, "event", item.event.value);
    idOrNull(writer, "issue", item.issue.value);
    writer.endObject();
}

} // namespace

std::string issueDocument(const model::IssueRow &row)
{
    JsonWriter writer;
    writer.beginObject();
    writer.member("id", row.id.value);
    number(writer, "project", row.project.value);
    writer.member("project_name", row.projectName);
    text(writer, "title", row.title);
    writer.member("type", row.type);
    writer.member("value", row.value);
    writer.member("culprit", row.culprit);
    writer.member("level", model::levelName(row.level));
    writer.member("platform", row.platform);
    writer.member("status", model::statusName(row.status));
    writer.member("events", row.events);
    time(writer, "first_seen", row.firstSeen);
    time(writer, "last_seen", row.lastSeen);
    writer.member("release", row.release);
    writer.member("environment", row.environment);
    writer.member("logger", row.logger);
    writer.member("transaction", row.transaction);
    writer.endObject();
    return writer.take();
}

std::string eventRowDocument(const model::EventRow &row)
{
    JsonWriter writer;
    writer.beginObject();
    writer.member("id", row.id.value);
    writer.member("event_id", row.eventId.hex());
    writer.member("issue", row.issue.value);
    number(writer, "project", row.project.value);
    text(writer, "title", row.title);
    writer.member("level", model::levelName(row.level));
    writer.member("platform", row.platform);
    time(writer, "timestamp", row.timestamp);
    time(writer, "received", row.received);
    writer.member("release", row.release);
    writer.member("environment", row.environment);
    writer.member("transaction", row.transaction);
    writer.endObject();
    return writer.take();
}

std::string deliveryDocument(const model::DeliveryRow &row)
{
    JsonWriter writer;
    writer.beginObject();
    writer.member("id", row.id.value);
    time(writer, "time", row.time);
    writer.member("sdk", row.sdk);
    writer.member("method", row.method);
    writer.member("path", row.path);
    writer.member("origin", row.origin);
    writer.member("peer", row.peer);
    idOrNull(writer, "process", row.peerProcess);
    writer.member("program", row.peerProgram);
    writer.member("status", row.status);
    writer.member("outcome", model::outcomeName(row.outcome));
    writer.member("reason", row.reason);
    number(writer, "bytes_on_wire", row.bytesOnWire);
    number(writer, "bytes_decoded", row.bytesDecoded);
    writer.member("duration_us", row.durationMicros);
    number(writer, "project", row.project.value);
    writer.key("items");
    writer.beginArray();
    for (const model::ItemOutcome &item : row.items) {
        itemOutcome(writer, item);
    }
    writer.endArray();
    writer.endObject();
    return writer.take();
}

std::string deliveryCountDocument(const model::DeliveryCount &count)
{
    JsonWriter writer;
    writer.beginObject();
    writer.member("sdk", count.sdk);
    writer.key("item");
    if (count.item) {
        writer.string(*count.item);
    } else {
        writer.null();
    }
    text(writer, "outcome", count.outcome);
    writer.member("count", count.count);
    writer.endObject();
    return writer.take();
}

std::string eventDocument(const EventDetail &detail)
{
    JsonWriter writer;
    writer.beginObject();
    writer.member("id", detail.row.id.value);
    writer.member("issue", detail.row.issue.value);
    number(writer, "project", detail.row.project.value);
    text(writer, "title", detail.row.title);
    flag(writer, "unreadable", detail.unreadable);
    protocol::writeEvent(writer, detail.event);
    attachments(writer, detail);
    grouping(writer, detail);
    writer.endObject();
    return writer.take();
}

std::string serveDocument(const std::vector<std::string> &addresses, std::string_view dsn, std::string_view workspace)
{
    JsonWriter writer;
    writer.beginObject();
    writer.key("listening");
    writer.beginArray();
    for (const std::string &address : addresses) {
        writer.string(address);
    }
    writer.endArray();
    writer.member("dsn", dsn);
    writer.member("workspace", workspace);
    writer.endObject();
    return writer.take();
}

} // namespace picket::query
