// SPDX-License-Identifier: GPL-3.0-or-later
// One function per format. Any thread. What lies before the damage of a stream is decoded, too. Errors: BadEncoding
// when nothing is; TooLarge beyond the cap; Full and IoError of the spool file.
#pragma once

#include "core/base/result.h"
#include "core/http/request.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
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

struct Inflated {
    std::shared_ptr<const Body> body; // never null; never empty when there is damage
    std::string damage; // "gzip: cut short", "zlib: incorrect data check" …; empty: the stream is whole
};

[[nodiscard]] Result<Inflated> inflateAll(std::string_view input, ZlibFormat format, const DecodeRoom &room);
[[nodiscard]] Result<Inflated> brotliDecodeAll(std::string_view input, const DecodeRoom &room);
[[nodiscard]] Result<Inflated> zstdDecodeAll(std::string_view input, const DecodeRoom &room);

[[nodiscard]] bool looksLikeGzip(std::string_view bytes);
[[nodiscard]] bool looksLikeZlib(std::string_view bytes);
[[nodiscard]] bool looksLikeZstd(std::string_view bytes);

} // namespace picket::http
