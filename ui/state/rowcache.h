// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <list>
#include <unordered_map>
#include <vector>

namespace picket::ui {

// GUI thread only. The rows shown lately, least recently used ones leave first. A Row has its `id`, of type Id.
template <class Id, class Row> class RowCache final
{
public:
    explicit RowCache(std::size_t capacity)
        : m_capacity(capacity)
    {
    }

    // Null when it is not here; otherwise it counts as used now.
    [[nodiscard]] const Row *find(Id id)
    {
        const auto place = m_places.find(id);
        if (place == m_places.end()) {
            return nullptr;
        }
        m_rows.splice(m_rows.begin(), m_rows, place->second);
        return &m_rows.front();
    }

    [[nodiscard]] bool contains(Id id) const { return m_places.count(id) > 0; }

    void put(Row row)
    {
        if (const auto place = m_places.find(row.id); place != m_places.end()) {
            *place->second = std::move(row);
            return;
        }
        m_rows.push_front(std::move(row));
        m_places.emplace(m_rows.front().id, m_rows.begin());
        while (m_rows.size() > m_capacity) {
            m_places.erase(m_rows.back().id);
            m_rows.pop_back();
        }
    }

    void clear()
    {
        m_places.clear();
        m_rows.clear();
    }

private:
    using Rows = std::list<Row>; // the one used last comes first
    std::size_t m_capacity;
    Rows m_rows;
    std::unordered_map<Id, typename Rows::iterator> m_places;
};

} // namespace picket::ui
