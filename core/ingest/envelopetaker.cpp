// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/limits.h"
#include "core/formats/foreigncrash.h"
#include "core/ingest/attachmentrefs.h"
#include "core/ingest/crashevent.h"
#include "core/ingest/takers.h"
#include "core/protocol/auth.h"
#include "core/protocol/json.h"

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
    for (const EnvelopeItem &item : items) {
        if (item.type == "attachment") {
            parts.add({{}, {}, item.attachmentType, item.payload, {}});
            foreign = formats::foreignCrashEvent(item.attachmentType).isAbsent() ? foreign : item.attachmentType;
        }
    }
    if (!parts.dump.empty()) {
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
            takeEvent(toJson(m_crash->tree), m_crash->warnings);
        }
        for (const EnvelopeItem &item : items) {
            if (!isEvent(item)) {
                addItem(m_delivery, item, m_eventId);
            } else if (!takeCrashed(item)) {
                takeEvent(item.payload, item.warnings);
            }
        }
        return m_eventId;
    }

private:
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
        const auto document = protocol::JsonDocument::parse(item.payload);
        const bool isReadable = document && document->root().isObject();
        model::Value sent = isReadable ? protocol::toValue(document->root(), limits::jsonDepth) : model::Value();
        if (hasException(sent)) {
            return false;
        }
        takeEvent(toJson(joinedEvents(m_crash->tree, std::move(sent))), m_crash->warnings);
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

// The first line is no JSON object: 400 by PROTOCOL B.2, and yet nothing is lost.
void takeBrokenEnvelope(const Arrival &arrival, const Error &error, Prepared &prepared)
{
    if (error.code == ErrorCode::EmptyBody) {
        refuse(arrival.request, arrival.body, error, prepared);
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

} // namespace

void takeEnvelope(const Arrival &arrival, Prepared &prepared)
{
    auto envelope = protocol::parseEnvelope(arrival.body);
    if (!envelope) {
        takeBrokenEnvelope(arrival, envelope.error(), prepared);
        return;
    }
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
    accept(prepared, eventId);
}

} // namespace picket::ingest
