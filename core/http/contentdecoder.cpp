// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/contentdecoder.h"

#include "core/base/limits.h"
#include "core/http/ascii.h"
#include "core/http/base64.h"
#include "core/http/bodybuffer.h"

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

Result<Decoded> named(Result<std::shared_ptr<const Body>> body, std::string_view encoding)
{
    if (!body) {
        return tl::unexpected(std::move(body).error());
    }
    return Decoded{std::move(*body), std::string(encoding)};
}

// "deflate" means zlib's format (RFC 9110 8.4.1.2), but many send the bare stream. A bare one may begin like zlib.
Result<Decoded> undoDeflate(std::string_view input, const DecodeRoom &room)
{
    auto zlib = named(inflateAll(input, ZlibFormat::Zlib, room), "zlib");
    if (zlib || zlib.error().code != ErrorCode::BadEncoding) {
        return zlib;
    }
    auto raw = named(inflateAll(input, ZlibFormat::RawDeflate, room), "deflate");
    return raw || raw.error().code != ErrorCode::BadEncoding ? std::move(raw) : std::move(zlib);
}

Result<Decoded> undo(Coding coding, std::string_view input, const DecodeRoom &room)
{
    switch (coding) {
    case Coding::Gzip:
        return named(inflateAll(input, ZlibFormat::Gzip, room), "gzip");
    case Coding::Deflate:
        return undoDeflate(input, room);
    case Coding::Brotli:
        return named(brotliDecodeAll(input, room), "br");
    case Coding::Zstd:
        break;
    }
    return named(zstdDecodeAll(input, room), "zstd");
}

// By the first bytes, when nothing or something wrong was declared. BadEncoding: none of the formats.
Result<Decoded> undoSniffed(std::string_view input, const DecodeRoom &room)
{
    if (looksLikeGzip(input)) {
        return named(inflateAll(input, ZlibFormat::Gzip, room), "gzip");
    }
    if (looksLikeZstd(input)) {
        return named(zstdDecodeAll(input, room), "zstd");
    }
    if (looksLikeZlib(input)) {
        return named(inflateAll(input, ZlibFormat::Zlib, room), "zlib");
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

Result<Decoded> plain(std::shared_ptr<const Body> body, const DecodeRoom &room)
{
    if (body->bytes().size() > room.cap) {
        return failure(ErrorCode::TooLarge, std::to_string(body->bytes().size()) + " bytes");
    }
    return Decoded{std::move(body), {}};
}

// One declared layer, or what the bytes say it really is.
Result<Decoded> undoDeclared(Coding coding, const Decoded &input, const DecodeRoom &room)
{
    auto declared = undo(coding, input.bytes(), room);
    if (declared || declared.error().code != ErrorCode::BadEncoding) {
        return declared;
    }
    auto sniffed = undoSniffed(input.bytes(), room);
    if (sniffed || sniffed.error().code != ErrorCode::BadEncoding) {
        return sniffed;
    }
    // Proxies decode a body and forget to remove the header.
    return startsLikeJson(input.bytes()) ? plain(input.body, room) : std::move(declared);
}

} // namespace

Result<Decoded> decodeBody(const std::shared_ptr<const Body> &body, std::string_view contentEncoding,
                           const DecodeRoom &room)
{
    const auto codings = parseCodings(contentEncoding);
    if (!codings) {
        return tl::unexpected(codings.error());
    }
    Decoded result{body, {}};
    if (body->bytes().empty()) {
        return result;
    }
    if (codings->empty()) {
        auto sniffed = undoSniffed(result.bytes(), room);
        const bool isPlain = !sniffed && sniffed.error().code == ErrorCode::BadEncoding;
        return isPlain ? plain(body, room) : std::move(sniffed);
    }
    for (auto coding = codings->rbegin(); coding != codings->rend(); ++coding) {
        auto layer = undoDeclared(*coding, result, room);
        if (!layer) {
            return layer;
        }
        result.body = std::move(layer->body);
        if (layer->encoding.empty()) {
            break; // plain already: there are no further layers
        }
        result.encoding += (result.encoding.empty() ? "" : "+") + layer->encoding;
    }
    return result;
}

Result<Decoded> decodeStoreText(const std::shared_ptr<const Body> &text, const DecodeRoom &room)
{
    const Decoded given{text, {}};
    if (given.bytes().empty() || startsLikeJson(given.bytes())) {
        return plain(text, room);
    }
    if (given.bytes().size() / 2 > room.cap) { // not worth the work: it gets a quarter shorter
        return failure(ErrorCode::TooLarge, std::to_string(given.bytes().size()) + " bytes of base64");
    }
    auto bytes = decodeBase64(given.bytes());
    if (!bytes) {
        return failure(ErrorCode::BadEncoding, "neither JSON nor base64");
    }
    if (startsLikeJson(*bytes)) {
        return plain(bodyOf(std::move(*bytes)), room).map([](Decoded &&decoded) {
            decoded.encoding = "base64";
            return std::move(decoded);
        });
    }
    auto inflated = undoSniffed(*bytes, room);
    if (inflated) {
        inflated->encoding.insert(0, "base64+");
    }
    return inflated;
}

} // namespace picket::http
