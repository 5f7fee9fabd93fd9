// SPDX-License-Identifier: GPL-3.0-or-later
// What the takers of requests have in common. Pure, any thread.
#pragma once

#include "core/base/eventuuid.h"
#include "core/base/result.h"
#include "core/http/request.h"
#include "core/ingest/items.h"
#include "core/ingest/prepare.h"
#include "core/protocol/endpoint.h"

#include <optional>
#include <string>
#include <string_view>

namespace picket::ingest {

class UploadStore;

// A request whose body is decoded. Refers to both.
struct Arrival {
    const http::Request &request;
    const protocol::EndpointMatch &endpoint;
    std::string_view sdk; // "name/version" of the auth
    std::string_view body;
    UploadStore *uploads = nullptr; // the heavy worker's
    std::string_view damage = {}; // what the body ends early for; empty: it is whole

    // An event that came in it and names no id and no SDK of its own.
    [[nodiscard]] EventOrigin origin() const { return {std::nullopt, request.received, sdk}; }
    [[nodiscard]] std::string_view header(std::string_view name) const;
};

// The wire log's row, as far as the header tells.
[[nodiscard]] model::DeliveryRow rowOf(const http::RequestHead &head, const http::Peer &peer, Timestamp received);
// The header fields as a JSON object, for bytes that are kept without having been understood.
[[nodiscard]] std::string headersAsJson(const http::RequestHead &head);
// "code: detail"
[[nodiscard]] std::string reasonOf(const Error &error);
[[nodiscard]] std::string_view headerValue(const http::RequestHead &head, std::string_view name);
// Valid UTF-8, as long as a column of a list.
[[nodiscard]] std::string shortened(std::string_view text);

void setProject(store::Delivery &delivery, ProjectId project);
// Adds to the reason that the wire log gives.
void note(store::Delivery &delivery, std::string_view reason);

// The request was taken; `answer` goes out when it is committed.
void accept(Prepared &prepared, http::Response answer);
// … answered as SDKs expect it of events: `{"id": …}`.
void accept(Prepared &prepared, const std::optional<EventUuid> &eventId);
// Nothing in it could be read, and the bytes are kept; see PROTOCOL A.11 for why that may be a good answer.
void keepUnread(Prepared &prepared, http::Response answer, std::string_view reason);
// Answers with an error; `kept` goes into the store, as far as limits allow.
void refuse(const http::Request &request, std::string_view kept, const Error &error, Prepared &prepared);

} // namespace picket::ingest
