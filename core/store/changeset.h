// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"

#include <cstdint>
#include <vector>

namespace picket::store {

// What one transaction changed, or several that were merged. Ids only: whoever shows something asks for the rows on
// screen. A new member needs its line in merge(); the test of merge() does not compile until it knows the member.
struct ChangeSet {
    std::vector<IssueId> issues; // new or changed
    std::vector<IssueId> newIssues;
    std::vector<IssueId> regressed;
    std::int64_t events = 0; // stored (duplicates are not)
    EventId lastEvent;
    std::int64_t deliveries = 0;
    std::int64_t refused = 0;
    bool marks = false; // the time axis has a new mark, run or release
    bool origins = false; // an origin was allowed
    bool peers = false; // rows of the wire log were completed by their senders
    bool counters = false; // of the wire log were written
    bool telemetry = false; // something else than an event was stored, or was kept
    bool issuesReordered = false; // rows appeared, vanished or changed state by something else than a delivery
    bool replaced = false; // the database is another one: nothing that was read before counts

    // Everything of `more` is in this set afterwards. Ids are sorted and unique, whatever they were before.
    void merge(const ChangeSet &more);
};

} // namespace picket::store
