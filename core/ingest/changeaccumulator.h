// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/delivery.h"

#include <mutex>

namespace picket::ingest {

// Any thread. Merges what transactions changed until somebody asks, so that a window that is slow or paused costs no
// queue: the merged set is bounded by the number of issues.
class ChangeAccumulator final
{
public:
    // True when the set was empty before: whoever waits should be woken.
    [[nodiscard]] bool add(const store::ChangeSet &changes);
    [[nodiscard]] store::ChangeSet take();

private:
    std::mutex m_mutex; // guards everything below
    store::ChangeSet m_merged;
    bool m_pending = false;
};

} // namespace picket::ingest
