// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/items.h"

#include "core/base/limits.h"
#include "core/grouping/grouper.h"
#include "core/ingest/runstart.h"
#include "core/ingest/telemetry.h"
#include "core/protocol/eventreader.h"
#include "core/protocol/jsonwriter.h"
#include "core/protocol/utf8.h"
#include "core/store/compression.h"

#include <algorithm>
#include <charconv>

namespace picket::ingest {

namespace {

// What names an item is a column and a cell; an attacker may send megabytes.
std::string brief(std::string_view text)
{
    return protocol::cutWithMark(text, limits::shortText);
}

std::string joined(const std::vector<std::string> &codes)
{
    std::string text;
    for (const std::string &code : codes) {
        text += text.empty() ? code : ", " + code;
    }
    return text;
}

// An event made of bytes that nobody could read: it still has a time, a place in the list, and its bytes.
model::Event unreadableEvent(const EventOrigin &origin, const Error &error)
{
    model::Event event;
    event.id = origin.envelopeId.value_or(EventUuid());
    event.type = model::EventType::Unreadable;
    event.timestamp = origin.received;
    event.received = origin.received;
    // One issue for each reason, whatever the bytes were.
    event.checksum = "unreadable:" + std::string(errorName(error.code));
    event.logentry.formatted = "<unreadable event>";
    event.errors.push_back({std::string(errorName(error.code)), {}, error.detail});
    return event;
}

void fillSdk(model::Event &event, std::string_view sdk)
{
    if (!event.sdk.name.empty() || sdk.empty()) {
        return;
    }
    const std::size_t slash = sdk.rfind('/');
    event.sdk.name = sdk.substr(0, slash);
    if (slash != std::string_view::npos) {
        event.sdk.version = sdk.substr(slash + 1);
    }
}

Result<model::Event> read(std::string_view payload, const EventOrigin &origin)
{
    if (payload.size() > limits::eventPayload) {
        return failure(ErrorCode::TooLarge, std::to_string(payload.size()) + " bytes");
    }
    return protocol::readEvent(payload, {origin.envelopeId, origin.received, protocol::Detail::Summary});
}

bool attachmentsFull(const store::Delivery &delivery)
{
    const auto count = std::count_if(delivery.items.begin(), delivery.items.end(),
                                     [](const store::NewItem &item) { return item.type == "attachment"; });
    return static_cast<std::size_t>(count) >= limits::attachmentsPerEnvelope;
}

// The header that the item would have had in an envelope.
std::string itemHeader(const protocol::EnvelopeItem &item)
{
    protocol::JsonWriter writer;
    writer.beginObject();
    const auto member = [&writer](std::string_view name, std::string_view value) {
        if (!value.empty()) {
            writer.member(name, value);
        }
    };
    member("type", item.type);
    writer.member("length", static_cast<std::int64_t>(item.payload.size()));
    member("filename", item.filename);
    member("content_type", item.contentType);
    member("attachment_type", item.attachmentType);
    writer.endObject();
    return writer.take();
}

// How many logs or spans the item's header says that there are.
std::optional<std::uint64_t> announcedCount(std::string_view header)
{
    constexpr std::string_view key = "item_count";
    if (header.find(key) == std::string_view::npos) {
        return std::nullopt;
    }
    const auto document = protocol::JsonDocument::parse(header);
    const protocol::JsonNode node = document ? document->root()[key] : protocol::JsonNode();
    std::uint64_t count = 0;
    const auto [end, error] = std::from_chars(node.text.data(), node.text.data() + node.text.size(), count);
    return (node.isNumber() || node.isString()) && error == std::errc() ? std::optional(count) : std::nullopt;
}

// What the item tells besides its bytes; without a view of its own, or when it cannot be read, it is kept only.
void understand(store::NewItem &kept, std::string_view payload, model::ItemOutcome &outcome, Timestamp received)
{
    auto reading = readTelemetry(payload, {kept.type, kept.eventId, received});
    if (!reading) {
        return;
    }
    const auto addReason = [&outcome](std::string_view reason) {
        outcome.reason += outcome.reason.empty() || reason.empty() ? "" : ", ";
        outcome.reason += reason;
    };
    if (!*reading) {
        const Error &error = reading->error();
        const bool saysWhat = error.code == ErrorCode::InvalidArgument && !error.detail.empty();
        addReason(std::string(errorName(error.code)) + (saysWhat ? ": " + error.detail : ""));
        return;
    }
    kept.isUnderstood = true;
    kept.telemetry = std::move((*reading)->telemetry);
    outcome.outcome = "stored";
    addReason(joined((*reading)->notes));
    if (const auto announced = announcedCount(kept.header);
        announced && (*reading)->count > 0 && *announced != (*reading)->count) {
        addReason("item_count: " + std::to_string(*announced) + " for " + std::to_string((*reading)->count));
    }
}

// Whose problem it is, among those of the event.
std::string nameOf(const store::NewItem &attachment)
{
    return "attachments." + (attachment.filename.empty() ? attachment.attachmentType : attachment.filename);
}

void addWithHeader(store::Delivery &delivery, protocol::EnvelopeItem &&item, const std::optional<EventUuid> &eventId)
{
    const std::string header = itemHeader(item);
    item.header = header;
    addItem(delivery, item, eventId);
}

} // namespace

model::Problem problemOf(std::string_view warning, std::string_view name)
{
    const std::size_t colon = std::min(warning.find(": "), warning.size());
    return {std::string(warning.substr(0, colon)), std::string(name),
            brief(warning.substr(std::min(colon + 2, warning.size())))};
}

void addEvent(store::Delivery &delivery, std::string_view payload, const EventOrigin &origin,
              const std::vector<std::string> &warnings)
{
    model::ItemOutcome outcome{"event", payload.size(), "stored", joined(warnings), {}, {}};
    store::NewEvent stored;
    for (const std::string &warning : warnings) {
        stored.problems.push_back(problemOf(warning, {}));
    }
    if (auto event = read(payload, origin)) {
        stored.event = std::move(*event);
    } else {
        stored.event = unreadableEvent(origin, event.error());
        stored.problems.insert(stored.problems.begin(), stored.event.errors.begin(), stored.event.errors.end());
        outcome.outcome = "unreadable";
        const std::string reason = std::string(errorName(event.error().code)) + ": " + event.error().detail;
        outcome.reason = outcome.reason.empty() ? reason : reason + ", " + outcome.reason;
    }
    if (stored.event.id.isNil()) {
        stored.event.id = EventUuid::generate();
    }
    fillSdk(stored.event, origin.sdk);
    stored.grouping = grouping::group(stored.event, grouping::Explain::No);
    stored.tags = protocol::indexedTags(stored.event);
    stored.runStarted = runStart(stored.event);
    stored.payload = store::compress(payload);
    stored.payloadSize = payload.size();
    stored.item = delivery.row.items.size();
    // The summary is at most about as large as what it was read from.
    delivery.memory += stored.payload.size() + payload.size();
    delivery.events.push_back(std::move(stored));
    delivery.row.items.push_back(std::move(outcome));
}

void addEvent(store::Delivery &delivery, const model::Value &tree, const EventOrigin &origin,
              const std::vector<std::string> &warnings)
{
    addEvent(delivery, toJson(tree), origin, warnings);
}

void addReasons(model::ItemOutcome &item, const std::vector<std::string> &warnings)
{
    const std::string further = joined(warnings);
    item.reason += item.reason.empty() || further.empty() ? further : ", " + further;
}

void addItem(store::Delivery &delivery, const protocol::EnvelopeItem &item, const std::optional<EventUuid> &eventId)
{
    const bool isAttachment = item.type == "attachment";
    const std::size_t cap = isAttachment ? limits::attachment : limits::keptItemPayload;
    model::ItemOutcome outcome{
        item.type.empty() ? "unknown" : brief(item.type), item.payload.size(), "kept", joined(item.warnings), {}, {}};
    if (item.payload.size() > cap || (isAttachment && attachmentsFull(delivery))) {
        outcome.outcome = "over_limit";
        const std::string known = std::move(outcome.reason);
        outcome.reason = item.payload.size() > cap ? "size" : "attachments";
        outcome.reason += known.empty() ? "" : ", " + known;
        delivery.row.items.push_back(std::move(outcome));
        return;
    }
    store::NewItem kept;
    kept.type = outcome.type;
    kept.header = cutToBytes(item.header, limits::undecodableKept);
    kept.payload = store::compress(item.payload);
    kept.payloadSize = item.payload.size();
    kept.eventId = eventId;
    kept.filename = brief(item.filename);
    kept.contentType = brief(item.contentType);
    kept.attachmentType = brief(item.attachmentType);
    kept.item = delivery.row.items.size();
    if (isAttachment) {
        kept.isUnderstood = true;
        outcome.outcome = "stored";
        for (const std::string &warning : item.warnings) {
            kept.problems.push_back(problemOf(warning, nameOf(kept)));
        }
    } else {
        understand(kept, item.payload, outcome, delivery.row.time);
    }
    delivery.memory += kept.payload.size() + kept.header.size();
    delivery.memory += kept.telemetry.isEmpty() ? 0 : item.payload.size(); // about what its rows take
    delivery.items.push_back(std::move(kept));
    delivery.row.items.push_back(std::move(outcome));
}

void addItem(store::Delivery &delivery, std::string_view type, std::string_view payload,
             const std::optional<EventUuid> &eventId, const std::vector<std::string> &warnings)
{
    protocol::EnvelopeItem item;
    item.type = type;
    item.payload = payload;
    item.warnings = warnings;
    addWithHeader(delivery, std::move(item), eventId);
}

void addItem(store::Delivery &delivery, std::string_view type, const model::Value &tree,
             const std::optional<EventUuid> &eventId, const std::vector<std::string> &warnings)
{
    addItem(delivery, type, toJson(tree), eventId, warnings);
}

void addFile(store::Delivery &delivery, const File &file, const std::optional<EventUuid> &eventId)
{
    protocol::EnvelopeItem item;
    item.type = "attachment";
    item.payload = file.bytes;
    item.filename = file.filename;
    item.contentType = file.contentType;
    item.attachmentType = file.attachmentType;
    item.warnings = file.warnings;
    addWithHeader(delivery, std::move(item), eventId);
}

std::string toJson(const model::Value &tree)
{
    protocol::JsonWriter writer;
    writer.value(tree);
    return writer.take();
}

void addRemains(store::Delivery &delivery, std::string_view type, std::string_view header, std::string_view bytes,
                std::string_view reason)
{
    const std::string_view kept = bytes.substr(0, limits::undecodableKept);
    store::NewItem item;
    item.type = type;
    item.header = cutToBytes(header, limits::undecodableKept);
    item.payload = store::compress(kept);
    item.payloadSize = kept.size();
    item.item = delivery.row.items.size();
    delivery.memory += item.payload.size() + item.header.size();
    delivery.items.push_back(std::move(item));
    delivery.row.items.push_back({std::string(type), bytes.size(), "kept", std::string(reason), {}, {}});
}

} // namespace picket::ingest
