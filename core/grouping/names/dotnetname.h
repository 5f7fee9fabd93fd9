// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/grouping/text.h"

#include <string_view>

namespace picket::grouping {

// A type or method of .NET (C#, F#, Visual Basic, also in the spelling of IL2CPP) without the ordinals that its
// compiler and libraries that emit code count through a class or a program: "<Check>b__3_0" -> "<Check>b__",
// "<Run>g__Step|4_1" -> "<Run>g__Step". Names of methods, local functions and generic arity are kept.
[[nodiscard]] std::string_view stableDotnetName(std::string_view name, TextArena &arena);

} // namespace picket::grouping
