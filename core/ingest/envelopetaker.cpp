// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/limits.h"
#include "core/formats/foreigncrash.h"
#include "core/ingest/attachmentrefs.h"
#include "core/ingest/crashevent.h"
#include "core/ingest/takers.h"
#include "core/protocol/auth.h"
#include "core/protocol/json.h"
#include "core/protocol/plainevents.h"

#include <algorithm>

namespace picket::ingest {

namespace {

using protocol::EnvelopeItem;

bool isEvent(const EnvelopeItem &item)
{
    return item.type == "event";
}

// An item may stand before the event whose payload alone names the id that both share.
std::optional<EventUuid> idOfFirstEvent(const std::vector<EnvelopeItem> &items)
{
    const auto event = std::find_if(items.begin(), items.end(), isEvent);
    if (event == items.begin() || event == items.end()) {
        return std::nullopt; // nothing stands before it
    }
    const auto document = protocol::JsonDocument::parse(event->payload);
    const auto id = document ? EventUuid::parse(document->root()["event_id"].text) : std::nullopt;
    return id && !id->isNil() ? *id : EventUuid::generate();
}

// The crash that attachments of the envelope tell of; nullopt without a dump. One that cannot be read here makes an
// event only where there is none.
std::optional<CrashEvent> crashOf(const std::vector<EnvelopeItem> &items)
{
    CrashParts parts;
    std::string_view foreign;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const EnvelopeItem &item = items[i];
        if (item.type == "attachment") {
            parts.add({{}, {}, item.attachmentType, item.payload, {}}, i);
            foreign = formats::foreignCrashEvent(item.attachmentType).isAbsent() ? foreign : item.attachmentType;
        }
    }
    if (!parts.dump.bytes.empty()) {
        return crashEvent(std::move(parts));
    }
    if (foreign.empty() || std::any_of(items.begin(), items.end(), isEvent)) {
        return std::nullopt;
    }
    return foreignCrash(foreign, std::move(parts));
}

// Takes the items of one envelope in their order.
class EnvelopeTaker final
{
public:
    EnvelopeTaker(const Arrival &arrival, store::Delivery &delivery, const protocol::Envelope &envelope)
        : m_arrival(arrival)
        , m_delivery(delivery)
        , m_envelope(envelope)
        , m_eventId(envelope.header.eventId)
        , m_crash(crashOf(envelope.items))
    {
        if (!m_eventId) {
            m_eventId = idOfFirstEvent(envelope.items);
        }
    }

    // The id of the event that the envelope is about.
    std::optional<EventUuid> take()
    {
        const auto &items = m_envelope.items;
        if (m_crash && std::none_of(items.begin(), items.end(), isEvent)) {
            takeCrash(m_crash->tree);
        }
        for (std::size_t i = 0; i < items.size(); ++i) {
            const EnvelopeItem &item = items[i];
            if (!isEvent(item)) {
                takeItem(item, i);
            } else if (!takeCrashed(item)) {
                takeEvent(item.payload, item.warnings);
            }
        }
        return m_eventId;
    }

private:
    void takeItem(const EnvelopeItem &item, std::size_t number)
    {
        const auto warnings = m_crash ? m_crash->warningsOf(number) : std::vector<std::string>();
        if (warnings.empty()) {
            addItem(m_delivery, item, m_eventId);
            return;
        }
        EnvelopeItem read = item;
        read.warnings.insert(read.warnings.end(), warnings.begin(), warnings.end());
        addItem(m_delivery, read, m_eventId);
    }

    // The event's item names all that was wrong with the crash; each file's problems come to the event with the file.
    void takeCrash(const model::Value &tree)
    {
        takeEvent(toJson(tree), {});
        addReasons(m_delivery.row.items.back(), m_crash->allWarnings());
    }

    void takeEvent(std::string_view payload, const std::vector<std::string> &warnings)
    {
        // A second event in one envelope keeps its own id (PROTOCOL B.2).
        const bool isFirst = m_delivery.events.empty();
        addEvent(m_delivery, payload,
                 {isFirst ? m_eventId : std::nullopt, m_arrival.request.received, m_delivery.row.sdk}, warnings);
        if (isFirst) {
            m_eventId = m_delivery.events.front().event.id;
        }
    }

    // An event that came with a dump and tells of no exception, or cannot be read, gets the dump's. What the SDK sent
    // stays beside it, byte by byte, as an item.
    bool takeCrashed(const EnvelopeItem &item)
    {
        if (!m_crash || !m_delivery.events.empty() || item.payload.size() > limits::eventPayload) {
            return false;
        }
        const auto document = protocol::JsonDocument::parseFront(item.payload);
        const bool isReadable = document && document->root().isObject();
        model::Value sent = isReadable ? protocol::toValue(document->root(), limits::jsonDepth) : model::Value();
        if (hasException(sent)) {
            return false;
        }
        takeCrash(joinedEvents(m_crash->tree, std::move(sent)));
        EnvelopeItem kept = item;
        kept.warnings.emplace_back(isReadable ? "joined_with_minidump" : errorName(ErrorCode::InvalidJson));
        addItem(m_delivery, kept, m_eventId);
        return true;
    }

    const Arrival &m_arrival;
    store::Delivery &m_delivery;
    const protocol::Envelope &m_envelope;
    std::optional<EventUuid> m_eventId;
    const std::optional<CrashEvent> m_crash;
};

// Hand-made clients post events alone.
void takePlainEvents(const Arrival &arrival, const std::vector<std::string_view> &events, Prepared &prepared)
{
    for (const std::string_view event : events) {
        addEvent(prepared.delivery, event, arrival.origin(), {});
    }
    note(prepared.delivery, "no_envelope");
    accept(prepared, prepared.delivery.events.front().event.id);
}

// No JSON object at the front: 400 by PROTOCOL B.2, and yet nothing is lost.
void takeBrokenEnvelope(const Arrival &arrival, const Error &error, Prepared &prepared)
{
    if (error.code == ErrorCode::EmptyBody) {
        refuse(arrival.request, arrival.body, error, prepared);
        return;
    }
    if (const auto events = protocol::plainEvents(arrival.body); !events.empty()) {
        takePlainEvents(arrival, events, prepared);
        return;
    }
    addEvent(prepared.delivery, arrival.body, arrival.origin(), {});
    keepUnread(prepared, http::errorResponse(400, errorName(error.code), {error.detail}), reasonOf(error));
}

void readHeader(const protocol::EnvelopeHeader &header, const Arrival &arrival, store::Delivery &delivery)
{
    if (delivery.row.sdk.empty()) {
        delivery.row.sdk = shortened(header.sdk);
    }
    const auto dsn = arrival.endpoint.project ? std::nullopt : protocol::parseDsn(header.dsn);
    if (dsn) {
        setProject(delivery, dsn->project);
    }
}

// Events one behind the other, the first two of which were read as headers.
bool isListOfEvents(const protocol::Envelope &envelope)
{
    const bool isFollowed = !envelope.items.empty() && envelope.items.front().isEvent;
    return envelope.header.isEvent && isFollowed && std::none_of(envelope.items.begin(), envelope.items.end(), isEvent);
}

// An event in the place of the header is the envelope's, unless it has another.
void takeEventInHeader(protocol::Envelope &envelope, store::Delivery &delivery)
{
    auto &items = envelope.items;
    if (!envelope.header.isEvent || std::any_of(items.begin(), items.end(), isEvent)) {
        return;
    }
    EnvelopeItem event;
    event.type = "event";
    event.payload = envelope.header.raw;
    items.insert(items.begin(), std::move(event));
    note(delivery, "no_envelope");
}

// Where a body ends early, so does its last item, unless that can be seen to be whole.
void markCut(protocol::Envelope &envelope, const Arrival &arrival)
{
    if (arrival.damage.empty() || envelope.items.empty() || !envelope.rest.empty()) {
        return;
    }
    EnvelopeItem &last = envelope.items.back();
    const bool isMarked = std::find(last.warnings.begin(), last.warnings.end(), "truncated") != last.warnings.end();
    const bool isWhole = last.declaredLength == last.payload.size() || protocol::JsonDocument::parse(last.payload);
    if (!isMarked && !isWhole) {
        last.warnings.emplace_back("truncated");
    }
}

} // namespace

void takeEnvelope(const Arrival &arrival, Prepared &prepared)
{
    auto envelope = protocol::parseEnvelope(arrival.body);
    if (!envelope) {
        takeBrokenEnvelope(arrival, envelope.error(), prepared);
        return;
    }
    if (isListOfEvents(*envelope)) {
        takePlainEvents(arrival, protocol::plainObjects(arrival.body), prepared);
        return;
    }
    takeEventInHeader(*envelope, prepared.delivery);
    markCut(*envelope, arrival);
    AttachmentRefs refs;
    refs.resolve(envelope->items, arrival.uploads);
    store::Delivery &delivery = prepared.delivery;
    readHeader(envelope->header, arrival, delivery);
    const auto eventId = EnvelopeTaker(arrival, delivery, *envelope).take();
    if (!envelope->rest.empty()) {
        addRemains(delivery, "unparsed", envelope->header.raw, envelope->rest, "not an item");
    }
    for (const std::string &warning : envelope->warnings) {
        note(delivery, warning);
    }
    if (envelope->itemsOverLimit > 0) {
        note(delivery, "items_over_limit: " + std::to_string(envelope->itemsOverLimit));
    }
    if (!arrival.damage.empty() && delivery.row.items.empty()) {
        refuse(arrival.request, arrival.body, {ErrorCode::BadEncoding, std::string(arrival.damage)}, prepared);
        return;
    }
    accept(prepared, eventId);
}

} // namespace picket::ingest
