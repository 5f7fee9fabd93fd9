// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/text.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace picket::formats {

// Fixed-size numbers out of a span of bytes. Every access is checked: what lies outside reads as 0, and a part that
// does not fit is empty, so check size() where the difference matters. Cheap to copy; any thread.
class ByteView final
{
public:
    ByteView() = default;
    explicit ByteView(std::string_view bytes, ByteOrder order = ByteOrder::Little)
        : m_bytes(bytes)
        , m_order(order)
    {
    }

    [[nodiscard]] std::size_t size() const { return m_bytes.size(); }
    [[nodiscard]] bool isEmpty() const { return m_bytes.empty(); }
    [[nodiscard]] std::string_view bytes() const { return m_bytes; }
    [[nodiscard]] ByteOrder order() const { return m_order; }

    // Empty unless all of it lies inside.
    [[nodiscard]] ByteView part(std::uint64_t offset, std::uint64_t size) const
    {
        if (offset > m_bytes.size() || size > m_bytes.size() - offset) {
            return ByteView({}, m_order);
        }
        return ByteView(m_bytes.substr(static_cast<std::size_t>(offset), static_cast<std::size_t>(size)), m_order);
    }
    // Everything from there on.
    [[nodiscard]] ByteView from(std::uint64_t offset) const
    {
        return offset > m_bytes.size() ? ByteView({}, m_order) : part(offset, m_bytes.size() - offset);
    }

    [[nodiscard]] std::uint8_t u8(std::size_t at) const { return static_cast<std::uint8_t>(number(at, 1)); }
    [[nodiscard]] std::uint16_t u16(std::size_t at) const { return static_cast<std::uint16_t>(number(at, 2)); }
    [[nodiscard]] std::uint32_t u32(std::size_t at) const { return static_cast<std::uint32_t>(number(at, 4)); }
    [[nodiscard]] std::uint64_t u64(std::size_t at) const { return number(at, 8); }

private:
    [[nodiscard]] std::uint64_t number(std::size_t at, std::size_t size) const
    {
        const ByteView field = part(at, size);
        std::uint64_t value = 0;
        for (std::size_t i = 0; i < field.size(); ++i) {
            const std::size_t index = m_order == ByteOrder::Little ? size - 1 - i : i;
            value = value << 8 | static_cast<std::uint8_t>(field.m_bytes[index]);
        }
        return value;
    }

    std::string_view m_bytes;
    ByteOrder m_order = ByteOrder::Little;
};

} // namespace picket::formats
