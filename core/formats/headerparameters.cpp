// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/headerparameters.h"

#include "core/formats/text.h"
#include "core/protocol/auth.h"

#include <algorithm>

namespace picket::formats {

namespace {

// `text` begins behind the opening quote and is moved behind the closing one, which may be missing.
std::string takeQuoted(std::string_view &text)
{
    std::string value;
    std::size_t at = 0;
    for (; at < text.size() && text[at] != '"'; ++at) {
        const bool escape = text[at] == '\\' && at + 1 < text.size() && (text[at + 1] == '"' || text[at + 1] == '\\');
        at += escape ? 1 : 0;
        value += text[at];
    }
    text.remove_prefix(std::min(at + 1, text.size()));
    return value;
}

std::string takeToken(std::string_view &text)
{
    const std::size_t end = std::min(text.find(';'), text.size());
    std::string value(trimmed(text.substr(0, end)));
    text.remove_prefix(end);
    return value;
}

void skipPastSemicolon(std::string_view &text)
{
    const std::size_t semicolon = text.find(';');
    text.remove_prefix(semicolon == std::string_view::npos ? text.size() : semicolon + 1);
}

} // namespace

std::optional<std::string> HeaderValue::parameter(std::string_view name) const
{
    const auto it =
        std::find_if(parameters.begin(), parameters.end(), [name](const auto &pair) { return pair.first == name; });
    return it != parameters.end() ? std::optional(it->second) : std::nullopt;
}

HeaderValue parseHeaderValue(std::string_view text)
{
    HeaderValue header;
    header.value = lowered(takeToken(text));
    skipPastSemicolon(text);
    while (!text.empty()) {
        const std::size_t end = text.find_first_of("=;");
        if (end == std::string_view::npos || text[end] == ';') {
            skipPastSemicolon(text);
            continue;
        }
        std::string name = lowered(trimmed(text.substr(0, end)));
        text.remove_prefix(end + 1);
        text.remove_prefix(std::min(text.find_first_not_of(" \t"), text.size()));
        if (!text.empty() && text.front() == '"') {
            text.remove_prefix(1);
            header.parameters.emplace_back(std::move(name), takeQuoted(text));
        } else {
            header.parameters.emplace_back(std::move(name), takeToken(text));
        }
        skipPastSemicolon(text);
    }
    return header;
}

std::optional<std::string> decodeExtendedValue(std::string_view text)
{
    const std::size_t charsetEnd = text.find('\'');
    const std::size_t languageEnd = charsetEnd == std::string_view::npos ? charsetEnd : text.find('\'', charsetEnd + 1);
    if (languageEnd == std::string_view::npos) {
        return std::nullopt;
    }
    const std::string bytes = protocol::percentDecode(text.substr(languageEnd + 1), false);
    const bool isLatin1 = equalsIgnoringCase(text.substr(0, charsetEnd), "iso-8859-1");
    return isLatin1 ? utf8FromLatin1(bytes) : repairedUtf8(bytes);
}

} // namespace picket::formats
