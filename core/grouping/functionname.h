// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/grouping/platform.h"
#include "core/grouping/text.h"

#include <string_view>

namespace picket::grouping {

// The part of a function's name that survives a rebuild (PROTOCOL D.5): without return type, argument list, template
// arguments, compiler suffixes and hashes. Native names and C# names have such parts; others are returned as they are.
// The result points into `name`, into `arena`, or at a constant.
[[nodiscard]] std::string_view trimFunctionName(std::string_view name, Family family, std::string_view platform,
                                                TextArena &arena);

} // namespace picket::grouping
