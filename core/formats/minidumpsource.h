// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/limits.h"
#include "core/formats/byteview.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace picket::formats {

// The streams that are read.
enum class MinidumpStream : std::uint32_t {
    Threads = 3,
    Modules = 4,
    Exception = 6,
    System = 7,
    MiscInfo = 15,
    ThreadNames = 24,
    LinuxLsbRelease = 0x47670005,
    LinuxCommandLine = 0x47670006,
    Crashpad = 0x43500001,
};

// The bytes of a minidump with its directory. Any one thread at a time.
// Texts share one budget, as any number of names may point at one and the same long text.
class MinidumpSource final
{
public:
    explicit MinidumpSource(ByteView file)
        : m_file(file)
    {
    }

    // The first stream of a type counts.
    void addStream(std::uint32_t type, std::uint32_t size, std::uint32_t offset);

    // Empty if there is none.
    [[nodiscard]] ByteView stream(MinidumpStream type) const;
    [[nodiscard]] const ByteView &file() const { return m_file; }
    // A {size, offset} pair, as most structures refer to others.
    [[nodiscard]] ByteView located(const ByteView &structure, std::size_t at) const;
    // MINIDUMP_STRING: UTF-16 with its length in bytes in front. Offset 0 is no text.
    [[nodiscard]] std::string utf16(std::uint64_t offset);
    // Crashpad's strings and byte arrays: UTF-8 with its length in front.
    [[nodiscard]] std::string utf8(std::uint64_t offset);
    // Text that ends at its first NUL, or with its bytes.
    [[nodiscard]] std::string text(std::string_view bytes);

    void warn(std::string_view code);
    [[nodiscard]] std::vector<std::string> takeWarnings() { return std::move(m_warnings); }

private:
    // As much as the budget still allows.
    std::string_view withinBudget(std::string_view bytes);

    ByteView m_file;
    std::map<std::uint32_t, ByteView> m_streams;
    std::size_t m_textLeft = limits::minidumpText;
    std::vector<std::string> m_warnings;
};

// The items of a list that counts them in front: no more than fit into it, at most `limit`.
class MinidumpList final
{
public:
    // Some writers put four bytes of padding between the count and the first item.
    MinidumpList(const ByteView &stream, std::size_t itemSize, std::size_t limit);

    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] ByteView operator[](std::size_t index) const
    {
        return m_items.part(static_cast<std::uint64_t>(index) * m_itemSize, m_itemSize);
    }
    [[nodiscard]] bool isCut() const { return m_isCut; } // it claims more

private:
    ByteView m_items;
    std::size_t m_itemSize;
    std::size_t m_size = 0;
    bool m_isCut = false;
};

} // namespace picket::formats
