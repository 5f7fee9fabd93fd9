// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <optional>
#include <string_view>

namespace picket {

// A point in time as programs print it: what parseRfc3339() reads, also with slashes or with its zone behind a blank
// ("2026-11-30 20:20:00 +0000 UTC"); dates of HTTP, mail, asctime() and JavaScript ("Mon, 30 Nov 2026 20:20:00 GMT"),
// .NET's "/Date(1796070000000)/" and ISO without separators. Without a zone it is UTC; names of other zones count only
// beside their offset, because they are ambiguous. Dates whose order of day and month cannot be known are nullopt.
[[nodiscard]] std::optional<Timestamp> parseTime(std::string_view text);

} // namespace picket
