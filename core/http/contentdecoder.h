// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/http/decompressors.h"
#include "core/http/request.h"

#include <memory>
#include <string>
#include <string_view>

namespace picket::http {

// Any thread. Decoding streams and stops at the room's cap, whatever the ratio; what is large is spooled.
struct Decoded {
    std::shared_ptr<const Body> body; // never null; what was not encoded is the body that was given
    std::string encoding; // what it really was, such as "gzip", "br", "base64+zlib"; empty: identity

    [[nodiscard]] std::string_view bytes() const { return {body->bytes().data(), body->bytes().size()}; }
};

// Body after a Content-Encoding header (empty or missing: none) as PROTOCOL A.6 says: stacks are undone right to
// left; empty values and "UTF-8" are ignored; a wrong or missing declaration is sniffed before it fails. Errors:
// UnsupportedEncoding (415), BadEncoding (400), TooLarge (413); Full and IoError (503) of the spool file.
[[nodiscard]] Result<Decoded> decodeBody(const std::shared_ptr<const Body> &body, std::string_view contentEncoding,
                                         const DecodeRoom &room);

// The store endpoint's ladder on top of decodeBody(): JSON as it is, else base64, else base64 of zlib.
// `text` may be URL-safe base64. Errors as above.
[[nodiscard]] Result<Decoded> decodeStoreText(const std::shared_ptr<const Body> &text, const DecodeRoom &room);

} // namespace picket::http
