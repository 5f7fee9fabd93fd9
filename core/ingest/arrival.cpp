// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/arrival.h"

#include "core/base/limits.h"
#include "core/base/utf8.h"
#include "core/http/ascii.h"
#include "core/protocol/jsonwriter.h"

namespace picket::ingest {

namespace {

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

} // namespace

std::string_view Arrival::header(std::string_view name) const
{
    return headerValue(request.head, name);
}

std::string_view headerValue(const http::RequestHead &head, std::string_view name)
{
    const std::string *value = head.header(name);
    return value ? std::string_view(*value) : std::string_view();
}

std::string shortened(std::string_view text)
{
    return cutWithMark(validUtf8(text), limits::shortText);
}

model::DeliveryRow rowOf(const http::RequestHead &head, const http::Peer &peer, Timestamp received)
{
    model::DeliveryRow row;
    row.time = received;
    row.method = shortened(head.method);
    row.path = shortened(head.path);
    row.origin = shortened(headerValue(head, "Origin"));
    row.peer = peer.address;
    return row;
}

// Keys of SDKs are no secrets, but cookies and foreign authorizations may be: they stay out.
std::string headersAsJson(const http::RequestHead &head)
{
    protocol::JsonWriter writer;
    writer.beginObject();
    for (const http::Header &header : head.headers) {
        if (!http::equalsIgnoringCase(header.name, "cookie")
            && !http::equalsIgnoringCase(header.name, "authorization")) {
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

void setProject(store::Delivery &delivery, ProjectId project)
{
    delivery.project = project;
    delivery.row.project = project;
}

void note(store::Delivery &delivery, std::string_view reason)
{
    std::string &text = delivery.row.reason;
    text += text.empty() ? "" : ", ";
    text += reason;
}

void accept(Prepared &prepared, http::Response answer)
{
    model::DeliveryRow &row = prepared.delivery.row;
    prepared.response = std::move(answer);
    row.outcome = row.items.empty() ? model::Outcome::Empty : model::Outcome::Stored;
}

void accept(Prepared &prepared, const std::optional<EventUuid> &eventId)
{
    accept(prepared, http::jsonResponse(200, eventId ? R"({"id":")" + eventId->hex() + R"("})" : "{}"));
}

void keepUnread(Prepared &prepared, http::Response answer, std::string_view reason)
{
    prepared.response = std::move(answer);
    note(prepared.delivery, reason);
    prepared.delivery.row.outcome = model::Outcome::Kept;
}

void refuse(const http::Request &request, std::string_view kept, const Error &error, Prepared &prepared)
{
    prepared.response = http::errorResponse(statusOf(error.code), errorName(error.code), {error.detail});
    note(prepared.delivery, reasonOf(error));
    prepared.delivery.row.outcome = model::Outcome::Refused;
    if (!kept.empty()) {
        addRemains(prepared.delivery, "undecodable", headersAsJson(request.head), kept, errorName(error.code));
    }
}

} // namespace picket::ingest
