// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/changeset.h"

#include <algorithm>

namespace picket::store {

namespace {

void mergeIds(std::vector<IssueId> &into, const std::vector<IssueId> &more)
{
    into.insert(into.end(), more.begin(), more.end());
    std::sort(into.begin(), into.end());
    into.erase(std::unique(into.begin(), into.end()), into.end());
}

} // namespace

void ChangeSet::merge(const ChangeSet &more)
{
    mergeIds(issues, more.issues);
    mergeIds(newIssues, more.newIssues);
    mergeIds(regressed, more.regressed);
    events += more.events;
    // Ids of another database are not comparable.
    lastEvent = more.replaced ? more.lastEvent : std::max(lastEvent, more.lastEvent);
    deliveries += more.deliveries;
    refused += more.refused;
    marks = marks || more.marks;
    origins = origins || more.origins;
    peers = peers || more.peers;
    counters = counters || more.counters;
    telemetry = telemetry || more.telemetry;
    issuesReordered = issuesReordered || more.issuesReordered;
    replaced = replaced || more.replaced;
}

} // namespace picket::store
