// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/grouping/text.h"

#include <string_view>

namespace picket::grouping {

// A native function without what compilers and linkers append for each build: clones (".cold", ".part.0", "[clone
// .x]"), versions ("@@GLIBC_2.4"), "@plt", "@12", hashes of Rust and IL2CPP, numbers of exception handlers.
[[nodiscard]] std::string_view withoutBuildSuffix(std::string_view name);

// Without the numbers that a compiler counts through a file: blocks ("_block_invoke_2"), D's and GCC's lambdas
// ("__lambda3", "__lambda_L12_C4"), unit tests of D, types without a name of Zig, functions of OCaml.
[[nodiscard]] std::string_view withoutBuildNumbers(std::string_view name, TextArena &arena);

} // namespace picket::grouping
