// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <unordered_map>

namespace picket::store {

// One thread. What the writer remembers so as not to ask the database. It holds at most `capacity` entries and starts
// afresh when it is full: an order of use would cost every hit, and refilling costs one question per live entry.
template <class Key, class Value, class Hash = std::hash<Key>> class BoundedCache final
{
public:
    explicit BoundedCache(std::size_t capacity)
        : m_capacity(capacity)
    {
    }

    // Valid until the next put() or clear().
    template <class Lookup> [[nodiscard]] const Value *find(const Lookup &key) const
    {
        const auto found = m_entries.find(key);
        return found == m_entries.end() ? nullptr : &found->second;
    }
    void put(Key key, Value value)
    {
        if (m_entries.size() >= m_capacity) {
            m_entries.clear();
        }
        m_entries.insert_or_assign(std::move(key), std::move(value));
    }
    void clear() { m_entries.clear(); }

private:
    std::size_t m_capacity;
    std::unordered_map<Key, Value, Hash, std::equal_to<>> m_entries;
};

} // namespace picket::store
