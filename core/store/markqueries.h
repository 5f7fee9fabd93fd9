// SPDX-License-Identifier: GPL-3.0-or-later
// Marks, runs and releases, on a reader's connection.
#pragma once

#include "core/base/result.h"
#include "core/model/rows.h"
#include "core/store/reader.h"
#include "core/store/sqlite.h"

#include <optional>
#include <vector>

namespace picket::store {

[[nodiscard]] Result<std::vector<model::MarkRow>> readMarks(const Database &database, const TimeRange &range);
[[nodiscard]] Result<std::optional<model::MarkRow>> readLastMark(const Database &database);

} // namespace picket::store
