// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace picket::protocol {

// JSON text that breaks off, ended after the last value that is whole: open objects and lists are closed, a text value
// that breaks off gets a mark at its end, a half name or number is left out. nullopt for what does not break off, or
// before its first value. Pure. Whether the result is valid JSON is the parser's business.
[[nodiscard]] std::optional<std::string> completeJson(std::string_view text);

} // namespace picket::protocol
