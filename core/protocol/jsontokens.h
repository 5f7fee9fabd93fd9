// SPDX-License-Identifier: GPL-3.0-or-later
// The inside of JSON's scalars, which simdjson hands out as they stand in the text.
#pragma once

#include <optional>
#include <string_view>

namespace picket::protocol {

[[nodiscard]] bool isJsonNumber(std::string_view token);

// Resolves the escapes of the string that begins at `begin`, behind its opening quote, where it stands (the result is
// never longer). Its closing quote must exist, and 16 readable bytes behind that. nullopt: an escape that JSON does not
// know, or half a surrogate pair.
[[nodiscard]] std::optional<std::string_view> unescapeInPlace(char *begin);

} // namespace picket::protocol
