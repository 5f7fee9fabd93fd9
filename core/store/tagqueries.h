// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/reader.h"
#include "core/store/sqlite.h"

#include <vector>

namespace picket::store {

[[nodiscard]] Result<std::vector<TagCount>> readIssueTags(Database &database, IssueId issue);

} // namespace picket::store
