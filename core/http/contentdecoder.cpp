// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/contentdecoder.h"

#include "core/base/limits.h"
#include "core/http/ascii.h"
#include "core/http/base64.h"
#include "core/http/decompressors.h"

#include <vector>

namespace picket::http {

namespace {

enum class Coding { Gzip, Deflate, Brotli, Zstd };

Result<std::vector<Coding>> parseCodings(std::string_view header)
{
    std::vector<Coding> codings;
    while (!header.empty()) {
        const std::size_t comma = header.find(',');
        const std::string token = toLower(trimmed(header.substr(0, comma)));
        header = comma == std::string_view::npos ? std::string_view() : header.substr(comma + 1);
        // Ruby sends the header without a value, old Java SDKs a character set.
        if (token.empty() || token == "identity" || token == "utf-8") {
            continue;
        }
        if (token == "gzip" || token == "x-gzip") {
            codings.push_back(Coding::Gzip);
        } else if (token == "deflate") {
            codings.push_back(Coding::Deflate);
        } else if (token == "br") {
            codings.push_back(Coding::Brotli);
        } else if (token == "zstd") {
            codings.push_back(Coding::Zstd);
        } else {
            return failure(ErrorCode::UnsupportedEncoding, token.substr(0, 40));
        }
    }
    if (codings.size() > limits::contentEncodings) {
        return failure(ErrorCode::UnsupportedEncoding, std::to_string(codings.size()) + " stacked encodings");
    }
    return codings;
}

Result<Decoded> named(Result<std::string> bytes, std::string_view encoding)
{
    if (!bytes) {
        return tl::unexpected(std::move(bytes).error());
    }
    return Decoded{std::move(*bytes), std::string(encoding)};
}

// "deflate" means zlib's format (RFC 9110 8.4.1.2), but many send the bare stream. A bare one may begin like zlib.
Result<Decoded> undoDeflate(std::string_view input, std::size_t cap)
{
    auto zlib = named(inflateAll(input, ZlibFormat::Zlib, cap), "zlib");
    if (zlib || zlib.error().code != ErrorCode::BadEncoding) {
        return zlib;
    }
    auto raw = named(inflateAll(input, ZlibFormat::RawDeflate, cap), "deflate");
    return raw || raw.error().code != ErrorCode::BadEncoding ? std::move(raw) : std::move(zlib);
}

Result<Decoded> undo(Coding coding, std::string_view input, std::size_t cap)
{
    switch (coding) {
    case Coding::Gzip:
        return named(inflateAll(input, ZlibFormat::Gzip, cap), "gzip");
    case Coding::Deflate:
        return undoDeflate(input, cap);
    case Coding::Brotli:
        return named(brotliDecodeAll(input, cap), "br");
    case Coding::Zstd:
        break;
    }
    return named(zstdDecodeAll(input, cap), "zstd");
}

// By the first bytes, when nothing or something wrong was declared. BadEncoding: none of the formats.
Result<Decoded> undoSniffed(std::string_view input, std::size_t cap)
{
    if (looksLikeGzip(input)) {
        return named(inflateAll(input, ZlibFormat::Gzip, cap), "gzip");
    }
    if (looksLikeZstd(input)) {
        return named(zstdDecodeAll(input, cap), "zstd");
    }
    if (looksLikeZlib(input)) {
        return named(inflateAll(input, ZlibFormat::Zlib, cap), "zlib");
    }
    return failure(ErrorCode::BadEncoding, "no known format");
}

bool startsLikeJson(std::string_view text)
{
    constexpr std::string_view byteOrderMark = "\xef\xbb\xbf";
    if (text.starts_with(byteOrderMark)) {
        text.remove_prefix(byteOrderMark.size());
    }
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    return first != std::string_view::npos && text[first] == '{';
}

Result<Decoded> plain(std::string_view input, std::size_t cap)
{
    if (input.size() > cap) {
        return failure(ErrorCode::TooLarge, std::to_string(input.size()) + " bytes");
    }
    return Decoded{std::string(input), {}};
}

// One declared layer, or what the bytes say it really is.
Result<Decoded> undoDeclared(Coding coding, std::string_view input, std::size_t cap)
{
    auto declared = undo(coding, input, cap);
    if (declared || declared.error().code != ErrorCode::BadEncoding) {
        return declared;
    }
    auto sniffed = undoSniffed(input, cap);
    if (sniffed || sniffed.error().code == ErrorCode::TooLarge) {
        return sniffed;
    }
    // Proxies decode a body and forget to remove the header.
    return startsLikeJson(input) ? plain(input, cap) : std::move(declared);
}

} // namespace

Result<Decoded> decodeBody(std::span<const char> body, std::string_view contentEncoding, std::size_t outputCap)
{
    const std::string_view input(body.data(), body.size());
    const auto codings = parseCodings(contentEncoding);
    if (!codings) {
        return tl::unexpected(codings.error());
    }
    if (input.empty()) {
        return Decoded{};
    }
    if (codings->empty()) {
        auto sniffed = undoSniffed(input, outputCap);
        const bool isPlain = !sniffed && sniffed.error().code == ErrorCode::BadEncoding;
        return isPlain ? plain(input, outputCap) : std::move(sniffed);
    }
    Decoded result;
    for (auto coding = codings->rbegin(); coding != codings->rend(); ++coding) {
        const bool isFirst = coding == codings->rbegin();
        auto layer = undoDeclared(*coding, isFirst ? input : std::string_view(result.bytes), outputCap);
        if (!layer) {
            return layer;
        }
        result.bytes = std::move(layer->bytes);
        if (layer->encoding.empty()) {
            break; // plain already: there are no further layers
        }
        result.encoding += (isFirst ? "" : "+") + layer->encoding;
    }
    return result;
}

Result<Decoded> decodeStoreText(std::string body, std::size_t outputCap)
{
    if (body.empty() || startsLikeJson(body)) {
        if (body.size() > outputCap) {
            return failure(ErrorCode::TooLarge, std::to_string(body.size()) + " bytes");
        }
        return Decoded{std::move(body), {}};
    }
    auto bytes = decodeBase64(body);
    if (!bytes) {
        return failure(ErrorCode::BadEncoding, "neither JSON nor base64");
    }
    if (bytes->size() > outputCap) {
        return failure(ErrorCode::TooLarge, std::to_string(bytes->size()) + " bytes");
    }
    if (startsLikeJson(*bytes)) {
        return Decoded{std::move(*bytes), "base64"};
    }
    auto inflated = undoSniffed(*bytes, outputCap);
    if (inflated) {
        inflated->encoding.insert(0, "base64+");
    }
    return inflated;
}

} // namespace picket::http
