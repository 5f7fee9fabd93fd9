// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/contentcoding.h"

#include "core/base/limits.h"
#include "core/http/ascii.h"

#include <algorithm>
#include <array>

namespace picket::http {

namespace {

constexpr std::string_view blanks = " \t\r\n";
constexpr std::size_t shortestText = 4; // bytes: fewer may look like it by chance
constexpr std::size_t textSniffed = 128; // bytes

struct Token {
    std::string_view name;
    Coding coding;
};
constexpr std::array tokens{
    Token{"gzip", Coding::Gzip},         Token{"x-gzip", Coding::Gzip},  Token{"deflate", Coding::Deflate},
    Token{"x-deflate", Coding::Deflate}, Token{"zlib", Coding::Deflate}, Token{"br", Coding::Brotli},
    Token{"brotli", Coding::Brotli},     Token{"zstd", Coding::Zstd},    Token{"x-zstd", Coding::Zstd},
};

// Ruby sends the header without a value, old Java SDKs a character set.
bool saysNothing(std::string_view token)
{
    return token.empty() || token == "identity" || token == "utf-8";
}

// Bytes of the UTF-8 sequence that starts with `lead`; 0: none does.
std::size_t sequenceLength(unsigned char lead)
{
    return lead < 0x80 ? 1 : lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
}

} // namespace

Result<DeclaredCodings> parseCodings(std::string_view header)
{
    DeclaredCodings declared;
    while (!header.empty()) {
        const std::size_t comma = header.find(',');
        const std::string name = toLower(trimmed(header.substr(0, comma)));
        header = comma == std::string_view::npos ? std::string_view() : header.substr(comma + 1);
        if (saysNothing(name)) {
            continue;
        }
        const auto *token =
            std::find_if(tokens.begin(), tokens.end(), [&](const Token &one) { return one.name == name; });
        const bool isKnown = token != tokens.end();
        declared.codings.push_back(isKnown ? token->coding : Coding::Unknown);
        if (!isKnown && declared.unknown.empty()) {
            declared.unknown = name.substr(0, 40);
        }
        if (declared.codings.size() > limits::contentEncodings) {
            return failure(ErrorCode::UnsupportedEncoding,
                           "more than " + std::to_string(limits::contentEncodings) + " stacked encodings");
        }
    }
    return declared;
}

bool startsLikeJson(std::string_view text)
{
    constexpr std::string_view byteOrderMark = "\xef\xbb\xbf";
    if (text.starts_with(byteOrderMark)) {
        text.remove_prefix(byteOrderMark.size());
    }
    const std::size_t first = text.find_first_not_of(blanks);
    return first != std::string_view::npos && (text[first] == '{' || text[first] == '[');
}

bool startsLikeText(std::string_view bytes)
{
    std::string_view front = bytes.substr(0, textSniffed);
    front = front.substr(0, front.find("\r\n\r\n")); // binary content may follow the header of a form's part
    for (std::size_t at = 0; at < front.size();) {
        const auto lead = static_cast<unsigned char>(front[at]);
        const std::size_t length = sequenceLength(lead);
        if (length == 0 || lead == 0x7f || (lead < 0x20 && blanks.find(front[at]) == std::string_view::npos)) {
            return false;
        }
        for (std::size_t i = at + 1; i < std::min(at + length, front.size()); ++i) {
            if ((static_cast<unsigned char>(front[i]) & 0xc0) != 0x80) {
                return false;
            }
        }
        at += length;
    }
    return front.size() >= shortestText || startsLikeJson(front);
}

bool isBlank(std::string_view text)
{
    return text.find_first_not_of(blanks) == std::string_view::npos;
}

} // namespace picket::http
