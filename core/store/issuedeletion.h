// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/base/time.h"
#include "core/store/delivery.h"
#include "core/store/eventindex.h"
#include "core/store/sqlite.h"

#include <vector>

namespace picket::store {

// issue.deleted of one that is being removed for good: what is left of it cannot be brought back.
inline constexpr std::int64_t beingRemoved = 1;

// Writer thread only, within a transaction. Deleting an issue only hides it; a new event with one of its hashes then
// makes a new issue (IssueWriter), which stands in for it. Bringing it back takes the stand-in's events into it. The
// caller makes the IssueWriter forget what it knows.
class IssueDeletion final
{
public:
    IssueDeletion(Database &database, const EventIndex &index);

    // Ids that are unknown, or are in that state already, are ignored.
    [[nodiscard]] Result<void> remove(IssueId issue, Timestamp time, ChangeSet &changes);
    [[nodiscard]] Result<void> restore(IssueId issue, ChangeSet &changes);

private:
    [[nodiscard]] Result<std::vector<IssueId>> standIns(IssueId issue) const;
    [[nodiscard]] Result<void> merge(IssueId from, IssueId into);
    template <class... Values> [[nodiscard]] Result<void> run(const char *sql, const Values &...values);

    Database &m_database;
    const EventIndex &m_index;
};

} // namespace picket::store
