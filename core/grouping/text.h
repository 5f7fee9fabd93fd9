// SPDX-License-Identifier: GPL-3.0-or-later
// Small pure functions on UTF-8 text. Case and blanks are ASCII's: names of code hardly use others.
#pragma once

#include <cstddef>
#include <memory_resource>
#include <string>
#include <string_view>

namespace picket::grouping {

// Owner of the texts that are made while one event is grouped. Not thread-safe; lives inside one group() call.
class TextArena final
{
public:
    TextArena() = default;
    TextArena(const TextArena &) = delete;
    TextArena &operator=(const TextArena &) = delete;

    // A copy that lives as long as the arena.
    [[nodiscard]] std::string_view keep(std::string_view text);
    // Room for `size` bytes, to be filled by the caller.
    [[nodiscard]] char *room(std::size_t size);

private:
    std::byte m_first[4096]; // enough for the usual event, without an allocation
    std::pmr::monotonic_buffer_resource m_memory{m_first, sizeof m_first};
};

[[nodiscard]] constexpr bool isBlank(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}
[[nodiscard]] constexpr bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}
[[nodiscard]] constexpr bool isHexDigit(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}
[[nodiscard]] constexpr char lowered(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}
[[nodiscard]] constexpr bool isWordCharacter(char c)
{
    return isDigit(c) || (lowered(c) >= 'a' && lowered(c) <= 'z') || c == '_';
}
[[nodiscard]] constexpr bool contains(std::string_view text, std::string_view part)
{
    return text.find(part) != std::string_view::npos;
}
// How many digits begin at that position.
[[nodiscard]] std::size_t digitsAt(std::string_view text, std::size_t at);
[[nodiscard]] std::size_t hexDigitsAt(std::string_view text, std::size_t at);

[[nodiscard]] std::string_view trimmed(std::string_view text);
// What follows the last '/' or '\'.
[[nodiscard]] std::string_view baseName(std::string_view path);
// The first line that is not blank, trimmed; empty if there is none.
[[nodiscard]] std::string_view firstLine(std::string_view text);
// At most `bytes`, not ending inside a character.
[[nodiscard]] std::string_view cutBytes(std::string_view text, std::size_t bytes);
// At most `characters` code points; what was cut is marked by "...", which counts as well.
[[nodiscard]] std::string cutCharacters(std::string_view text, std::size_t characters);
[[nodiscard]] std::string_view loweredText(std::string_view text, TextArena &arena);
// Trimmed, every run of blanks one blank.
[[nodiscard]] std::string_view collapsedBlanks(std::string_view text, TextArena &arena);

// The scheme of a URL ("https"), lower-case letters only; empty for anything else, Windows drives included.
[[nodiscard]] std::string_view urlScheme(std::string_view text);

} // namespace picket::grouping
