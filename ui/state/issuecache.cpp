// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/issuecache.h"

namespace picket::ui {

const model::IssueRow *IssueCache::find(IssueId id)
{
    const auto place = m_places.find(id);
    if (place == m_places.end()) {
        return nullptr;
    }
    m_rows.splice(m_rows.begin(), m_rows, place->second);
    return &m_rows.front();
}

void IssueCache::put(model::IssueRow row)
{
    if (const auto place = m_places.find(row.id); place != m_places.end()) {
        *place->second = std::move(row);
        return;
    }
    m_rows.push_front(std::move(row));
    m_places.emplace(m_rows.front().id, m_rows.begin());
    trim(m_capacity);
}

void IssueCache::remove(IssueId id)
{
    if (const auto place = m_places.find(id); place != m_places.end()) {
        m_rows.erase(place->second);
        m_places.erase(place);
    }
}

void IssueCache::trim(std::size_t count)
{
    while (m_rows.size() > count) {
        m_places.erase(m_rows.back().id);
        m_rows.pop_back();
    }
}

std::vector<IssueId> IssueCache::recent(std::size_t most) const
{
    std::vector<IssueId> ids;
    for (const model::IssueRow &row : m_rows) {
        if (ids.size() == most) {
            break;
        }
        ids.push_back(row.id);
    }
    return ids;
}

} // namespace picket::ui
