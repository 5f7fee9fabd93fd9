// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace picket::http {

// What stands before the first character that is no base64, and not many more bytes than `most`.
struct Base64Front {
    std::string bytes;
    bool isWhole = false; // the text ended there, at a length that encoders make
};

// Standard and URL-safe alphabet, padded or not, line breaks ignored. A blank counts as '+', which is what a form
// decoder makes of it. Pure, any thread.
[[nodiscard]] Base64Front decodeBase64Front(std::string_view text, std::size_t most);

} // namespace picket::http
