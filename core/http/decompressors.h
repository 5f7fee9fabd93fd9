// SPDX-License-Identifier: GPL-3.0-or-later
// One function per format: the whole input or an error, never a part of it. Any thread. Errors: BadEncoding for a
// stream that is broken, cut short or followed by something else; TooLarge beyond the cap; Full and IoError of the
// spool file.
#pragma once

#include "core/base/result.h"
#include "core/http/request.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>

namespace picket::http {

enum class ZlibFormat { Gzip, Zlib, RawDeflate };

// How many bytes may come out, and the folder for what is larger than limits::bodySpoolAbove; empty: it stays in
// memory.
struct DecodeRoom {
    std::size_t cap = 0;
    std::string_view spoolFolder = {};
    std::uint64_t spoolFloor = 0; // see SpoolFile
};

[[nodiscard]] Result<std::shared_ptr<const Body>> inflateAll(std::string_view input, ZlibFormat format,
                                                             const DecodeRoom &room);
[[nodiscard]] Result<std::shared_ptr<const Body>> brotliDecodeAll(std::string_view input, const DecodeRoom &room);
[[nodiscard]] Result<std::shared_ptr<const Body>> zstdDecodeAll(std::string_view input, const DecodeRoom &room);

[[nodiscard]] bool looksLikeGzip(std::string_view bytes);
[[nodiscard]] bool looksLikeZlib(std::string_view bytes);
[[nodiscard]] bool looksLikeZstd(std::string_view bytes);

} // namespace picket::http
