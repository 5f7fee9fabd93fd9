// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/rows.h"
#include "core/store/reader.h"
#include "core/store/sqlite.h"

namespace picket::store {

// Events of the issues under `filter`, counted in `spans` equal spans that cover `range`. (Counting in the indexes by
// time takes 60 ms for a million events; the sums per hour of issue_hour would save a part of that, but round spans.)
[[nodiscard]] Result<model::Histogram> readHistogram(Database &database, const IssueFilter &filter,
                                                     const TimeRange &range, std::size_t spans);

} // namespace picket::store
