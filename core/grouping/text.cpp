// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/grouping/text.h"

#include <algorithm>
#include <cstring>

namespace picket::grouping {

namespace {

bool isContinuation(char c)
{
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

} // namespace

std::string_view TextArena::keep(std::string_view text)
{
    if (text.empty()) {
        return {};
    }
    char *copy = room(text.size());
    std::memcpy(copy, text.data(), text.size());
    return {copy, text.size()};
}

char *TextArena::room(std::size_t size)
{
    return static_cast<char *>(m_memory.allocate(std::max<std::size_t>(size, 1), 1));
}

std::size_t digitsAt(std::string_view text, std::size_t at)
{
    std::size_t count = 0;
    while (at + count < text.size() && isDigit(text[at + count])) {
        ++count;
    }
    return count;
}

std::size_t hexDigitsAt(std::string_view text, std::size_t at)
{
    std::size_t count = 0;
    while (at + count < text.size() && isHexDigit(text[at + count])) {
        ++count;
    }
    return count;
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && isBlank(text.front())) {
        text.remove_prefix(1);
    }
    while (!text.empty() && isBlank(text.back())) {
        text.remove_suffix(1);
    }
    return text;
}

std::string_view baseName(std::string_view path)
{
    const std::size_t slash = path.find_last_of("/\\");
    return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

std::string_view firstLine(std::string_view text)
{
    while (!text.empty() && isBlank(text.front())) {
        text.remove_prefix(1);
    }
    return trimmed(text.substr(0, text.find_first_of("\r\n")));
}

std::string_view cutBytes(std::string_view text, std::size_t bytes)
{
    if (text.size() <= bytes) {
        return text;
    }
    while (bytes > 0 && isContinuation(text[bytes])) {
        --bytes;
    }
    return text.substr(0, bytes);
}

std::string cutCharacters(std::string_view text, std::size_t characters)
{
    constexpr std::string_view mark = "...";
    std::size_t count = 0;
    std::size_t cutAt = 0; // where the text ends if the mark must fit in, too
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (isContinuation(text[i])) {
            continue;
        }
        if (count + mark.size() == characters) {
            cutAt = i;
        }
        if (++count > characters) {
            return std::string(text.substr(0, cutAt)).append(mark);
        }
    }
    return std::string(text);
}

std::string_view loweredText(std::string_view text, TextArena &arena)
{
    if (std::none_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; })) {
        return text;
    }
    char *copy = arena.room(text.size());
    std::transform(text.begin(), text.end(), copy, lowered);
    return {copy, text.size()};
}

std::string_view collapsedBlanks(std::string_view text, TextArena &arena)
{
    text = trimmed(text);
    bool clean = true;
    for (std::size_t i = 0; i < text.size() && clean; ++i) {
        clean = !isBlank(text[i]) || (text[i] == ' ' && !isBlank(text[i + 1])); // the last character is no blank
    }
    if (clean) {
        return text;
    }
    char *copy = arena.room(text.size());
    std::size_t size = 0;
    for (const char c : text) {
        if (!isBlank(c)) {
            copy[size++] = c;
        } else if (copy[size - 1] != ' ') { // the first character is no blank
            copy[size++] = ' ';
        }
    }
    return {copy, size};
}

std::string_view urlScheme(std::string_view text)
{
    const std::size_t colon = text.substr(0, 16).find(':');
    if (colon == std::string_view::npos || colon < 2) {
        return {};
    }
    const std::string_view scheme = text.substr(0, colon);
    return std::all_of(scheme.begin(), scheme.end(), [](char c) { return c >= 'a' && c <= 'z'; }) ? scheme
                                                                                                  : std::string_view();
}

} // namespace picket::grouping
