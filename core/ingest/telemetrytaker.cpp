// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/text.h"
#include "core/ingest/takers.h"

namespace picket::ingest {

namespace {

using protocol::EndpointKind;

std::string_view itemType(EndpointKind kind)
{
    return kind == EndpointKind::OtlpTraces ? "otel_traces_data"
        : kind == EndpointKind::OtlpLogs    ? "otel_logs_data"
                                            : "log_drain";
}

// An export is answered in its own encoding, and an empty Protobuf message has no bytes.
http::Response answerTo(const Arrival &arrival)
{
    const std::string type = formats::lowered(arrival.header("Content-Type"));
    if (arrival.endpoint.kind == EndpointKind::LogDrain || !type.starts_with("application/x-protobuf")) {
        return http::jsonResponse(200, "{}");
    }
    http::Response response;
    response.contentType = "application/x-protobuf";
    return response;
}

} // namespace

void takeForeignTelemetry(const Arrival &arrival, Prepared &prepared)
{
    protocol::EnvelopeItem item;
    item.type = itemType(arrival.endpoint.kind);
    item.contentType = arrival.header("Content-Type");
    item.payload = arrival.body;
    const std::string header = headersAsJson(arrival.request.head);
    item.header = header;
    addItem(prepared.delivery, item, std::nullopt);
    accept(prepared, answerTo(arrival));
}

} // namespace picket::ingest
