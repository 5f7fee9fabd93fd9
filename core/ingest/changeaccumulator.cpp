// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/changeaccumulator.h"

#include <algorithm>

namespace picket::ingest {

namespace {

void mergeIds(std::vector<IssueId> &into, std::vector<IssueId> &&more)
{
    into.insert(into.end(), more.begin(), more.end());
    std::sort(into.begin(), into.end());
    into.erase(std::unique(into.begin(), into.end()), into.end());
}

} // namespace

void merge(store::ChangeSet &into, store::ChangeSet &&more)
{
    mergeIds(into.issues, std::move(more.issues));
    mergeIds(into.newIssues, std::move(more.newIssues));
    mergeIds(into.regressed, std::move(more.regressed));
    into.events += more.events;
    into.lastEvent = std::max(into.lastEvent, more.lastEvent);
    into.deliveries += more.deliveries;
    into.refused += more.refused;
    into.marks = into.marks || more.marks;
    into.origins = into.origins || more.origins;
    into.peers = into.peers || more.peers;
    into.telemetry = into.telemetry || more.telemetry;
    into.issuesReordered = into.issuesReordered || more.issuesReordered;
}

bool ChangeAccumulator::add(store::ChangeSet &&changes)
{
    const std::lock_guard lock(m_mutex);
    merge(m_merged, std::move(changes));
    return !std::exchange(m_pending, true);
}

store::ChangeSet ChangeAccumulator::take()
{
    const std::lock_guard lock(m_mutex);
    m_pending = false;
    return std::exchange(m_merged, {});
}

} // namespace picket::ingest
