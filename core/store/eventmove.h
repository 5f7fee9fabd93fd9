// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/store/delivery.h"
#include "core/store/eventindex.h"
#include "core/store/issuewriter.h"
#include "core/store/sqlite.h"

#include <string>

namespace picket::store {

// Writer thread only, within a transaction. An SDK with a DSN and Spotlight sends each event to both; when Spotlight's
// copy came first, the event moves to the project that the other copy names.
class EventMove final
{
public:
    EventMove(Database &database, EventIndex &index, IssueWriter &issues);

    // `copy` is the event as the numbered project received it; what is stored stays as it came first. Tells the issue
    // that the event belongs to now.
    [[nodiscard]] Result<IssueId> run(EventId event, ProjectId to, const NewEvent &copy, ChangeSet &changes);

private:
    struct Row {
        IssueId issue;
        Timestamp timestamp;
        Timestamp received;
        std::string tags;
    };

    [[nodiscard]] Result<Row> read(EventId event);
    [[nodiscard]] Result<void> moveIndexed(EventId event, const Row &row, IssueId to, ProjectId project);
    [[nodiscard]] Result<void> uncount(const Row &row, ChangeSet &changes);
    [[nodiscard]] Result<void> removeIssue(IssueId issue);
    [[nodiscard]] Result<void> recount(IssueId issue);

    Database &m_database;
    EventIndex &m_index;
    IssueWriter &m_issues;
};

} // namespace picket::store
