// SPDX-License-Identifier: GPL-3.0-or-later
// Small lists inside one column: unsigned LEB128 integers and length-prefixed strings, one after the other. Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace picket::store {

void packInteger(std::string &to, std::uint64_t value);
void packString(std::string &to, std::string_view value);
[[nodiscard]] std::string packIds(const std::vector<std::int64_t> &ids);

// Takes values off the front; after damage every further value is nullopt.
class Unpacker final
{
public:
    explicit Unpacker(std::string_view bytes)
        : m_bytes(bytes)
    {
    }
    [[nodiscard]] bool atEnd() const { return m_bytes.empty(); }
    [[nodiscard]] std::optional<std::uint64_t> integer();
    [[nodiscard]] std::optional<std::string> string();

private:
    std::string_view m_bytes;
};

// What packIds() made; ends where the bytes are damaged.
[[nodiscard]] std::vector<std::int64_t> unpackIds(std::string_view bytes);

} // namespace picket::store
