// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/grouping/text.h"

#include <string_view>

namespace picket::grouping {

// A method of Ruby without what each process makes anew: the numbers of a compiled template
// ("_app_views_users_show_html_erb__2183_70123") and the address of a class without a name ("#<Class:0x00007f…>").
[[nodiscard]] std::string_view stableRubyName(std::string_view name, TextArena &arena);

} // namespace picket::grouping
