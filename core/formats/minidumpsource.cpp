// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/minidumpsource.h"

#include <algorithm>

namespace picket::formats {

namespace {

constexpr std::size_t countSize = 4;

} // namespace

void MinidumpSource::addStream(std::uint32_t type, std::uint32_t size, std::uint32_t offset)
{
    const ByteView stream = m_file.part(offset, size);
    if (stream.size() != size) {
        warn("stream_outside");
    } else if (!m_streams.try_emplace(type, stream).second) {
        warn("stream_twice");
    }
}

ByteView MinidumpSource::stream(MinidumpStream type) const
{
    const auto it = m_streams.find(static_cast<std::uint32_t>(type));
    return it != m_streams.end() ? it->second : ByteView({}, m_file.order());
}

ByteView MinidumpSource::located(const ByteView &structure, std::size_t at) const
{
    return m_file.part(structure.u32(at + 4), structure.u32(at));
}

std::string MinidumpSource::utf16(std::uint64_t offset)
{
    if (offset == 0) {
        return {};
    }
    const ByteView rest = m_file.from(offset);
    return utf8FromUtf16(withinBudget(rest.part(countSize, rest.u32(0)).bytes()), m_file.order());
}

std::string MinidumpSource::utf8(std::uint64_t offset)
{
    if (offset == 0) {
        return {};
    }
    const ByteView rest = m_file.from(offset);
    return repairedUtf8(withinBudget(rest.part(countSize, rest.u32(0)).bytes()));
}

std::string MinidumpSource::text(std::string_view bytes)
{
    return repairedUtf8(withinBudget(bytes.substr(0, bytes.find('\0'))));
}

void MinidumpSource::warn(std::string_view code)
{
    if (std::find(m_warnings.begin(), m_warnings.end(), code) == m_warnings.end()) {
        m_warnings.emplace_back(code);
    }
}

std::string_view MinidumpSource::withinBudget(std::string_view bytes)
{
    if (bytes.size() > m_textLeft) {
        warn("text_over_limit");
        bytes = bytes.substr(0, m_textLeft);
    }
    m_textLeft -= bytes.size();
    return bytes;
}

MinidumpList::MinidumpList(const ByteView &stream, std::size_t itemSize, std::size_t limit)
    : m_itemSize(itemSize)
{
    const std::uint64_t claimed = stream.u32(0);
    const bool isPadded = stream.size() == 2 * countSize + claimed * itemSize;
    m_items = stream.from(isPadded ? 2 * countSize : countSize);
    const std::uint64_t fitting = std::min<std::uint64_t>(claimed, m_items.size() / itemSize);
    m_size = static_cast<std::size_t>(std::min<std::uint64_t>(fitting, limit));
    m_isCut = m_size < claimed;
}

} // namespace picket::formats
