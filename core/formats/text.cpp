// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/text.h"

#include "core/protocol/utf8.h"

#include <QByteArray>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>

namespace picket::formats {

namespace {

constexpr std::string_view blanks = " \t\r\n";
constexpr std::size_t longestSequence = 4; // bytes of one UTF-8 code point

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

char32_t unitAt(std::string_view bytes, std::size_t at, ByteOrder order)
{
    const auto first = static_cast<std::uint8_t>(bytes[at]);
    const auto second = static_cast<std::uint8_t>(bytes[at + 1]);
    return order == ByteOrder::Little ? static_cast<char32_t>(second << 8 | first)
                                      : static_cast<char32_t>(first << 8 | second);
}

// The beginning of a sequence whose end is missing.
bool isCutSequence(std::string_view bytes)
{
    const auto lead = static_cast<std::uint8_t>(bytes.front());
    const std::size_t wanted = lead >= 0xF0 ? longestSequence : lead >= 0xE0 ? 3 : 2;
    const auto isContinuation = [](char c) {
        return (static_cast<std::uint8_t>(c) & 0xC0) == 0x80;
    };
    return lead >= 0xC2 && lead <= 0xF4 && bytes.size() < wanted
        && std::all_of(bytes.begin() + 1, bytes.end(), isContinuation);
}

void append(std::string &text, char32_t codePoint)
{
    std::array<char, longestSequence> sequence{};
    text.append(sequence.data(), protocol::encodeUtf8(codePoint, sequence.data()));
}

} // namespace

std::string repairedUtf8(std::string_view bytes)
{
    return validUtf8(bytes);
}

bool isUtf8(std::string_view bytes, bool isPrefix)
{
    while (!bytes.empty()) {
        const std::size_t length = protocol::utf8SequenceLength(bytes);
        if (length == 0) {
            return isPrefix && isCutSequence(bytes);
        }
        bytes.remove_prefix(length);
    }
    return true;
}

std::string utf8FromUtf16(std::string_view bytes, ByteOrder order)
{
    std::string text;
    text.reserve(bytes.size() / 2);
    for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
        const char32_t unit = unitAt(bytes, at, order);
        const char32_t next = at + 3 < bytes.size() ? unitAt(bytes, at + 2, order) : 0;
        if (protocol::isHighSurrogate(unit) && protocol::isLowSurrogate(next)) {
            append(text, protocol::fromSurrogates(unit, next));
            at += 2;
        } else if (protocol::isHighSurrogate(unit) || protocol::isLowSurrogate(unit)) {
            text += protocol::replacementCharacter;
        } else {
            append(text, unit);
        }
    }
    return text;
}

std::string utf8FromLatin1(std::string_view bytes)
{
    std::string text;
    text.reserve(bytes.size());
    for (const char c : bytes) {
        append(text, static_cast<std::uint8_t>(c));
    }
    return text;
}

std::string toBase64(std::string_view bytes)
{
    return QByteArray::fromRawData(bytes.data(), static_cast<qsizetype>(bytes.size())).toBase64().toStdString();
}

std::string hexNumber(unsigned long long value)
{
    std::array<char, 2 * sizeof value> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value, 16).ptr;
    return std::string("0x").append(digits.data(), end);
}

std::string lowered(std::string_view text)
{
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(), lower);
    return result;
}

bool equalsIgnoringCase(std::string_view a, std::string_view b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return lower(x) == lower(y); });
}

std::string_view trimmed(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(blanks);
    return first == std::string_view::npos ? std::string_view()
                                           : text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

std::string_view baseName(std::string_view path)
{
    const std::size_t slash = path.find_last_of("/\\");
    return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

} // namespace picket::formats
