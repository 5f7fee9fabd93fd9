// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/changeaccumulator.h"

#include <utility>

namespace picket::ingest {

bool ChangeAccumulator::add(const store::ChangeSet &changes)
{
    const std::lock_guard lock(m_mutex);
    m_merged.merge(changes);
    return !std::exchange(m_pending, true);
}

store::ChangeSet ChangeAccumulator::take()
{
    const std::lock_guard lock(m_mutex);
    m_pending = false;
    return std::exchange(m_merged, {});
}

} // namespace picket::ingest
