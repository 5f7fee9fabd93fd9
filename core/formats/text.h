// SPDX-License-Identifier: GPL-3.0-or-later
// From bytes in foreign encodings to valid UTF-8. Pure; any thread.
#pragma once

#include <string>
#include <string_view>

namespace picket::formats {

enum class ByteOrder { Little, Big };

// Invalid sequences become U+FFFD, one for each byte that starts none.
[[nodiscard]] std::string repairedUtf8(std::string_view bytes);

// `isPrefix`: the bytes may end within a sequence.
[[nodiscard]] bool isUtf8(std::string_view bytes, bool isPrefix = false);

// Lone surrogates become U+FFFD; an odd last byte is left out.
[[nodiscard]] std::string utf8FromUtf16(std::string_view bytes, ByteOrder order);

[[nodiscard]] std::string utf8FromLatin1(std::string_view bytes);

[[nodiscard]] std::string toBase64(std::string_view bytes);

// "0x1f".
[[nodiscard]] std::string hexNumber(unsigned long long value);

// ASCII only, as protocols compare.
[[nodiscard]] std::string lowered(std::string_view text);
[[nodiscard]] bool equalsIgnoringCase(std::string_view a, std::string_view b);

// Without blanks, tabs and line ends around it.
[[nodiscard]] std::string_view trimmed(std::string_view text);

// The last part of a path of either kind of slash.
[[nodiscard]] std::string_view baseName(std::string_view path);

} // namespace picket::formats
