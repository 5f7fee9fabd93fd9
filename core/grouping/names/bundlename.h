// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/grouping/text.h"

#include <string_view>

namespace picket::grouping {

// The base name of a file without what a bundler derives from its content: "main.3f2a9c1b.chunk.js" ->
// "main.chunk.js", "index-BxK3f9_2.js" -> "index.js"; also without a query. A name that is nothing but a hash becomes
// "<auto>". Only names of files that bundlers and template compilers write have such parts; others are returned as they
// are. `baseName` keeps its case: mixed case distinguishes a hash from a word.
[[nodiscard]] std::string_view stableFileName(std::string_view baseName, TextArena &arena);

} // namespace picket::grouping
