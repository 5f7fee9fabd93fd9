// SPDX-License-Identifier: GPL-3.0-or-later
// What a Content-Encoding header says, and what bytes look like. Pure, any thread.
#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace picket::http {

enum class Coding { Gzip, Deflate, Brotli, Zstd, Unknown };

struct DeclaredCodings {
    std::vector<Coding> codings; // in the order in which the sender applied them
    std::string unknown; // the first token that is none of ours
};

// Empty values, "identity" and old SDKs' character sets are no codings. Errors: UnsupportedEncoding beyond
// limits::contentEncodings.
[[nodiscard]] Result<DeclaredCodings> parseCodings(std::string_view header);

// Behind blanks and a byte order mark stands an object or a list.
[[nodiscard]] bool startsLikeJson(std::string_view text);

// UTF-8 without control characters, as far as the first bytes tell: no compressed stream begins like that.
[[nodiscard]] bool startsLikeText(std::string_view bytes);

[[nodiscard]] bool isBlank(std::string_view text);

} // namespace picket::http
