// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/grouping/text.h"

#include <string_view>

namespace picket::grouping {

// A function or class of PHP without what changes with each deploy: path and line of a closure (PHP 8.4), path and
// counter of an anonymous class, the random part of Symfony's container classes.
// "{closure:A::b():41}" -> "{closure:A::b()}", "{closure:/srv/r7/web.php:38}" -> "{closure}".
[[nodiscard]] std::string_view stablePhpName(std::string_view name, TextArena &arena);

} // namespace picket::grouping
