// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/jsontokens.h"

#include "core/protocol/utf8.h"

#include <cstdint>
#include <cstring>

namespace picket::protocol {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

std::size_t skipDigits(std::string_view token, std::size_t at)
{
    while (at < token.size() && isDigit(token[at])) {
        ++at;
    }
    return at;
}

// Length up to the next quote or backslash. Reads whole words: the buffer is padded.
std::size_t plainLength(const char *text)
{
    constexpr std::uint64_t ones = 0x0101010101010101;
    constexpr std::uint64_t highs = 0x8080808080808080;
    for (std::size_t at = 0;; at += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, text + at, sizeof word);
        const std::uint64_t quotes = word ^ ones * '"';
        const std::uint64_t slashes = word ^ ones * '\\';
        const std::uint64_t hits = ((quotes - ones) & ~quotes) | ((slashes - ones) & ~slashes);
        if ((hits & highs) == 0) {
            continue;
        }
        std::size_t end = at;
        while (text[end] != '"' && text[end] != '\\') {
            ++end;
        }
        return end;
    }
}

std::optional<char32_t> readHex4(const char *text)
{
    char32_t value = 0;
    for (int i = 0; i < 4; ++i) {
        const int digit = hexDigitValue(text[i]);
        if (digit < 0) {
            return std::nullopt;
        }
        value = value << 4 | static_cast<char32_t>(digit);
    }
    return value;
}

// The code point of "\uXXXX" (or of a surrogate pair) at `text`; moves past it. Lone surrogates are an error here and
// become U+FFFD in the repair.
std::optional<char32_t> readUnicodeEscape(const char *&text)
{
    const auto high = readHex4(text + 2);
    if (!high || isLowSurrogate(*high)) {
        return std::nullopt;
    }
    text += 6;
    if (!isHighSurrogate(*high)) {
        return high;
    }
    if (text[0] != '\\' || text[1] != 'u') {
        return std::nullopt;
    }
    const auto low = readHex4(text + 2);
    if (!low || !isLowSurrogate(*low)) {
        return std::nullopt;
    }
    text += 6;
    return fromSurrogates(*high, *low);
}

char simpleEscape(char c)
{
    switch (c) {
    case '"':
    case '\\':
    case '/':
        return c;
    case 'b':
        return '\b';
    case 'f':
        return '\f';
    case 'n':
        return '\n';
    case 'r':
        return '\r';
    case 't':
        return '\t';
    default:
        return 0;
    }
}

} // namespace

bool isJsonNumber(std::string_view token)
{
    std::size_t at = !token.empty() && token[0] == '-' ? 1 : 0;
    const std::size_t integer = at;
    at = skipDigits(token, at);
    if (at == integer || (token[integer] == '0' && at - integer > 1)) {
        return false;
    }
    if (at < token.size() && token[at] == '.') {
        const std::size_t fraction = at + 1;
        at = skipDigits(token, fraction);
        if (at == fraction) {
            return false;
        }
    }
    if (at < token.size() && (token[at] == 'e' || token[at] == 'E')) {
        ++at;
        at += at < token.size() && (token[at] == '+' || token[at] == '-') ? 1 : 0;
        const std::size_t exponent = at;
        at = skipDigits(token, exponent);
        if (at == exponent) {
            return false;
        }
    }
    return at == token.size();
}

std::optional<std::string_view> unescapeInPlace(char *begin)
{
    char *out = begin + plainLength(begin);
    const char *in = out;
    while (*in != '"') {
        if (in[1] == 'u') {
            const auto codePoint = readUnicodeEscape(in);
            if (!codePoint) {
                return std::nullopt;
            }
            out += encodeUtf8(*codePoint, out);
        } else {
            const char c = simpleEscape(in[1]);
            if (c == 0) {
                return std::nullopt;
            }
            *out++ = c;
            in += 2;
        }
        const std::size_t length = plainLength(in);
        std::memmove(out, in, length);
        out += length;
        in += length;
    }
    return std::string_view(begin, static_cast<std::size_t>(out - begin));
}

} // namespace picket::protocol
