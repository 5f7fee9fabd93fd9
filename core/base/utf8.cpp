// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/utf8.h"

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace picket {

namespace {

constexpr std::string_view ellipsis = "\xE2\x80\xA6"; // U+2026
constexpr std::size_t longestSequence = 4; // bytes

std::uint8_t byteAt(std::string_view text, std::size_t i)
{
    return static_cast<std::uint8_t>(text[i]);
}

bool isContinuation(char c)
{
    return (static_cast<std::uint8_t>(c) & 0xC0) == 0x80;
}

// Where the code point with that index begins; size() if there are fewer.
std::size_t offsetOf(std::string_view utf8, std::size_t index)
{
    std::size_t seen = 0;
    for (std::size_t i = 0; i < utf8.size(); ++i) {
        if (!isContinuation(utf8[i]) && seen++ == index) {
            return i;
        }
    }
    return utf8.size();
}

// How many bytes at the start are ASCII, eight at a time: nearly all text is.
std::size_t asciiLength(std::string_view text)
{
    std::size_t i = 0;
    for (; i + sizeof(std::uint64_t) <= text.size(); i += sizeof(std::uint64_t)) {
        std::uint64_t block = 0;
        std::memcpy(&block, text.data() + i, sizeof block);
        if ((block & 0x8080808080808080U) != 0) {
            break;
        }
    }
    while (i < text.size() && byteAt(text, i) < 0x80) {
        ++i;
    }
    return i;
}

// How many bytes at the start are valid.
std::size_t validLength(std::string_view text)
{
    std::size_t length = 0;
    while (length < text.size()) {
        length += asciiLength(text.substr(length));
        const std::size_t sequence = utf8SequenceLength(text.substr(length));
        if (sequence == 0) {
            break;
        }
        length += sequence;
    }
    return length;
}

} // namespace

std::size_t utf8SequenceLength(std::string_view text)
{
    if (text.empty()) {
        return 0;
    }
    const std::uint8_t lead = byteAt(text, 0);
    if (lead < 0x80) {
        return 1;
    }
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || text.size() < length) {
        return 0;
    }
    for (std::size_t i = 1; i < length; ++i) {
        if (!isContinuation(text[i])) {
            return 0;
        }
    }
    const std::uint8_t second = byteAt(text, 1);
    const bool overlong = (lead == 0xE0 && second < 0xA0) || (lead == 0xF0 && second < 0x90);
    const bool surrogate = lead == 0xED && second >= 0xA0;
    const bool beyond = lead == 0xF4 && second >= 0x90;
    return overlong || surrogate || beyond ? 0 : length;
}

bool isValidUtf8(std::string_view bytes)
{
    return validLength(bytes) == bytes.size();
}

std::string validUtf8(std::string_view bytes)
{
    std::string text;
    text.reserve(bytes.size());
    while (!bytes.empty()) {
        const std::size_t valid = validLength(bytes);
        text.append(bytes.substr(0, valid));
        bytes.remove_prefix(valid);
        if (!bytes.empty()) {
            text += replacementCharacter;
            bytes.remove_prefix(1);
        }
    }
    return text;
}

std::string cutWithMark(std::string_view utf8, std::size_t characters)
{
    if (utf8.size() <= characters || offsetOf(utf8, characters) == utf8.size()) {
        return std::string(utf8);
    }
    std::string cut(utf8.substr(0, characters == 0 ? 0 : offsetOf(utf8, characters - 1)));
    return cut.append(characters == 0 ? std::string_view() : ellipsis);
}

std::string_view cutToBytes(std::string_view utf8, std::size_t size)
{
    if (utf8.size() <= size) {
        return utf8;
    }
    std::size_t end = size;
    while (end > 0 && size - end < longestSequence && isContinuation(utf8[end])) {
        --end;
    }
    return utf8.substr(0, isContinuation(utf8[end]) ? size : end);
}

} // namespace picket
