// SPDX-License-Identifier: GPL-3.0-or-later
// MIME header values with parameters: `form-data; name="a"; filename*=UTF-8''b`. Pure; any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace picket::formats {

struct HeaderValue {
    std::string value; // lower case: "form-data"
    std::vector<std::pair<std::string, std::string>> parameters; // names lower case, values unquoted but raw bytes

    // The first of that name.
    [[nodiscard]] std::optional<std::string> parameter(std::string_view name) const;
};

// Quotes may be missing; in quoted text `\"` and `\\` are escapes and any other backslash stands for itself (Windows
// paths).
[[nodiscard]] HeaderValue parseHeaderValue(std::string_view text);

// RFC 5987: charset'language'percent-encoded, as UTF-8. nullopt without both quotes.
[[nodiscard]] std::optional<std::string> decodeExtendedValue(std::string_view text);

} // namespace picket::formats
