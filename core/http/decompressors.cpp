// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/decompressors.h"

#include "core/base/limits.h"
#include "core/http/cappedoutput.h"

#include <brotli/decode.h>
#include <zlib.h>
#include <zstd.h>

#include <limits>
#include <memory>

namespace picket::http {

namespace {

int windowBits(ZlibFormat format)
{
    switch (format) {
    case ZlibFormat::Gzip:
        return MAX_WBITS + 16;
    case ZlibFormat::Zlib:
        return MAX_WBITS;
    case ZlibFormat::RawDeflate:
        break;
    }
    return -MAX_WBITS;
}

tl::unexpected<Error> broken(const char *format, const char *why)
{
    return failure(ErrorCode::BadEncoding, std::string(format) + ": " + (why ? why : "broken stream"));
}

// Padding that some writers leave behind the last member.
bool isZeroes(std::string_view bytes)
{
    return bytes.find_first_not_of('\0') == std::string_view::npos;
}

class InflateStream final
{
public:
    explicit InflateStream(ZlibFormat format)
        : m_isValid(inflateInit2(&m_stream, windowBits(format)) == Z_OK)
    {
    }
    InflateStream(const InflateStream &) = delete;
    InflateStream &operator=(const InflateStream &) = delete;
    ~InflateStream()
    {
        if (m_isValid) {
            inflateEnd(&m_stream);
        }
    }

    [[nodiscard]] bool isValid() const { return m_isValid; }
    z_stream *operator->() { return &m_stream; }
    z_stream *get() { return &m_stream; }

private:
    z_stream m_stream{};
    bool m_isValid;
};

Result<void> inflateInto(CappedOutput &output, std::string_view input, ZlibFormat format)
{
    InflateStream stream(format);
    if (!stream.isValid()) {
        return failure(ErrorCode::Internal, "zlib has no memory");
    }
    if (input.size() > std::numeric_limits<uInt>::max()) {
        return failure(ErrorCode::TooLarge, "zlib input");
    }
    stream->next_in = reinterpret_cast<Bytef *>(const_cast<char *>(input.data())); // zlib only reads
    stream->avail_in = static_cast<uInt>(input.size());
    for (;;) {
        stream->next_out = reinterpret_cast<Bytef *>(output.piece());
        stream->avail_out = static_cast<uInt>(output.pieceSize());
        const int status = inflate(stream.get(), Z_NO_FLUSH);
        if (!output.keep(output.pieceSize() - stream->avail_out)) {
            return output.fault();
        }
        if (status == Z_STREAM_END) {
            const std::string_view rest = input.substr(input.size() - stream->avail_in);
            if (isZeroes(rest)) {
                return {};
            }
            if (format != ZlibFormat::Gzip || !looksLikeGzip(rest)) {
                return broken("zlib", "bytes behind the end");
            }
            inflateReset(stream.get()); // the next member
        } else if (status != Z_OK) {
            return broken("zlib", status == Z_BUF_ERROR ? "cut short" : stream->msg);
        }
    }
}

Result<void> brotliDecodeInto(CappedOutput &output, std::string_view input)
{
    const std::unique_ptr<BrotliDecoderState, decltype(&BrotliDecoderDestroyInstance)> state(
        BrotliDecoderCreateInstance(nullptr, nullptr, nullptr), &BrotliDecoderDestroyInstance);
    if (!state) {
        return failure(ErrorCode::Internal, "brotli has no memory");
    }
    const auto *next = reinterpret_cast<const std::uint8_t *>(input.data());
    std::size_t available = input.size();
    for (;;) {
        auto *out = reinterpret_cast<std::uint8_t *>(output.piece());
        std::size_t room = output.pieceSize();
        const BrotliDecoderResult result =
            BrotliDecoderDecompressStream(state.get(), &available, &next, &room, &out, nullptr);
        if (!output.keep(output.pieceSize() - room)) {
            return output.fault();
        }
        if (result == BROTLI_DECODER_RESULT_SUCCESS) {
            if (available > 0) {
                return broken("brotli", "bytes behind the end");
            }
            return {};
        }
        if (result == BROTLI_DECODER_RESULT_NEEDS_MORE_INPUT) {
            return broken("brotli", "cut short");
        }
        if (result == BROTLI_DECODER_RESULT_ERROR) {
            return broken("brotli", BrotliDecoderErrorString(BrotliDecoderGetErrorCode(state.get())));
        }
    }
}

Result<void> zstdDecodeInto(CappedOutput &output, std::string_view input)
{
    const std::unique_ptr<ZSTD_DCtx, decltype(&ZSTD_freeDCtx)> context(ZSTD_createDCtx(), &ZSTD_freeDCtx);
    if (!context) {
        return failure(ErrorCode::Internal, "zstd has no memory");
    }
    ZSTD_inBuffer in{input.data(), input.size(), 0};
    for (;;) {
        ZSTD_outBuffer out{output.piece(), output.pieceSize(), 0};
        // Several frames follow each other without our help; 0 says that one has ended and is flushed.
        const std::size_t status = ZSTD_decompressStream(context.get(), &out, &in);
        if (ZSTD_isError(status)) {
            return broken("zstd", ZSTD_getErrorName(status));
        }
        if (!output.keep(out.pos)) {
            return output.fault();
        }
        if (in.pos < in.size || (status != 0 && out.pos == out.size)) {
            continue;
        }
        if (status != 0) {
            return broken("zstd", "cut short");
        }
        return {};
    }
}

// A long body is measured before room is made for it: a bomb takes neither memory nor disk.
template <class Decode> Result<std::shared_ptr<const Body>> decodeAll(const DecodeRoom &room, Decode decode)
{
    CappedOutput measured(room.cap, limits::bodySpoolAbove, {}, limits::bodySpoolAbove);
    if (auto done = decode(measured); !done) {
        return tl::unexpected(std::move(done).error());
    }
    if (measured.isWhole()) {
        return measured.take();
    }
    CappedOutput whole(room.cap, room.cap, room.spoolFolder, room.spoolFolder.empty() ? room.cap : 0, room.spoolFloor);
    if (auto done = decode(whole); !done) {
        return tl::unexpected(std::move(done).error());
    }
    return whole.take();
}

} // namespace

Result<std::shared_ptr<const Body>> inflateAll(std::string_view input, ZlibFormat format, const DecodeRoom &room)
{
    return decodeAll(room, [&](CappedOutput &output) { return inflateInto(output, input, format); });
}

Result<std::shared_ptr<const Body>> brotliDecodeAll(std::string_view input, const DecodeRoom &room)
{
    return decodeAll(room, [&](CappedOutput &output) { return brotliDecodeInto(output, input); });
}

Result<std::shared_ptr<const Body>> zstdDecodeAll(std::string_view input, const DecodeRoom &room)
{
    return decodeAll(room, [&](CappedOutput &output) { return zstdDecodeInto(output, input); });
}

bool looksLikeGzip(std::string_view bytes)
{
    return bytes.starts_with("\x1f\x8b");
}

bool looksLikeZlib(std::string_view bytes)
{
    if (bytes.size() < 2 || bytes[0] != '\x78') {
        return false;
    }
    const auto second = static_cast<unsigned char>(bytes[1]);
    return second == 0x01 || second == 0x5e || second == 0x9c || second == 0xda;
}

bool looksLikeZstd(std::string_view bytes)
{
    return bytes.starts_with("\x28\xb5\x2f\xfd");
}

} // namespace picket::http
