// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"

#include <optional>
#include <string_view>

namespace picket::protocol {

// The project of a DSN or a path: a positive decimal number, nothing around it.
[[nodiscard]] std::optional<ProjectId> parseProjectNumber(std::string_view text);

} // namespace picket::protocol
