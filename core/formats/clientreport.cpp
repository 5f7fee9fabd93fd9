// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/clientreport.h"

#include "core/formats/itemfields.h"

#include <array>

namespace picket::formats {

namespace {

constexpr std::array<std::string_view, 4> lists = {"discarded_events", "rate_limited_events", "filtered_events",
                                                   "filtered_sampling_events"};

} // namespace

Result<ClientReport> readClientReport(std::string_view payload)
{
    const auto document = parseObject(payload);
    if (!document) {
        return tl::unexpected(document.error());
    }
    const ItemFields fields(document->root());
    ClientReport report;
    report.timestamp = fields.time("timestamp");
    for (const std::string_view list : lists) {
        const protocol::JsonNode events = fields.node(list);
        if (!events.isArray()) {
            continue;
        }
        const ItemCounts counts = forEachItem(events, [&report, list](const ItemFields &item) {
            const std::int64_t quantity = item.integer("quantity").value_or(0);
            if (quantity > 0) {
                report.discarded.push_back({std::string(list), item.text("reason"), item.text("category"), quantity});
            }
            return quantity > 0;
        });
        report.unreadable += counts.unreadable;
        report.overLimit += counts.overLimit;
    }
    return report;
}

} // namespace picket::formats
