// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

namespace picket::http {

// Where a decompressor writes: piece by piece, never beyond `cap`, and never reserving more than that.
class CappedOutput final
{
public:
    explicit CappedOutput(std::size_t cap)
        : m_cap(cap)
    {
    }

    // The decompressor's window of this round.
    [[nodiscard]] char *piece() { return m_piece.data(); }
    [[nodiscard]] std::size_t pieceSize() const { return m_piece.size(); }

    // Keeps the first `count` bytes of the piece; false when the cap is reached.
    [[nodiscard]] bool keep(std::size_t count)
    {
        const std::size_t needed = m_bytes.size() + count;
        if (needed > m_cap) {
            return false;
        }
        if (needed > m_bytes.capacity()) {
            m_bytes.reserve(std::min(m_cap, std::max(needed, 2 * m_bytes.capacity())));
        }
        m_bytes.append(m_piece.data(), count);
        return true;
    }

    [[nodiscard]] std::string take() { return std::move(m_bytes); }
    [[nodiscard]] tl::unexpected<Error> tooLarge() const
    {
        return failure(ErrorCode::TooLarge, "more than " + std::to_string(m_cap) + " bytes when decoded");
    }

private:
    std::size_t m_cap;
    std::string m_bytes;
    std::array<char, 16384> m_piece;
};

} // namespace picket::http
