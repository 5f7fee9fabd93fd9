// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/grouping/text.h"

#include <string_view>

namespace picket::grouping {

// A function of Elixir or Erlang with its arity in place of the arguments of one call, and without the compiler's
// numbers of anonymous functions and comprehensions: "A.b(\"x\", 3)" -> "A.b/2", "-run/1-fun-3-" -> "-run/1-fun-".
[[nodiscard]] std::string_view stableBeamName(std::string_view name, TextArena &arena);

} // namespace picket::grouping
