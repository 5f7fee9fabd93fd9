// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/compression.h"

#include <zstd.h>

#include <algorithm>
#include <memory>

namespace picket::store {

namespace {

constexpr int level = 1;

struct FreeCompressor {
    void operator()(ZSTD_CCtx *context) const { ZSTD_freeCCtx(context); }
};
struct FreeDecompressor {
    void operator()(ZSTD_DCtx *context) const { ZSTD_freeDCtx(context); }
};

// Without a size in its header, or with one that lies, the stream itself tells how long it is.
Result<std::string> decompressStream(ZSTD_DCtx *context, std::string_view compressed, std::size_t cap)
{
    std::string bytes;
    ZSTD_inBuffer in{compressed.data(), compressed.size(), 0};
    std::size_t left = 1;
    while (in.pos < in.size || left != 0) {
        const std::size_t have = bytes.size();
        if (have > cap) {
            return failure(ErrorCode::TooLarge);
        }
        bytes.resize(have + std::min(ZSTD_DStreamOutSize(), cap + 1 - have));
        ZSTD_outBuffer out{bytes.data() + have, bytes.size() - have, 0};
        const std::size_t before = in.pos;
        left = ZSTD_decompressStream(context, &out, &in);
        bytes.resize(have + out.pos);
        if (ZSTD_isError(left)) {
            return failure(ErrorCode::Corrupt, ZSTD_getErrorName(left));
        }
        if (out.pos == 0 && in.pos == before && left != 0) {
            return failure(ErrorCode::Corrupt, "ends early");
        }
    }
    if (bytes.size() > cap) {
        return failure(ErrorCode::TooLarge);
    }
    return bytes;
}

} // namespace

std::string compress(std::string_view bytes)
{
    // A context costs more to make than 10 kB to compress, and serves one thread.
    thread_local const std::unique_ptr<ZSTD_CCtx, FreeCompressor> context(ZSTD_createCCtx());
    // What is not written to costs nothing: the bound is as long as the input.
    const std::size_t bound = ZSTD_compressBound(bytes.size());
    const auto room = std::make_unique_for_overwrite<char[]>(bound);
    const std::size_t size = ZSTD_compressCCtx(context.get(), room.get(), bound, bytes.data(), bytes.size(), level);
    // With so much room there is nothing that can fail.
    return ZSTD_isError(size) ? std::string() : std::string(room.get(), size);
}

Result<std::string> decompress(std::string_view compressed, std::size_t cap)
{
    const unsigned long long size = ZSTD_getFrameContentSize(compressed.data(), compressed.size());
    if (size == ZSTD_CONTENTSIZE_ERROR) {
        return failure(ErrorCode::Corrupt, "no zstd frame");
    }
    const std::unique_ptr<ZSTD_DCtx, FreeDecompressor> context(ZSTD_createDCtx());
    return decompressStream(context.get(), compressed, cap);
}

} // namespace picket::store
