// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/grouping/text.h"

#include <string_view>

namespace picket::grouping {

// A function of Go without the numbers of its closures, of `init` functions and of what the compiler wraps, and with
// type arguments as [...]: "(*Server).handle.func1.2" -> "(*Server).handle.func.<auto>". A function that is really
// called func1 keeps its name: only what stands behind a function is a closure. `hasPackage`: the name begins with its
// package.
[[nodiscard]] std::string_view stableGoName(std::string_view name, bool hasPackage, TextArena &arena);

} // namespace picket::grouping
