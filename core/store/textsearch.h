// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/sqlite.h"

#include <string_view>

namespace picket::store {

// Any letter case, in any script; an empty needle is in everything.
[[nodiscard]] bool containsText(std::string_view utf8, std::string_view needle);

// Makes it known to a connection as contains_text(text, needle). (LIKE knows the cases of ASCII letters only, and its
// wildcards would have to be escaped.)
[[nodiscard]] Result<void> addTextSearch(Database &database);

} // namespace picket::store
