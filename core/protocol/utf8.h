// SPDX-License-Identifier: GPL-3.0-or-later
// The few UTF-8 operations that the protocol needs on std::string, where text may hold NUL.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace picket::protocol {

inline constexpr std::string_view replacementCharacter = "\xEF\xBF\xBD"; // U+FFFD

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

// Length of the valid UTF-8 sequence at the start of `text`; 0 if there is none (overlong forms and surrogates are
// invalid).
[[nodiscard]] std::size_t utf8SequenceLength(std::string_view text);

// At most `characters` code points of valid UTF-8; what was cut ends in an ellipsis that counts.
[[nodiscard]] std::string cutWithMark(std::string_view utf8, std::size_t characters);

} // namespace picket::protocol
