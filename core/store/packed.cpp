// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/packed.h"

namespace picket::store {

void packInteger(std::string &to, std::uint64_t value)
{
    while (value >= 0x80) {
        to.push_back(static_cast<char>(static_cast<unsigned char>((value & 0x7f) | 0x80)));
        value >>= 7;
    }
    to.push_back(static_cast<char>(static_cast<unsigned char>(value)));
}

void packString(std::string &to, std::string_view value)
{
    packInteger(to, value.size());
    to.append(value);
}

std::string packIds(const std::vector<std::int64_t> &ids)
{
    std::string packed;
    for (const std::int64_t id : ids) {
        packInteger(packed, static_cast<std::uint64_t>(id));
    }
    return packed;
}

std::optional<std::uint64_t> Unpacker::integer()
{
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64 && !m_bytes.empty(); shift += 7) {
        const auto byte = static_cast<unsigned char>(m_bytes.front());
        m_bytes.remove_prefix(1);
        value |= static_cast<std::uint64_t>(byte & 0x7f) << shift;
        if ((byte & 0x80) == 0) {
            return value;
        }
    }
    m_bytes = {};
    return std::nullopt;
}

std::optional<std::string> Unpacker::string()
{
    const auto size = integer();
    if (!size || *size > m_bytes.size()) {
        m_bytes = {};
        return std::nullopt;
    }
    std::string value(m_bytes.substr(0, static_cast<std::size_t>(*size)));
    m_bytes.remove_prefix(static_cast<std::size_t>(*size));
    return value;
}

std::vector<std::int64_t> unpackIds(std::string_view bytes)
{
    std::vector<std::int64_t> ids;
    Unpacker unpacker(bytes);
    while (!unpacker.atEnd()) {
        if (const auto id = unpacker.integer()) {
            ids.push_back(static_cast<std::int64_t>(*id));
        }
    }
    return ids;
}

} // namespace picket::store
