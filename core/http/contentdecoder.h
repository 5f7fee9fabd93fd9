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
    std::string damage; // what the body ends early for: "gzip: cut short"; empty: it is whole
    std::string mislabelled; // "declared gzip+gzip but was gzip"; empty: it was what the header said

    [[nodiscard]] std::string_view bytes() const { return {body->bytes().data(), body->bytes().size()}; }
};

struct DecodeError : Error {
    std::shared_ptr<const Body> reached; // the body after the layers that could be undone; never null
};

using DecodeResult = tl::expected<Decoded, DecodeError>;

// What is looked for beyond what was declared.
enum class Sniff {
    Nothing, // the bytes are a part of a file: exactly what was declared, and whole
    Compression,
    Text, // also base64
    Json, // also base64, and what is left must be JSON: the store endpoint's ladder
};

// Body after a Content-Encoding header (empty or missing: none) as PROTOCOL A.6 says: stacks are undone right to
// left; empty values and "UTF-8" are ignored; a wrong, missing or unknown declaration is sniffed before it fails, and
// what is left is sniffed once more. Errors: UnsupportedEncoding (415), BadEncoding (400): nothing of a layer can be
// read; TooLarge (413); Full and IoError (503) of the spool file.
[[nodiscard]] DecodeResult decodeBody(const std::shared_ptr<const Body> &body, std::string_view contentEncoding,
                                      const DecodeRoom &room, Sniff sniff = Sniff::Compression);

// JSON as it is, else base64, else base64 of zlib; base64 may be URL-safe. Errors as above.
[[nodiscard]] DecodeResult decodeStoreText(const std::shared_ptr<const Body> &text, const DecodeRoom &room);

} // namespace picket::http
