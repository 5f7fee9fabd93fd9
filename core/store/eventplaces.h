// SPDX-License-Identifier: GPL-3.0-or-later
// Events in the order of the time they show, on a reader's connection.
#pragma once

#include "core/base/result.h"
#include "core/store/reader.h"
#include "core/store/sqlite.h"

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace picket::store {

// The last event that the writer has merged into the scattered tables; later ones are found at the end of `event`.
inline constexpr const char *lastIndexedSql = "SELECT value FROM state WHERE name = 'indexed_event'";

// (timestamp, event): newest first means descending.
using Place = std::pair<std::int64_t, std::int64_t>;

struct PlaceQuestion {
    EventFilter filter;
    std::optional<TimeRange> range;
    std::size_t limit = 0; // 0: all
    EventId after; // valid: only events that arrived after that row
};

// Newest first. The caller holds the snapshot: between two, a run may move events from one table to the other.
[[nodiscard]] Result<std::vector<Place>> readPlaces(const Database &database, const PlaceQuestion &question);

} // namespace picket::store
