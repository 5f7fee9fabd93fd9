// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/grouping/text.h"

#include <string_view>

namespace picket::grouping {

// A path without the folders that a deploy, a package manager or a run makes anew: temporary ones ("/tmp/x7Fa/"),
// releases ("/releases/20261130201500/", "/r1841/"), versions of packages ("x@1.2.3", "/v1.2.3/", "numpy-1.26.4/"),
// digests and UUIDs. Each becomes "<auto>"; "react-dom@18.2.0" keeps its name.
[[nodiscard]] std::string_view stablePath(std::string_view path, TextArena &arena);

} // namespace picket::grouping
