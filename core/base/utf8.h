// SPDX-License-Identifier: GPL-3.0-or-later
// UTF-8 in std::string, where text may hold NUL. Pure; any thread.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace picket {

inline constexpr std::string_view replacementCharacter = "\xEF\xBF\xBD"; // U+FFFD

// Length of the valid UTF-8 sequence at the start of `text`; 0 if there is none (overlong forms and surrogates are
// invalid).
[[nodiscard]] std::size_t utf8SequenceLength(std::string_view text);

[[nodiscard]] bool isValidUtf8(std::string_view bytes);
// Each byte that belongs to no valid sequence becomes U+FFFD.
[[nodiscard]] std::string validUtf8(std::string_view bytes);

// At most `characters` code points of valid UTF-8; what was cut ends in an ellipsis that counts.
[[nodiscard]] std::string cutWithMark(std::string_view utf8, std::size_t characters);
// At most `size` bytes, without the beginning of a character whose end is cut off.
[[nodiscard]] std::string_view cutToBytes(std::string_view utf8, std::size_t size);

} // namespace picket
