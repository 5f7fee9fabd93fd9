// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/contentdecoder.h"

#include "core/base/limits.h"
#include "core/http/base64.h"
#include "core/http/bodybuffer.h"
#include "core/http/contentcoding.h"

#include <algorithm>
#include <iterator>
#include <optional>

namespace picket::http {

namespace {

enum class Format { Gzip, Zlib, RawDeflate, Brotli, Zstd };

struct Layer {
    Inflated inflated;
    Format format = Format::Gzip;

    [[nodiscard]] std::string_view bytes() const
    {
        return {inflated.body->bytes().data(), inflated.body->bytes().size()};
    }
    [[nodiscard]] bool isWhole() const { return inflated.damage.empty(); }
};

std::string_view nameOf(Format format)
{
    switch (format) {
    case Format::Gzip:
        return "gzip";
    case Format::Zlib:
        return "zlib";
    case Format::RawDeflate:
        return "deflate";
    case Format::Brotli:
        return "br";
    case Format::Zstd:
        break;
    }
    return "zstd";
}

Result<Inflated> inflated(Format format, std::string_view input, const DecodeRoom &room)
{
    switch (format) {
    case Format::Gzip:
        return inflateAll(input, ZlibFormat::Gzip, room);
    case Format::Zlib:
        return inflateAll(input, ZlibFormat::Zlib, room);
    case Format::RawDeflate:
        return inflateAll(input, ZlibFormat::RawDeflate, room);
    case Format::Brotli:
        return brotliDecodeAll(input, room);
    case Format::Zstd:
        break;
    }
    return zstdDecodeAll(input, room);
}

bool hasMark(Format format)
{
    return format == Format::Gzip || format == Format::Zstd;
}

// A stream of blanks that breaks off says no more than none. One that begins without a mark of its own may be anything
// else, of which a decoder makes noise.
bool isUsable(const Layer &layer)
{
    return layer.isWhole() || (!isBlank(layer.bytes()) && (hasMark(layer.format) || startsLikeText(layer.bytes())));
}

Result<Layer> undo(Format format, std::string_view input, const DecodeRoom &room)
{
    auto result = inflated(format, input, room);
    if (!result) {
        return tl::unexpected(std::move(result).error());
    }
    Layer layer{std::move(*result), format};
    return isUsable(layer) ? Result<Layer>(std::move(layer))
                           : failure(ErrorCode::BadEncoding, std::move(layer.inflated.damage));
}

bool isBroken(const Result<Layer> &layer)
{
    return !layer && layer.error().code == ErrorCode::BadEncoding;
}

bool isWhole(const Result<Layer> &layer)
{
    return layer && layer->isWhole();
}

// "deflate" means zlib's format (RFC 9110 8.4.1.2), but many send the bare stream. A bare one may begin like zlib.
Result<Layer> undoDeflate(std::string_view input, const DecodeRoom &room)
{
    auto zlib = undo(Format::Zlib, input, room);
    if (isWhole(zlib) || (!zlib && !isBroken(zlib))) {
        return zlib;
    }
    auto raw = undo(Format::RawDeflate, input, room);
    const bool isBetter = isWhole(raw) || (raw && !zlib);
    return isBetter || (!raw && !isBroken(raw)) ? std::move(raw) : std::move(zlib);
}

Result<Layer> undoDeclared(Coding coding, std::string_view input, const DecodeRoom &room)
{
    switch (coding) {
    case Coding::Gzip:
        return undo(Format::Gzip, input, room);
    case Coding::Deflate:
        return undoDeflate(input, room);
    case Coding::Brotli:
        return undo(Format::Brotli, input, room);
    case Coding::Zstd:
        return undo(Format::Zstd, input, room);
    case Coding::Unknown:
        break;
    }
    return failure(ErrorCode::BadEncoding, "unknown");
}

std::optional<Format> formatByFirstBytes(std::string_view input)
{
    if (looksLikeGzip(input)) {
        return Format::Gzip;
    }
    if (looksLikeZstd(input)) {
        return Format::Zstd;
    }
    return looksLikeZlib(input) ? std::optional(Format::Zlib) : std::nullopt;
}

Result<Layer> undoSniffed(std::string_view input, const DecodeRoom &room)
{
    const auto format = formatByFirstBytes(input);
    return format ? undo(*format, input, room) : failure(ErrorCode::BadEncoding, "no known format");
}

bool isMinidump(std::string_view bytes)
{
    return bytes.starts_with("MDMP") || bytes.starts_with("PMDM");
}

void add(std::string &list, std::string_view separator, std::string_view text)
{
    if (!text.empty()) {
        list += list.empty() ? "" : separator;
        list += text;
    }
}

std::string_view nameOf(Coding coding, const DeclaredCodings &declared)
{
    switch (coding) {
    case Coding::Gzip:
        return "gzip";
    case Coding::Deflate:
        return "deflate";
    case Coding::Brotli:
        return "br";
    case Coding::Zstd:
        return "zstd";
    case Coding::Unknown:
        break;
    }
    return declared.unknown;
}

// The layers of one body, taken off from the outside.
class Layers final
{
public:
    Layers(std::shared_ptr<const Body> body, const DecodeRoom &room)
        : m_room(room)
    {
        m_decoded.body = std::move(body);
    }

    [[nodiscard]] std::string_view bytes() const { return m_decoded.bytes(); }
    [[nodiscard]] const std::string &damage() const { return m_decoded.damage; }
    [[nodiscard]] bool isEncoded() const { return !m_decoded.encoding.empty(); }

    // Exactly this one, and whole.
    Result<void> takeOff(Coding coding)
    {
        auto layer = undoDeclared(coding, bytes(), m_room);
        if (layer && !layer->isWhole()) {
            return failure(ErrorCode::BadEncoding, std::move(layer->inflated.damage));
        }
        return keep(std::move(layer));
    }

    // The declared layer, or what the bytes say it really is; none, when they can be read as they are: proxies decode
    // a body and forget to remove the header. `isInnermost` false: none also where nothing can be read, which the next
    // declared layer may.
    Result<void> takeOffOrPass(Coding coding, bool isInnermost)
    {
        auto declared = undoDeclared(coding, bytes(), m_room);
        if (isWhole(declared) || (!declared && !isBroken(declared))) {
            return keep(std::move(declared));
        }
        auto sniffed = undoSniffed(bytes(), m_room);
        if (isWhole(sniffed) || (!sniffed && !isBroken(sniffed))) {
            return keep(std::move(sniffed));
        }
        const bool isNext = !isInnermost && !declared && !sniffed;
        if (isNext || startsLikeText(bytes()) || isMinidump(bytes())) {
            return {};
        }
        const bool isOther = sniffed && (!declared || hasMark(sniffed->format));
        return keep(isOther ? std::move(sniffed) : std::move(declared));
    }

    // What nothing has declared. Bytes that only begin like a known format stay as they are.
    Result<void> takeOffSniffed(Sniff sniff)
    {
        for (std::size_t i = 0; i < limits::sniffedEncodings && !startsLikeJson(bytes()); ++i) {
            auto layer = undoSniffed(bytes(), m_room);
            if (layer || !isBroken(layer)) {
                if (auto kept = keep(std::move(layer)); !kept) {
                    return kept;
                }
                continue;
            }
            const auto format = formatByFirstBytes(bytes());
            if (format && hasMark(*format) && bytes().size() > 2 && (*format != Format::Gzip || bytes()[2] == '\x08')) {
                add(m_decoded.damage, ", ", layer.error().detail);
            }
            const auto found = sniff == Sniff::Compression ? Result<bool>(false) : takeOffBase64();
            if (!found || !*found) {
                return found.map([](bool) {});
            }
        }
        return {};
    }

    void compareWith(const DeclaredCodings &declared)
    {
        std::string said;
        for (auto coding = declared.codings.rbegin(); coding != declared.codings.rend(); ++coding) {
            add(said, "+", nameOf(*coding, declared));
        }
        std::string was = m_decoded.encoding; // "deflate" means both
        for (std::size_t at = was.find("zlib"); at != std::string::npos; at = was.find("zlib")) {
            was.replace(at, 4, "deflate");
        }
        const bool isUsual = declared.codings.empty() && was.starts_with("base64"); // old clients of the store endpoint
        if (said != was && !isUsual) {
            m_decoded.mislabelled = "declared " + (said.empty() ? std::string("nothing") : said) + " but was "
                + (was.empty() ? std::string("not encoded") : m_decoded.encoding);
        }
    }

    DecodeResult take()
    {
        if (bytes().size() > m_room.cap) {
            return fail({ErrorCode::TooLarge, std::to_string(bytes().size()) + " bytes"});
        }
        return std::move(m_decoded);
    }

    DecodeResult fail(Error &&error) { return tl::unexpected(DecodeError{std::move(error), m_decoded.body}); }

private:
    Result<void> keep(Result<Layer> &&layer)
    {
        if (!layer) {
            return tl::unexpected(std::move(layer).error());
        }
        m_decoded.body = std::move(layer->inflated.body);
        add(m_decoded.encoding, "+", nameOf(layer->format));
        add(m_decoded.damage, ", ", layer->inflated.damage);
        return {};
    }

    // Only what has something known in it: any word is base64.
    Result<bool> takeOffBase64()
    {
        constexpr std::size_t glance = 64;
        const std::string front = decodeBase64Front(bytes(), glance).bytes;
        if (!startsLikeJson(front) && !formatByFirstBytes(front)) {
            return false;
        }
        if (bytes().size() / 2 > m_room.cap) { // not worth the work: it gets a quarter shorter
            return failure(ErrorCode::TooLarge, std::to_string(bytes().size()) + " bytes of base64");
        }
        Base64Front whole = decodeBase64Front(bytes(), bytes().size());
        m_decoded.body = bodyOf(std::move(whole.bytes));
        add(m_decoded.encoding, "+", "base64");
        add(m_decoded.damage, ", ", whole.isWhole ? "" : "base64: cut short");
        return true;
    }

    DecodeRoom m_room;
    Decoded m_decoded;
};

} // namespace

DecodeResult decodeBody(const std::shared_ptr<const Body> &body, std::string_view contentEncoding,
                        const DecodeRoom &room, Sniff sniff)
{
    Layers layers(body, room);
    auto declared = parseCodings(contentEncoding);
    if (!declared) {
        return layers.fail(std::move(declared).error());
    }
    if (body->bytes().empty()) {
        return layers.take();
    }
    for (auto coding = declared->codings.rbegin(); coding != declared->codings.rend(); ++coding) {
        if (*coding == Coding::Unknown && sniff != Sniff::Nothing) {
            continue;
        }
        const bool isInnermost = std::next(coding) == declared->codings.rend();
        auto done = sniff == Sniff::Nothing ? layers.takeOff(*coding) : layers.takeOffOrPass(*coding, isInnermost);
        if (!done) {
            return layers.fail(std::move(done).error());
        }
    }
    if (sniff != Sniff::Nothing) {
        if (auto done = layers.takeOffSniffed(sniff); !done) {
            return layers.fail(std::move(done).error());
        }
    }
    const bool isReadable = layers.isEncoded() || startsLikeJson(layers.bytes()) || isMinidump(layers.bytes());
    if (!declared->unknown.empty() && !isReadable) {
        return layers.fail({ErrorCode::UnsupportedEncoding, std::move(declared->unknown)});
    }
    if (sniff == Sniff::Json && !layers.bytes().empty() && !startsLikeJson(layers.bytes())) {
        return layers.fail(
            {ErrorCode::BadEncoding, layers.damage().empty() ? "neither JSON nor base64" : layers.damage()});
    }
    layers.compareWith(*declared);
    return layers.take();
}

DecodeResult decodeStoreText(const std::shared_ptr<const Body> &text, const DecodeRoom &room)
{
    return decodeBody(text, {}, room, Sniff::Json);
}

} // namespace picket::http
