// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

namespace picket::http {

// Where a decompressor writes: piece by piece, never beyond `cap`. What is longer than `kept` is only measured.
class CappedOutput final
{
public:
    CappedOutput(std::size_t cap, std::size_t kept)
        : m_cap(cap)
        , m_kept(std::min(cap, kept))
    {
    }

    // The decompressor's window of this round.
    [[nodiscard]] char *piece() { return m_piece.data(); }
    [[nodiscard]] std::size_t pieceSize() const { return m_piece.size(); }

    // Takes the first `count` bytes of the piece; false when the cap is reached.
    [[nodiscard]] bool keep(std::size_t count)
    {
        m_size += count;
        if (m_size > m_cap) {
            return false;
        }
        if (m_size > m_kept) {
            m_bytes = std::string();
            return true;
        }
        if (m_size > m_bytes.capacity()) {
            m_bytes.reserve(std::min(m_kept, std::max(m_size, 2 * m_bytes.capacity())));
        }
        m_bytes.append(m_piece.data(), count);
        return true;
    }

    void reserve(std::size_t size) { m_bytes.reserve(size); }
    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] bool isWhole() const { return m_size <= m_kept; }
    [[nodiscard]] std::string take() { return std::move(m_bytes); }
    [[nodiscard]] tl::unexpected<Error> tooLarge() const
    {
        return failure(ErrorCode::TooLarge, "more than " + std::to_string(m_cap) + " bytes when decoded");
    }

private:
    std::size_t m_cap;
    std::size_t m_kept;
    std::size_t m_size = 0;
    std::string m_bytes;
    std::array<char, 16384> m_piece;
};

} // namespace picket::http
