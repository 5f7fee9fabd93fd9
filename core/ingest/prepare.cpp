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

Result<http::Decoded> decodeQuery(const http::Request &request, const http::DecodeRoom &room)
{
    for (auto &[key, value] : protocol::parseQuery(request.head.query)) {
        if (key == "sentry_data") {
            return http::decodeStoreText(http::bodyOf(std::move(value)), room);
        }
    }
    return failure(ErrorCode::EmptyBody, "no sentry_data in the query");
}

Result<http::Decoded> decode(EndpointKind kind, const http::Request &request, const http::DecodeRoom &room)
{
    if (kind == EndpointKind::Store && isGet(request)) {
        return decodeQuery(request, room);
    }
    auto decoded = http::decodeBody(request.body, headerValue(request.head, "Content-Encoding"), room);
    if (!decoded) {
        return decoded;
    }
    if (decoded->bytes().empty() && !mayBeEmpty(kind, request)) {
        return failure(ErrorCode::EmptyBody);
    }
    return kind == EndpointKind::Store ? http::decodeStoreText(decoded->body, room) : std::move(decoded);
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

} // namespace

std::optional<Prepared> prepare(const http::Request &request, const http::DecodeRoom &room, UploadStore *uploads)
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
    const std::span<const char> body = request.body->bytes();
    Prepared prepared;
    prepared.delivery.started = request.started;
    prepared.delivery.peer = request.peer.process;
    prepared.delivery.row = rowOf(request.head, request.peer, request.received);
    prepared.delivery.row.bytesOnWire = body.size();
    prepared.delivery.row.sdk = shortened(auth.client);
    setProject(prepared.delivery, endpoint.project.value_or(ProjectId()));
    if (decoded) {
        prepared.delivery.row.bytesDecoded = decoded->bytes().size();
        take({request, endpoint, auth.client, decoded->bytes(), uploads}, prepared);
    } else {
        // An event that came by GET is in the query.
        refuse(request, body.empty() ? request.head.query : std::string_view(body.data(), body.size()), decoded.error(),
               prepared);
    }
    prepared.delivery.row.status = prepared.response.status;
    return prepared;
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
    delivery.row.reason = "upload_not_named: " + std::to_string(offset) + " of " + std::to_string(length) + " bytes";
    delivery.row.bytesDecoded = offset;
    delivery.row.outcome = model::Outcome::Stored;
    delivery.started = std::chrono::steady_clock::now();
    if (upload.body) {
        const std::span<const char> bytes = upload.body->bytes();
        addFile(delivery, {upload.key, {}, {}, {bytes.data(), bytes.size()}, {}}, std::nullopt);
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
