// SPDX-License-Identifier: GPL-3.0-or-later
// The first byte chooses what is declared, the rest is the body. Nothing may exceed the cap.
#include "core/http/bodybuffer.h"
#include "core/http/contentdecoder.h"

#include <array>
#include <cstdint>
#include <cstdlib>
#include <string>

using namespace picket::http;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    constexpr std::size_t cap = 1 << 20;
    constexpr std::array<std::string_view, 8> declarations{
        "", "gzip", "deflate", "br", "zstd", "gzip, br", "deflate, zstd, gzip", "identity, UTF-8"};
    if (size == 0)
        return 0;
    const char *body = reinterpret_cast<const char *>(data) + 1;
    const auto decoded =
        decodeBody(bodyOf(std::string(body, size - 1)), declarations[data[0] % declarations.size()], {cap});
    const auto text = decodeStoreText(bodyOf(std::string(body, size - 1)), {cap});
    if ((decoded && decoded->bytes().size() > cap) || (text && text->bytes().size() > cap))
        std::abort();
    return 0;
}
