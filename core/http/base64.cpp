// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/base64.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace picket::http {

namespace {

constexpr std::uint8_t invalid = 0xff;
constexpr std::uint8_t ignored = 0xfe;

constexpr std::array<std::uint8_t, 256> makeTable()
{
    std::array<std::uint8_t, 256> table{};
    table.fill(invalid);
    for (std::uint8_t i = 0; i < 26; ++i) {
        table[static_cast<std::size_t>('A') + i] = i;
        table[static_cast<std::size_t>('a') + i] = static_cast<std::uint8_t>(26 + i);
    }
    for (std::uint8_t i = 0; i < 10; ++i) {
        table[static_cast<std::size_t>('0') + i] = static_cast<std::uint8_t>(52 + i);
    }
    table['+'] = table['-'] = table[' '] = 62;
    table['/'] = table['_'] = 63;
    table['\r'] = table['\n'] = table['\t'] = ignored;
    return table;
}

constexpr auto values = makeTable();

std::string_view withoutPadding(std::string_view text)
{
    constexpr std::string_view blanks = " \t\r\n";
    const std::size_t first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos) {
        return {};
    }
    text = text.substr(first, text.find_last_not_of(blanks) + 1 - first);
    for (int i = 0; i < 2 && text.ends_with('='); ++i) {
        text.remove_suffix(1);
    }
    return text;
}

} // namespace

Base64Front decodeBase64Front(std::string_view text, std::size_t most)
{
    text = withoutPadding(text);
    Base64Front front;
    front.isWhole = true;
    front.bytes.reserve(std::min(text.size() / 4 * 3, most) + 3);
    std::uint32_t group = 0;
    int digits = 0;
    for (const char c : text) {
        const std::uint8_t value = values[static_cast<unsigned char>(c)];
        if (value == ignored) {
            continue;
        }
        if (value == invalid || front.bytes.size() >= most) {
            front.isWhole = false;
            break;
        }
        group = group << 6 | value;
        if (++digits == 4) {
            front.bytes += static_cast<char>(group >> 16 & 0xff);
            front.bytes += static_cast<char>(group >> 8 & 0xff);
            front.bytes += static_cast<char>(group & 0xff);
            group = 0;
            digits = 0;
        }
    }
    if (digits >= 2) {
        front.bytes += static_cast<char>(group >> (digits == 2 ? 4 : 10) & 0xff);
    }
    if (digits == 3) {
        front.bytes += static_cast<char>(group >> 2 & 0xff);
    }
    front.isWhole = front.isWhole && digits != 1;
    return front;
}

} // namespace picket::http
