// SPDX-License-Identifier: GPL-3.0-or-later
// Questions of the time axis about events, on a reader's connection.
#pragma once

#include "core/base/result.h"
#include "core/model/rows.h"
#include "core/store/reader.h"
#include "core/store/sqlite.h"

#include <optional>
#include <vector>

namespace picket::store {

[[nodiscard]] Result<std::optional<TimeRange>> readTimeSpan(const Database &database, const IssueFilter &filter);
[[nodiscard]] Result<std::vector<model::EventPoint>> readEventPoints(Database &database, const EventFilter &filter,
                                                                     const TimeRange &range);

} // namespace picket::store
