// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/eventuuid.h"
#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/base/time.h"
#include "core/store/eventindex.h"
#include "core/store/sqlite.h"

#include <cstdint>
#include <vector>

namespace picket::store {

// Writer thread only. Removes deleted issues for good, with all that was their events'. Texts and tags stay: other
// events may share them.
class IssuePurge final
{
public:
    IssuePurge(Database &database, EventIndex &index);

    // A portion, in transactions of its own; false: nothing was deleted before `before`. The caller makes the
    // IssueWriter forget what it knows.
    [[nodiscard]] Result<bool> run(Timestamp before);

private:
    struct Event {
        std::int64_t id;
        std::int64_t timestamp;
        std::int64_t project;
        EventUuid uuid;
    };

    [[nodiscard]] Result<IssueId> next(Timestamp before) const;
    [[nodiscard]] Result<bool> isInTail(IssueId issue) const;
    [[nodiscard]] Result<void> portion(IssueId issue);
    [[nodiscard]] Result<std::vector<Event>> someEvents(IssueId issue) const;
    [[nodiscard]] Result<void> removeEvents(IssueId issue, const std::vector<Event> &events);
    [[nodiscard]] Result<void> removeIssue(IssueId issue);

    Database &m_database;
    EventIndex &m_index;
};

} // namespace picket::store
