// SPDX-License-Identifier: GPL-3.0-or-later
// Questions about issues, on a reader's connection. Ids in order first, rows of those on screen later; never OFFSET.
#pragma once

#include "core/base/result.h"
#include "core/model/rows.h"
#include "core/store/reader.h"
#include "core/store/sqlite.h"

#include <span>
#include <string>
#include <vector>

namespace picket::store {

// The filter as a condition on columns of `issue`. ?1 is the text, if there is one; everything else is a number.
[[nodiscard]] std::string issueConditions(const IssueFilter &filter);

[[nodiscard]] Result<std::vector<IssueId>> readIssueIds(Database &database, const IssueFilter &filter, IssueOrder order,
                                                        bool descending, std::size_t limit);
[[nodiscard]] Result<std::vector<model::IssueRow>> readIssues(Database &database, std::span<const IssueId> ids);
[[nodiscard]] Result<std::vector<model::ProjectRow>> readProjects(Database &database);

[[nodiscard]] Result<IssueCounts> readIssueCounts(Database &database, const IssueFilter &filter,
                                                  std::optional<Timestamp> newSince);

// Issues and events; the rest is the caller's.
[[nodiscard]] Result<Totals> readIssueTotals(Database &database);

} // namespace picket::store
