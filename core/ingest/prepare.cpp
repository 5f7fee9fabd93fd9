// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/prepare.h"

#include "core/base/limits.h"
#include "core/http/contentdecoder.h"
#include "core/ingest/items.h"
#include "core/protocol/auth.h"
#include "core/protocol/endpoint.h"
#include "core/protocol/envelope.h"
#include "core/protocol/json.h"
#include "core/protocol/jsonwriter.h"

#include <algorithm>

namespace picket::ingest {

namespace {

using protocol::EndpointKind;

std::string_view headerValue(const http::RequestHead &head, std::string_view name)
{
    const std::string *value = head.header(name);
    return value ? std::string_view(*value) : std::string_view();
}

std::string cut(std::string_view text)
{
    return std::string(text.substr(0, limits::shortText));
}

model::DeliveryRow rowOf(const http::RequestHead &head, const http::Peer &peer, Timestamp received)
{
    model::DeliveryRow row;
    row.time = received;
    row.method = cut(head.method);
    row.path = cut(head.path);
    row.origin = cut(headerValue(head, "Origin"));
    row.peer = peer.address;
    return row;
}

// The header fields as a JSON object, for bytes that are kept without having been understood. Keys of SDKs are no
// secrets, but cookies and foreign authorizations may be: they stay out.
std::string headersAsJson(const http::RequestHead &head)
{
    protocol::JsonWriter writer;
    writer.beginObject();
    for (const http::Header &header : head.headers) {
        std::string name = header.name;
        std::transform(name.begin(), name.end(), name.begin(),
                       [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
        if (name != "cookie" && name != "authorization") {
            writer.key(header.name);
            writer.string(header.value);
        }
    }
    writer.endObject();
    return writer.take();
}

std::string reasonOf(const Error &error)
{
    const std::string name(errorName(error.code));
    return error.detail.empty() ? name : name + ": " + error.detail;
}

int statusOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::UnsupportedEncoding:
        return 415;
    case ErrorCode::TooLarge:
        return 413;
    default:
        return 400;
    }
}

// Everything that one request needs on its way; members are filled in the order of the steps.
class Preparation final
{
public:
    explicit Preparation(const http::Request &request)
        : m_request(request)
        , m_endpoint(protocol::matchEndpoint(request.head.method, request.head.path))
        , m_auth(protocol::collectAuth(request.head.query, headerValue(request.head, "X-Sentry-Auth"),
                                       headerValue(request.head, "Authorization")))
    {
        m_prepared.delivery.started = request.started;
        m_prepared.delivery.row = rowOf(request.head, request.peer, request.received);
        m_prepared.delivery.row.bytesOnWire = request.body->bytes().size();
        m_prepared.delivery.row.sdk = cut(m_auth.client);
        setProject(m_endpoint.project.value_or(ProjectId()));
    }

    // False: larger than `cap`, nothing else happened.
    bool decode(std::size_t cap)
    {
        auto decoded = decodeTo(cap);
        if (!decoded && decoded.error().code == ErrorCode::TooLarge && cap < limits::bodyDecoded) {
            return false;
        }
        if (!decoded) {
            refuse(decoded.error());
            return true;
        }
        m_bytes = std::move(decoded->bytes);
        m_prepared.delivery.row.bytesDecoded = m_bytes.size();
        m_decoded = true;
        return true;
    }

    Prepared finish()
    {
        if (m_decoded) {
            if (m_endpoint.kind == EndpointKind::Store && !protocol::looksLikeEnvelope(m_bytes)) {
                takeStoreEvent();
            } else {
                takeEnvelope();
            }
        }
        m_prepared.delivery.row.status = m_prepared.response.status;
        return std::move(m_prepared);
    }

private:
    Result<http::Decoded> decodeTo(std::size_t cap) const
    {
        const bool isStore = m_endpoint.kind == EndpointKind::Store;
        if (isStore && m_request.head.method == "GET") {
            for (auto &[key, value] : protocol::parseQuery(m_request.head.query)) {
                if (key == "sentry_data") {
                    return http::decodeStoreText(std::move(value), cap);
                }
            }
            return failure(ErrorCode::EmptyBody, "no sentry_data in the query");
        }
        const auto body = m_request.body->bytes();
        if (body.empty()) {
            return failure(ErrorCode::EmptyBody);
        }
        auto decoded = http::decodeBody(body, headerValue(m_request.head, "Content-Encoding"), cap);
        if (!decoded || !isStore) {
            return decoded;
        }
        if (decoded->bytes.empty()) {
            return failure(ErrorCode::EmptyBody);
        }
        return http::decodeStoreText(std::move(decoded->bytes), cap);
    }

    void setProject(ProjectId project)
    {
        m_prepared.delivery.project = project;
        m_prepared.delivery.row.project = project;
    }

    void refuse(const Error &error)
    {
        m_prepared.response = http::errorResponse(statusOf(error.code), errorName(error.code), {error.detail});
        m_prepared.delivery.row.reason = reasonOf(error);
        m_prepared.delivery.row.outcome = model::Outcome::Refused;
        const auto body = m_request.body->bytes();
        // An event that came by GET is in the query.
        const std::string_view kept =
            body.empty() ? std::string_view(m_request.head.query) : std::string_view(body.data(), body.size());
        if (!kept.empty()) {
            addRemains(m_prepared.delivery, "undecodable", headersAsJson(m_request.head), kept, errorName(error.code));
        }
    }

    void takeStoreEvent()
    {
        addEvent(m_prepared.delivery, m_bytes, {std::nullopt, m_request.received, m_auth.client}, {});
        accept(m_prepared.delivery.events.front().event.id);
        if (m_request.head.method == "GET") {
            m_prepared.response.contentType = "image/gif";
            // A 1x1 transparent GIF: what an <img> beacon expects (PROTOCOL A.3).
            static constexpr unsigned char gif[] = {'G', 'I', 'F', '8', '9', 'a', 1,    0, 1, 0, 0x80, 0, 0, 0,   0,
                                                    0,   0,   0,   0,   0,   '!', 0xf9, 4, 1, 0, 0,    0, 0, ',', 0,
                                                    0,   0,   0,   1,   0,   1,   0,    0, 2, 2, 'D',  1, 0, ';'};
            m_prepared.response.body.assign(std::begin(gif), std::end(gif));
        }
    }

    void takeEnvelope()
    {
        const auto envelope = protocol::parseEnvelope(m_bytes);
        if (!envelope) {
            takeBrokenEnvelope(envelope.error());
            return;
        }
        readEnvelopeHeader(envelope->header);
        std::optional<EventUuid> eventId = envelope->header.eventId;
        if (!eventId) {
            eventId = idOfFirstEvent(*envelope);
        }
        for (const protocol::EnvelopeItem &item : envelope->items) {
            takeItem(item, eventId);
        }
        if (!envelope->rest.empty()) {
            addRemains(m_prepared.delivery, "unparsed", envelope->header.raw, envelope->rest, "not an item");
        }
        noteEnvelopeWarnings(*envelope);
        if (m_prepared.delivery.row.items.empty()) {
            m_prepared.delivery.row.outcome = model::Outcome::Empty;
        }
        accept(eventId);
    }

    // An attachment may stand before the event whose payload alone names the id that both share.
    static std::optional<EventUuid> idOfFirstEvent(const protocol::Envelope &envelope)
    {
        const auto isEvent = [](const protocol::EnvelopeItem &item) {
            return item.type == "event";
        };
        const auto event = std::find_if(envelope.items.begin(), envelope.items.end(), isEvent);
        if (event == envelope.items.begin() || event == envelope.items.end()) {
            return std::nullopt; // nothing stands before it
        }
        const auto document = protocol::JsonDocument::parse(event->payload);
        const auto id = document ? EventUuid::parse(document->root()["event_id"].text) : std::nullopt;
        return id && !id->isNil() ? *id : EventUuid::generate();
    }

    void takeItem(const protocol::EnvelopeItem &item, std::optional<EventUuid> &eventId)
    {
        if (item.type != "event") {
            addItem(m_prepared.delivery, item, eventId);
            return;
        }
        // A second event in one envelope keeps its own id (PROTOCOL B.2).
        const bool isFirst = m_prepared.delivery.events.empty();
        addEvent(m_prepared.delivery, item.payload,
                 {isFirst ? eventId : std::nullopt, m_request.received, m_prepared.delivery.row.sdk}, item.warnings);
        if (isFirst) {
            eventId = m_prepared.delivery.events.front().event.id;
        }
    }

    // The first line is no JSON object: 400 by PROTOCOL B.2, and yet nothing is lost.
    void takeBrokenEnvelope(const Error &error)
    {
        if (error.code == ErrorCode::EmptyBody) {
            refuse(error);
            return;
        }
        addEvent(m_prepared.delivery, m_bytes, {std::nullopt, m_request.received, m_auth.client}, {});
        m_prepared.response = http::errorResponse(400, errorName(error.code), {error.detail});
        m_prepared.delivery.row.reason = reasonOf(error);
        m_prepared.delivery.row.outcome = model::Outcome::Kept;
    }

    void readEnvelopeHeader(const protocol::EnvelopeHeader &header)
    {
        if (m_prepared.delivery.row.sdk.empty()) {
            m_prepared.delivery.row.sdk = cut(header.sdk);
        }
        if (m_endpoint.project) {
            return;
        }
        if (const auto dsn = protocol::parseDsn(header.dsn)) {
            setProject(dsn->project);
        }
    }

    void noteEnvelopeWarnings(const protocol::Envelope &envelope)
    {
        std::string &reason = m_prepared.delivery.row.reason;
        const auto note = [&reason](const std::string &text) {
            reason += reason.empty() ? text : ", " + text;
        };
        std::for_each(envelope.warnings.begin(), envelope.warnings.end(), note);
        if (envelope.itemsOverLimit > 0) {
            note("items_over_limit: " + std::to_string(envelope.itemsOverLimit));
        }
    }

    void accept(const std::optional<EventUuid> &eventId)
    {
        m_prepared.response = http::jsonResponse(200, eventId ? R"({"id":")" + eventId->hex() + R"("})" : "{}");
        auto &row = m_prepared.delivery.row;
        if (row.outcome != model::Outcome::Empty) {
            row.outcome = model::Outcome::Stored;
        }
    }

    const http::Request &m_request;
    const protocol::EndpointMatch m_endpoint;
    const protocol::Auth m_auth;
    std::string m_bytes;
    bool m_decoded = false;
    Prepared m_prepared;
};

} // namespace

std::optional<Prepared> prepare(const http::Request &request, std::size_t decodedCap)
{
    Preparation preparation(request);
    if (!preparation.decode(decodedCap)) {
        return std::nullopt;
    }
    return preparation.finish();
}

store::Delivery prepareRefusal(const http::RequestHandler::Refusal &refusal)
{
    store::Delivery delivery;
    delivery.row = rowOf(refusal.head, refusal.peer, refusal.received);
    delivery.row.status = refusal.status;
    delivery.row.reason = refusal.reason;
    delivery.row.outcome = model::Outcome::Refused;
    delivery.row.bytesOnWire = refusal.bytesOnWire;
    delivery.started = refusal.started;
    if (!refusal.firstBytes.empty()) {
        addRemains(delivery, "refused", headersAsJson(refusal.head), refusal.firstBytes, refusal.reason);
    }
    return delivery;
}

http::Response storeFailureResponse(const Error &error)
{
    return http::errorResponse(503, errorName(error.code), {error.detail});
}

} // namespace picket::ingest
