// SPDX-License-Identifier: GPL-3.0-or-later
// How a list of events becomes a newer one. Any thread; pure but for the reader's questions. The order of two events
// never changes, so a newer list has only lost some and won others.
#pragma once

#include "core/base/result.h"
#include "core/model/rows.h"
#include "core/store/reader.h"
#include "ui/state/iddiff.h"

#include <vector>

namespace picket::ui {

using EventDiff = IdDiff;

[[nodiscard]] EventDiff diffEvents(const std::vector<EventId> &from, const std::vector<EventId> &to);

struct EventOrder {
    std::vector<EventId> ids; // newest first
    EventDiff diff; // from the list as it was
    EventId lastArrived;
    bool complete = true; // false: only the first page
    std::vector<model::EventRow> rows; // read on the way
};

// The whole list; with a limit its first rows, without a diff.
[[nodiscard]] Result<EventOrder> readEventOrder(store::Reader &reader, const store::EventFilter &filter,
                                                const std::vector<EventId> &shown, std::size_t limit);

// The list with what arrived after `lastArrived`. Looks at the newest rows only, unless an event comes that late.
[[nodiscard]] Result<EventOrder> addArrivals(store::Reader &reader, const store::EventFilter &filter,
                                             const std::vector<EventId> &shown, EventId lastArrived);

} // namespace picket::ui
