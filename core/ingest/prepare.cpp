// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/prepare.h"

#include "core/base/limits.h"
#include "core/http/bodybuffer.h"
#include "core/http/contentdecoder.h"
#include "core/ingest/attachmentrefs.h"
#include "core/ingest/takers.h"
#include "core/protocol/auth.h"
#include "core/protocol/envelope.h"

#include <cstring>
#include <new>

namespace picket::ingest {

namespace {

using protocol::EndpointKind;

bool isGet(const http::Request &request)
{
    return request.head.method == "GET";
}

bool isUpload(EndpointKind kind)
{
    return kind == EndpointKind::Upload || kind == EndpointKind::UploadPart;
}

// A check-in may say everything in its URL, an upload in its header, and a script is only asked for.
bool mayBeEmpty(EndpointKind kind, const http::Request &request)
{
    return kind == EndpointKind::CheckIn || isUpload(kind) || (kind == EndpointKind::ErrorPage && isGet(request));
}

http::DecodeResult decodeQuery(const http::Request &request, const http::DecodeRoom &room)
{
    for (auto &[key, value] : protocol::parseQuery(request.head.query)) {
        if (key == "sentry_data") {
            return http::decodeStoreText(http::bodyOf(std::move(value)), room);
        }
    }
    return tl::unexpected(
        http::DecodeError{{ErrorCode::EmptyBody, "no sentry_data in the query"}, http::bodyOf(request.head.query)});
}

http::Sniff sniffedIn(EndpointKind kind)
{
    switch (kind) {
    case EndpointKind::Upload:
    case EndpointKind::UploadPart:
        return http::Sniff::Nothing;
    case EndpointKind::Store:
        return http::Sniff::Json;
    case EndpointKind::Envelope:
    case EndpointKind::Stream:
        return http::Sniff::Text;
    default:
        return http::Sniff::Compression;
    }
}

http::DecodeResult decode(EndpointKind kind, const http::Request &request, const http::DecodeRoom &room)
{
    if (kind == EndpointKind::Store && isGet(request)) {
        return decodeQuery(request, room);
    }
    auto decoded = http::decodeBody(request.body, headerValue(request.head, "Content-Encoding"), room, sniffedIn(kind));
    if (decoded && decoded->bytes().empty() && !mayBeEmpty(kind, request)) {
        return tl::unexpected(http::DecodeError{{ErrorCode::EmptyBody, {}}, request.body});
    }
    return decoded;
}

// Looks at a needle's length of bytes at a time: string_view::find() stops at each of its first letter, which cost a
// tenth of all that is done for an event.
bool contains(std::string_view body, std::string_view needle)
{
    return ::memmem(body.data(), body.size(), needle.data(), needle.size()) != nullptr;
}

// A dump is unpacked and taken apart, and what was uploaded is read, whatever the size of the request.
bool takesTime(EndpointKind kind, std::string_view body)
{
    switch (kind) {
    case EndpointKind::Minidump:
    case EndpointKind::Unreal:
    case EndpointKind::PlayStation:
        return true;
    case EndpointKind::Envelope:
    case EndpointKind::Stream:
    case EndpointKind::Store:
        return contains(body, "\"attachment\"")
            && (contains(body, "event.minidump") || contains(body, AttachmentRefs::mark));
    default:
        return false;
    }
}

// What decoding found goes into the wire log, and onto the events that may lack something for it.
void tellDamage(const http::Decoded &decoded, EndpointKind kind, store::Delivery &delivery)
{
    const bool isPackedFile = kind == EndpointKind::Minidump || kind == EndpointKind::Unreal
        || kind == EndpointKind::PlayStation; // needs no label
    if (!decoded.mislabelled.empty() && !isPackedFile) {
        note(delivery, "wrong_encoding_label: " + decoded.mislabelled);
    }
    if (decoded.damage.empty()) {
        return;
    }
    const std::string damage = std::string(errorName(ErrorCode::BadEncoding)) + ": " + decoded.damage;
    if (delivery.row.reason.find(damage) == std::string::npos) {
        note(delivery, damage);
    }
    for (store::NewEvent &event : delivery.events) {
        event.problems.push_back(problemOf(damage, {}));
    }
}

// Attachments over a limit are in no table: only their event can say that there were any.
void tellLeftOut(store::Delivery &delivery)
{
    for (const model::ItemOutcome &item : delivery.row.items) {
        if (item.outcome == "over_limit" && item.type == "attachment" && !delivery.events.empty()) {
            delivery.events.front().problems.push_back({item.outcome, "attachments", item.reason});
        }
    }
}

void take(const Arrival &arrival, Prepared &prepared)
{
    switch (arrival.endpoint.kind) {
    case EndpointKind::Store:
        return protocol::looksLikeEnvelope(arrival.body) ? takeEnvelope(arrival, prepared)
                                                         : takeStoreEvent(arrival, prepared);
    case EndpointKind::BrowserReports:
        return takeBrowserReports(arrival, prepared);
    case EndpointKind::Minidump:
        return takeMinidump(arrival, prepared);
    case EndpointKind::Unreal:
        return takeUnrealCrash(arrival, prepared);
    case EndpointKind::PlayStation:
        return takePlayStationCrash(arrival, prepared);
    case EndpointKind::Attachments:
        return takeAttachments(arrival, prepared);
    case EndpointKind::Upload:
        return takeUpload(arrival, prepared);
    case EndpointKind::UploadPart:
        return takeUploadPart(arrival, prepared);
    case EndpointKind::CheckIn:
        return takeCheckIn(arrival, prepared);
    case EndpointKind::UserFeedback:
        return takeUserFeedback(arrival, prepared);
    case EndpointKind::ErrorPage:
        return isGet(arrival.request) ? takeErrorPageScript(arrival, prepared) : takeErrorPageForm(arrival, prepared);
    case EndpointKind::OtlpTraces:
    case EndpointKind::OtlpLogs:
    case EndpointKind::OtlpMetrics:
    case EndpointKind::LogDrain:
        return takeForeignTelemetry(arrival, prepared);
    case EndpointKind::Envelope:
    case EndpointKind::Stream:
    case EndpointKind::Health: // never comes here
    case EndpointKind::Unknown:
        return takeEnvelope(arrival, prepared);
    }
}

// May throw std::bad_alloc: how much memory a body needs is up to its sender.
std::optional<Prepared> prepareInMemory(const http::Request &request, const http::DecodeRoom &room,
                                        UploadStore *uploads)
{
    const auto endpoint = protocol::matchEndpoint(request.head.method, request.head.path);
    const bool isLastTry = room.cap >= limits::bodyDecoded;
    if (!isLastTry && isUpload(endpoint.kind)) {
        return std::nullopt;
    }
    const auto decoded = decode(endpoint.kind, request, room);
    if (!isLastTry
        && (decoded ? takesTime(endpoint.kind, decoded->bytes()) : decoded.error().code == ErrorCode::TooLarge)) {
        return std::nullopt;
    }
    const auto auth = protocol::collectAuth(request.head.query, headerValue(request.head, "X-Sentry-Auth"),
                                            headerValue(request.head, "Authorization"));
    Prepared prepared;
    prepared.delivery.started = request.started;
    prepared.delivery.peer = request.peer.process;
    prepared.delivery.row = rowOf(request.head, request.peer, request.received);
    prepared.delivery.row.bytesOnWire = request.body->bytes().size();
    prepared.delivery.row.sdk = shortened(auth.client);
    setProject(prepared.delivery, endpoint.project.value_or(ProjectId()));
    if (decoded) {
        prepared.delivery.row.bytesDecoded = decoded->bytes().size();
        take({request, endpoint, auth.client, decoded->bytes(), uploads, decoded->damage}, prepared);
        tellDamage(*decoded, endpoint.kind, prepared.delivery);
        tellLeftOut(prepared.delivery);
    } else {
        const std::span<const char> reached = decoded.error().reached->bytes();
        refuse(request, {reached.data(), reached.size()}, decoded.error(), prepared);
    }
    prepared.delivery.row.status = prepared.response.status;
    return prepared;
}

Prepared withoutMemory(const http::Request &request)
{
    const auto endpoint = protocol::matchEndpoint(request.head.method, request.head.path);
    const Error error{ErrorCode::NoMemory, std::to_string(request.body->bytes().size()) + " bytes on the wire"};
    Prepared prepared;
    prepared.delivery.started = request.started;
    prepared.delivery.peer = request.peer.process;
    prepared.delivery.row = rowOf(request.head, request.peer, request.received);
    prepared.delivery.row.bytesOnWire = request.body->bytes().size();
    prepared.delivery.row.reason = reasonOf(error);
    prepared.delivery.row.outcome = model::Outcome::Failed;
    setProject(prepared.delivery, endpoint.project.value_or(ProjectId()));
    prepared.response = storeFailureResponse(error);
    prepared.delivery.row.status = prepared.response.status;
    return prepared;
}

} // namespace

std::optional<Prepared> prepare(const http::Request &request, const http::DecodeRoom &room, UploadStore *uploads)
{
    try {
        return prepareInMemory(request, room, uploads);
    } catch (const std::bad_alloc &) {
        return room.cap >= limits::bodyDecoded ? std::optional(withoutMemory(request)) : std::nullopt;
    }
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
    delivery.peer = refusal.peer.process;
    if (!refusal.firstBytes.empty()) {
        addRemains(delivery, "refused", headersAsJson(refusal.head), refusal.firstBytes, refusal.reason);
    }
    return delivery;
}

store::Delivery prepareGivenUp(const UploadStore::GivenUp &upload)
{
    const auto &[length, offset] = upload.progress;
    store::Delivery delivery;
    delivery.row.time = now();
    delivery.row.path = "/upload/" + upload.key + '/';
    delivery.row.reason = upload.isPushedOut ? "upload_pushed_out: " : "upload_not_named: ";
    delivery.row.reason += std::to_string(offset) + " of " + std::to_string(length) + " bytes";
    delivery.row.bytesDecoded = offset;
    delivery.row.outcome = model::Outcome::Stored;
    delivery.started = std::chrono::steady_clock::now();
    if (upload.body) {
        const std::span<const char> bytes = upload.body->bytes();
        addFile(delivery, {upload.key, {}, {}, {bytes.data(), bytes.size()}, {}}, std::nullopt);
    } else if (offset == 0) {
        delivery.row.outcome = model::Outcome::Empty;
    } else {
        note(delivery, "upload_unreadable");
        delivery.row.outcome = model::Outcome::Failed;
    }
    return delivery;
}

http::Response storeFailureResponse(const Error &error)
{
    return http::errorResponse(503, errorName(error.code), {error.detail});
}

} // namespace picket::ingest
