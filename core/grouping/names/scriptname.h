// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/grouping/text.h"

#include <string_view>

namespace picket::grouping {

// A function or source of a language without a normaliser of its own, without path and line of where it was defined:
// Perl's "__ANON__[/srv/a.pm:12]" and "(eval 7)", Lua's "function <main.lua:12>", Python's "<ipython-input-3-5b1f3c>".
[[nodiscard]] std::string_view stableScriptName(std::string_view name, TextArena &arena);

} // namespace picket::grouping
