// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/grouping/text.h"

#include <string_view>

namespace picket::grouping {

// A function of Dart without the keys of private libraries ("_rootRun@4048458") and the numbers of the closures that
// the JavaScript compiler makes ("main_closure3.call$1").
[[nodiscard]] std::string_view stableDartName(std::string_view name, TextArena &arena);

} // namespace picket::grouping
