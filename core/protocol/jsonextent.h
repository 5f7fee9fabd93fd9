// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace picket::protocol {

// Length of the JSON object or list at the start of `text` (blanks before it included), found by matching brackets
// outside of strings; 0 when it does not end within `text`. Whether it is valid JSON is the parser's business.
[[nodiscard]] std::size_t jsonExtent(std::string_view text);

} // namespace picket::protocol
