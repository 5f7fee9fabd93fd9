// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/rows.h"

#include <list>
#include <unordered_map>

namespace picket::ui {

// GUI thread only. The issue rows shown lately, least recently used ones leave first.
class IssueCache final
{
public:
    explicit IssueCache(std::size_t capacity)
        : m_capacity(capacity)
    {
    }

    // Null when it is not here; otherwise it counts as used now.
    [[nodiscard]] const model::IssueRow *find(IssueId id);
    [[nodiscard]] bool contains(IssueId id) const { return m_places.count(id) > 0; }
    void put(model::IssueRow row);
    void remove(IssueId id);
    // Forgets all rows but the `count` used last.
    void trim(std::size_t count);

    // The ids used last, at most `most`: roughly, the rows on screen.
    [[nodiscard]] std::vector<IssueId> recent(std::size_t most) const;

private:
    using Rows = std::list<model::IssueRow>; // the one used last comes first
    std::size_t m_capacity;
    Rows m_rows;
    std::unordered_map<IssueId, Rows::iterator> m_places;
};

} // namespace picket::ui
