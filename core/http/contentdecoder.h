// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace picket::http {

// Pure functions, any thread. Decoding streams and stops at `outputCap` bytes, whatever the ratio.
struct Decoded {
    std::string bytes;
    std::string encoding; // what it really was, such as "gzip", "br", "base64+zlib"; empty: identity
};

// Body after a Content-Encoding header (empty or missing: none) as PROTOCOL A.6 says: stacks are undone right to
// left; empty values and "UTF-8" are ignored; a wrong or missing declaration is sniffed before it fails. Errors:
// UnsupportedEncoding (415), BadEncoding (400), TooLarge (413).
[[nodiscard]] Result<Decoded> decodeBody(std::span<const char> body, std::string_view contentEncoding,
                                         std::size_t outputCap);

// The store endpoint's ladder on top of decodeBody(): JSON as it is, else base64, else base64 of zlib.
// `text` may be URL-safe base64. Errors as above.
[[nodiscard]] Result<Decoded> decodeStoreText(std::string body, std::size_t outputCap);

} // namespace picket::http
