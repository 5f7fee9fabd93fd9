// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/text.h"
#include "core/ingest/takers.h"

namespace picket::ingest {

namespace {

using protocol::EndpointKind;

std::string_view itemType(EndpointKind kind)
{
    switch (kind) {
    case EndpointKind::OtlpTraces:
        return "otel_traces_data";
    case EndpointKind::OtlpLogs:
        return "otel_logs_data";
    case EndpointKind::OtlpMetrics:
        return "otel_metrics_data";
    default:
        return "log_drain";
    }
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
    const bool isDrain = arrival.endpoint.kind == EndpointKind::LogDrain;
    item.warnings.emplace_back(isDrain ? "log_drain_not_read" : "otlp_not_read");
    const std::string reason = item.warnings.front();
    addItem(prepared.delivery, item, std::nullopt);
    keepUnread(prepared, answerTo(arrival), reason);
}

} // namespace picket::ingest
