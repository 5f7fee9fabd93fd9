// SPDX-License-Identifier: GPL-3.0-or-later
// Letters as HTTP knows them: ASCII only, independent of the locale. Pure functions, any thread.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace picket::http {

[[nodiscard]] constexpr char lowered(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

[[nodiscard]] constexpr bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

// -1: not a hexadecimal digit.
[[nodiscard]] constexpr int hexValue(char c)
{
    if (isDigit(c)) {
        return c - '0';
    }
    const char lower = lowered(c);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

[[nodiscard]] constexpr bool equalsIgnoringCase(std::string_view a, std::string_view b)
{
    if (a.size() != b.size()) {
        return false;
    }
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (lowered(a[i]) != lowered(b[i])) {
            return false;
        }
    }
    return true;
}

[[nodiscard]] inline std::string toLower(std::string_view text)
{
    std::string result(text);
    for (char &c : result) {
        c = lowered(c);
    }
    return result;
}

// Without the blanks and tabs around it.
[[nodiscard]] constexpr std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) {
        text.remove_prefix(1);
    }
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) {
        text.remove_suffix(1);
    }
    return text;
}

} // namespace picket::http
