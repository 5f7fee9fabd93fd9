// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/telemetrydetail.h"

#include "core/formats/logitems.h"
#include "core/formats/spanitems.h"

#include <utility>

namespace picket::query {

namespace {

template <class Items>
auto rowAt(Items &&items, std::int64_t place) -> Result<typename decltype(items.rows)::value_type>
{
    if (place < 0 || static_cast<std::size_t>(place) >= items.rows.size()) {
        return failure(ErrorCode::NotFound);
    }
    return std::move(items.rows[static_cast<std::size_t>(place)]);
}

Result<formats::LogRow> readLog(store::Reader &reader, const model::LogRow &log)
{
    return reader.item(log.origin.item)
        .and_then([](const store::StoredItem &item) { return formats::readLogsOf(item.type, item.payload); })
        .and_then([&](formats::LogItems &&items) { return rowAt(std::move(items), log.origin.place); });
}

} // namespace

Result<model::Value> logAttributes(store::Reader &reader, const model::LogRow &log)
{
    return readLog(reader, log).map([](formats::LogRow &&row) { return std::move(row.attributes); });
}

Result<std::string> logBody(store::Reader &reader, const model::LogRow &log)
{
    return readLog(reader, log).map([](formats::LogRow &&row) { return std::move(row.body); });
}

Result<model::Value> spanData(store::Reader &reader, const model::SpanRow &span)
{
    return reader.item(span.origin.item)
        .and_then([](const store::StoredItem &item) { return formats::readSpansOf(item.type, item.payload); })
        .and_then([&](formats::SpanItems &&items) { return rowAt(std::move(items), span.origin.place); })
        .map([](formats::SpanRow &&row) { return std::move(row.data); });
}

} // namespace picket::query
