// SPDX-License-Identifier: GPL-3.0-or-later
// What the protocol needs of UTF-8 beside core/base/utf8.h.
#pragma once

#include "core/base/utf8.h"

#include <cstddef>

namespace picket::protocol {

using picket::cutWithMark;
using picket::replacementCharacter;
using picket::utf8SequenceLength;

[[nodiscard]] constexpr bool isHighSurrogate(char32_t c)
{
    return c >= 0xD800 && c < 0xDC00;
}
[[nodiscard]] constexpr bool isLowSurrogate(char32_t c)
{
    return c >= 0xDC00 && c < 0xE000;
}
[[nodiscard]] constexpr char32_t fromSurrogates(char32_t high, char32_t low)
{
    return 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00);
}

// 0 to 15, or -1.
[[nodiscard]] int hexDigitValue(char c);

// Writes one code point to `out`, at most four bytes; returns how many. Surrogates must not come here.
std::size_t encodeUtf8(char32_t codePoint, char *out);

} // namespace picket::protocol
