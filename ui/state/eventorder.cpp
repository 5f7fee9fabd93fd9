// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/eventorder.h"

#include "core/base/limits.h"

#include <algorithm>
#include <span>
#include <tuple>

namespace picket::ui {

namespace {

bool isNewer(const model::EventRow &a, const model::EventRow &b)
{
    return std::tie(a.timestamp, a.id) > std::tie(b.timestamp, b.id);
}

} // namespace

EventDiff diffEvents(const std::vector<EventId> &from, const std::vector<EventId> &to)
{
    return diffIds(from, to);
}

Result<EventOrder> readEventOrder(store::Reader &reader, const store::EventFilter &filter,
                                  const std::vector<EventId> &shown, std::size_t limit)
{
    auto ids = reader.eventIds(filter, limit);
    if (!ids) {
        return tl::unexpected<Error>(std::move(ids.error()));
    }
    EventOrder order;
    order.complete = limit == 0 || ids->size() < limit;
    order.ids = std::move(*ids);
    if (!order.ids.empty()) {
        order.lastArrived = *std::max_element(order.ids.begin(), order.ids.end());
    }
    if (limit == 0) {
        order.diff = diffEvents(shown, order.ids);
    }
    return order;
}

Result<EventOrder> addArrivals(store::Reader &reader, const store::EventFilter &filter,
                               const std::vector<EventId> &shown, EventId lastArrived)
{
    auto fresh = reader.eventIds(filter, limits::page + 1, lastArrived);
    if (!fresh) {
        return tl::unexpected<Error>(std::move(fresh.error()));
    }
    const std::size_t window = std::min(shown.size(), limits::page);
    auto arrived = reader.events(*fresh);
    auto top = reader.events(std::span(shown).first(window));
    if (!arrived || !top) {
        return tl::unexpected<Error>(arrived ? top.error() : arrived.error());
    }
    const bool late =
        !arrived->empty() && window < shown.size() && (top->size() < window || isNewer(top->back(), arrived->back()));
    if (!lastArrived.isValid() || fresh->size() > limits::page || top->size() < window || late) {
        return readEventOrder(reader, filter, shown, 0);
    }
    EventOrder order;
    order.lastArrived = lastArrived;
    std::vector<model::EventRow> merged;
    std::merge(arrived->begin(), arrived->end(), top->begin(), top->end(), std::back_inserter(merged), isNewer);
    for (const model::EventRow &row : merged) {
        order.ids.push_back(row.id);
        order.lastArrived = std::max(order.lastArrived, row.id);
    }
    order.ids.insert(order.ids.end(), shown.begin() + static_cast<std::ptrdiff_t>(window), shown.end());
    order.diff = diffEvents(shown, order.ids);
    order.rows = std::move(*arrived);
    return order;
}

} // namespace picket::ui
