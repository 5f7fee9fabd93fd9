// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/spanitems.h"

#include "core/formats/attributes.h"
#include "core/formats/itemfields.h"
#include "core/formats/valuetree.h"

namespace picket::formats {

namespace {

// What both generations of spans have in common.
SpanRow readCommon(const ItemFields &item)
{
    SpanRow row;
    row.traceId = item.text("trace_id");
    row.spanId = item.text("span_id");
    row.parentSpanId = item.text("parent_span_id");
    row.op = item.text("op");
    row.status = item.text("status");
    row.origin = item.text("origin");
    row.start = item.time("start_timestamp");
    row.isSegment = item.boolean("is_segment").value_or(false);
    return row;
}

SpanRow readFirstGeneration(const ItemFields &item)
{
    SpanRow row = readCommon(item);
    row.description = item.text("description");
    row.end = item.time("timestamp");
    row.data = withMembersOf(item.bag("data"), item.misread());
    return row;
}

SpanRow readSecondGeneration(const ItemFields &item)
{
    SpanRow row = readCommon(item);
    row.description = item.text("name");
    row.end = item.time("end_timestamp");
    row.data = plainAttributes(item.node("attributes"));
    if (row.data.isAbsent()) {
        item.leave("attributes");
    }
    row.data = withMembersOf(std::move(row.data), item.misread());
    row.op = row.op.empty() ? row.data["sentry.op"].text() : row.op;
    row.origin = row.origin.empty() ? row.data["sentry.origin"].text() : row.origin;
    return row;
}

bool readSpan(const ItemFields &item, SpanItems &spans)
{
    const bool isSecond = !item.node("end_timestamp").isNothing() || !item.node("attributes").isNothing();
    SpanRow row = isSecond ? readSecondGeneration(item) : readFirstGeneration(item);
    if (row.spanId.empty()) {
        return false;
    }
    spans.rows.push_back(std::move(row));
    return true;
}

void addCounts(SpanItems &spans, const ItemCounts &counts)
{
    spans.unreadable += counts.unreadable;
    spans.overLimit += counts.overLimit;
}

} // namespace

Result<SpanItems> readTransaction(std::string_view payload)
{
    const auto document = parseObject(payload);
    if (!document) {
        return tl::unexpected(document.error());
    }
    const ItemFields event(document->root());
    const ItemFields trace = event.inner("contexts").inner("trace");
    if (!trace.object().isObject()) {
        return failure(ErrorCode::InvalidArgument, "no contexts.trace");
    }
    SpanRow root = readFirstGeneration(trace);
    root.description = event.text("transaction");
    root.start = event.time("start_timestamp");
    root.end = event.time("timestamp");
    root.isSegment = true;
    SpanItems spans;
    const std::string traceId = root.traceId;
    spans.rows.push_back(std::move(root));
    if (const protocol::JsonNode list = event.node("spans"); !list.isNothing()) {
        addCounts(spans, forEachItem(list, [&spans](const ItemFields &item) { return readSpan(item, spans); }));
    }
    for (SpanRow &row : spans.rows) {
        row.traceId = row.traceId.empty() ? traceId : row.traceId;
    }
    return spans;
}

Result<SpanItems> readSpans(std::string_view payload)
{
    const auto document = protocol::JsonDocument::parse(payload);
    if (!document) {
        return tl::unexpected(document.error());
    }
    SpanItems spans;
    addCounts(spans, forEachItem(document->root(), [&spans](const ItemFields &item) { return readSpan(item, spans); }));
    return spans;
}

Result<SpanItems> readSpansOf(std::string_view itemType, std::string_view payload)
{
    return itemType == "transaction" ? readTransaction(payload) : readSpans(payload);
}

} // namespace picket::formats
