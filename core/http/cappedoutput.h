// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/http/bodybuffer.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>

namespace picket::http {

// Where a decompressor writes: piece by piece, never beyond `cap`. What is longer than `kept` is only measured; of what
// is kept, all above `inMemory` is spooled.
class CappedOutput final
{
public:
    CappedOutput(std::size_t cap, std::size_t kept, std::string_view spoolFolder, std::size_t inMemory,
                 std::uint64_t spoolFloor = 0)
        : m_cap(cap)
        , m_kept(kept)
        , m_bytes(std::string(spoolFolder), spoolFloor)
    {
        m_bytes.begin({}, inMemory);
    }

    // The decompressor's window of this round.
    [[nodiscard]] char *piece() { return m_piece.data(); }
    [[nodiscard]] std::size_t pieceSize() const { return m_piece.size(); }

    // Takes the first `count` bytes of the piece; false when the cap is reached or the disk takes no more.
    [[nodiscard]] bool keep(std::size_t count)
    {
        m_size += count;
        if (m_size > m_cap) {
            return false;
        }
        if (m_size > m_kept) {
            m_bytes.clear();
            return true;
        }
        return m_bytes.append({m_piece.data(), count});
    }

    [[nodiscard]] bool isEmpty() const { return m_size == 0; }
    [[nodiscard]] bool isWhole() const { return m_size <= m_kept; }
    [[nodiscard]] Result<std::shared_ptr<const Body>> take() { return m_bytes.finish(); }
    // Why keep() failed.
    [[nodiscard]] tl::unexpected<Error> fault() const
    {
        if (m_size > m_cap) {
            return failure(ErrorCode::TooLarge, "more than " + std::to_string(m_cap) + " bytes when decoded");
        }
        return tl::unexpected(m_bytes.fault());
    }

private:
    std::size_t m_cap;
    std::size_t m_kept;
    std::size_t m_size = 0;
    BodyBuffer m_bytes;
    std::array<char, 16384> m_piece;
};

} // namespace picket::http
