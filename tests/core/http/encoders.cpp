// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/http/encoders.h"

#include <brotli/encode.h>
#include <zlib.h>
#include <zstd.h>

namespace picket::http::test {

namespace {

QByteArray deflated(const QByteArray &bytes, int windowBits)
{
    z_stream stream{};
    deflateInit2(&stream, 9, Z_DEFLATED, windowBits, 9, Z_DEFAULT_STRATEGY);
    QByteArray out(static_cast<qsizetype>(deflateBound(&stream, static_cast<uLong>(bytes.size()))) + 64,
                   Qt::Uninitialized);
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef *>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    deflate(&stream, Z_FINISH);
    out.resize(static_cast<qsizetype>(stream.total_out));
    deflateEnd(&stream);
    return out;
}

} // namespace

QByteArray gzipped(const QByteArray &bytes)
{
    return deflated(bytes, MAX_WBITS + 16);
}

QByteArray zlibbed(const QByteArray &bytes)
{
    return deflated(bytes, MAX_WBITS);
}

QByteArray rawDeflated(const QByteArray &bytes)
{
    return deflated(bytes, -MAX_WBITS);
}

QByteArray brotlied(const QByteArray &bytes)
{
    std::size_t size = BrotliEncoderMaxCompressedSize(static_cast<std::size_t>(bytes.size())) + 1024;
    QByteArray out(static_cast<qsizetype>(size), Qt::Uninitialized);
    BrotliEncoderCompress(5, BROTLI_MAX_WINDOW_BITS, BROTLI_MODE_GENERIC, static_cast<std::size_t>(bytes.size()),
                          reinterpret_cast<const std::uint8_t *>(bytes.data()), &size,
                          reinterpret_cast<std::uint8_t *>(out.data()));
    out.resize(static_cast<qsizetype>(size));
    return out;
}

QByteArray zstded(const QByteArray &bytes)
{
    ZSTD_CCtx *context = ZSTD_createCCtx();
    ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1);
    QByteArray out(static_cast<qsizetype>(ZSTD_compressBound(static_cast<std::size_t>(bytes.size()))),
                   Qt::Uninitialized);
    const std::size_t size = ZSTD_compress2(context, out.data(), static_cast<std::size_t>(out.size()), bytes.data(),
                                            static_cast<std::size_t>(bytes.size()));
    ZSTD_freeCCtx(context);
    out.resize(static_cast<qsizetype>(size));
    return out;
}

} // namespace picket::http::test
