// SPDX-License-Identifier: GPL-3.0-or-later
// One function per format: the whole input or an error, never a part of it. Pure, any thread. Errors: BadEncoding for a
// stream that is broken, cut short or followed by something else; TooLarge beyond `cap` bytes.
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace picket::http {

enum class ZlibFormat { Gzip, Zlib, RawDeflate };

[[nodiscard]] Result<std::string> inflateAll(std::string_view input, ZlibFormat format, std::size_t cap);
[[nodiscard]] Result<std::string> brotliDecodeAll(std::string_view input, std::size_t cap);
[[nodiscard]] Result<std::string> zstdDecodeAll(std::string_view input, std::size_t cap);

[[nodiscard]] bool looksLikeGzip(std::string_view bytes);
[[nodiscard]] bool looksLikeZlib(std::string_view bytes);
[[nodiscard]] bool looksLikeZstd(std::string_view bytes);

} // namespace picket::http
