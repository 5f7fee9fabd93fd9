// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/limits.h"
#include "core/formats/checkin.h"
#include "core/formats/text.h"
#include "core/formats/valuetree.h"
#include "core/ingest/takers.h"
#include "core/protocol/json.h"

namespace picket::ingest {

namespace {

// The check-in that the body holds; absent when it is empty or cannot be read, and then it is kept as it is.
model::Value readBody(const Arrival &arrival, store::Delivery &delivery)
{
    if (formats::trimmed(arrival.body).empty()) {
        return {};
    }
    const auto document = arrival.body.size() <= limits::eventPayload
        ? protocol::JsonDocument::parse(arrival.body)
        : Result<protocol::JsonDocument>(failure(ErrorCode::TooLarge));
    if (document && document->root().isObject()) {
        return protocol::toValue(document->root(), limits::jsonDepth);
    }
    addRemains(delivery, "unparsed", headersAsJson(arrival.request.head), arrival.body,
               errorName(document ? ErrorCode::InvalidJson : document.error().code));
    return {};
}

} // namespace

void takeCheckIn(const Arrival &arrival, Prepared &prepared)
{
    const std::string slug = formats::repairedUtf8(arrival.endpoint.name);
    const model::Value url = formats::checkInTree(formats::checkInFromQuery(slug, arrival.request.head.query));
    model::Value checkIn = formats::merged(url, readBody(arrival, prepared.delivery));
    // The URL says which monitor it is, whatever the body says.
    checkIn = formats::merged(std::move(checkIn), model::Value::object({{"monitor_slug", url["monitor_slug"]}}));
    addItem(prepared.delivery, "check_in", checkIn, std::nullopt, {});
    http::Response accepted;
    accepted.status = 202;
    accept(prepared, std::move(accepted));
}

} // namespace picket::ingest
