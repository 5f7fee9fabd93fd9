// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the members of an object into an array in one pass. A search per attribute would be attributes times members,
// and events have many of both.
#pragma once

#include "core/protocol/json.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace picket::protocol {

// The names of an enum's values, in its order, hashed at compile time.
template <std::size_t N> class KeyTable final
{
public:
    static constexpr std::size_t none = N;

    constexpr explicit KeyTable(const std::array<std::string_view, N> &names)
        : m_names(names)
    {
        m_slots.fill(static_cast<std::uint8_t>(none));
        for (std::size_t i = 0; i < N; ++i) {
            std::size_t slot = hash(names[i]);
            while (m_slots[slot] != none) {
                slot = (slot + 1) % slotCount;
            }
            m_slots[slot] = static_cast<std::uint8_t>(i);
        }
    }

    [[nodiscard]] constexpr std::string_view name(std::size_t index) const { return m_names[index]; }
    // Index of the name, or `none`.
    [[nodiscard]] constexpr std::size_t find(std::string_view name) const
    {
        for (std::size_t slot = hash(name); m_slots[slot] != none; slot = (slot + 1) % slotCount) {
            if (m_names[m_slots[slot]] == name) {
                return m_slots[slot];
            }
        }
        return none;
    }

private:
    static_assert(N < 128);
    static constexpr std::size_t slotCount = 256;

    static constexpr std::size_t hash(std::string_view name)
    {
        if (name.empty()) {
            return 0;
        }
        const auto at = [name](std::size_t i) {
            return static_cast<std::size_t>(static_cast<std::uint8_t>(name[i]));
        };
        return (name.size() * 5 + at(0) * 11 + at(name.size() / 2) * 29 + at(name.size() - 1) * 3) % slotCount;
    }

    std::array<std::string_view, N> m_names;
    std::array<std::uint8_t, slotCount> m_slots{};
};

template <std::size_t N> KeyTable(const std::array<std::string_view, N> &) -> KeyTable<N>;

// The known members of one object by their enum value; the last one wins when a key repeats.
template <class Key, std::size_t N> class Fields final
{
public:
    Fields(const JsonNode &object, const KeyTable<N> &table)
    {
        if (!object.isObject()) {
            return;
        }
        for (const JsonMember &member : object.members) {
            if (const std::size_t index = table.find(member.key); index != KeyTable<N>::none) {
                m_nodes[index] = member.value;
            }
        }
    }

    [[nodiscard]] const JsonNode &operator[](Key key) const { return m_nodes[static_cast<std::size_t>(key)]; }
    // `key`, or `alias` when that is absent or null.
    [[nodiscard]] const JsonNode &either(Key key, Key alias) const
    {
        return (*this)[key].isNothing() ? (*this)[alias] : (*this)[key];
    }

private:
    std::array<JsonNode, N> m_nodes{};
};

} // namespace picket::protocol
