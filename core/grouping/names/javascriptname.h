// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/grouping/text.h"

#include <string_view>

namespace picket::grouping {

// A function of JavaScript without the numbers that transpilers and engines give to functions they make: "_callee12$"
// -> "_callee$", "_loop2" -> "_loop", Hermes' "?anon_3_render" -> "?anon_render". Its last part only is looked at.
[[nodiscard]] std::string_view stableJavaScriptName(std::string_view name, TextArena &arena);

} // namespace picket::grouping
