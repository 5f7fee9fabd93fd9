// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/delivery.h"
#include "core/store/dictionary.h"
#include "core/store/eventindex.h"
#include "core/store/issuewriter.h"
#include "core/store/markwriter.h"
#include "core/store/sqlite.h"

#include <optional>
#include <string_view>

namespace picket::store {

// Writer thread only. Stores events, once each: an id that its project holds already is a repeat, and so is one that
// Spotlight and a numbered project hold between them (PROTOCOL A.10, E.2 item 7).
class EventWriter final
{
public:
    EventWriter(Database &database, Dictionary &dictionary, EventIndex &index, IssueWriter &issues, MarkWriter &marks);

    struct Written {
        EventId event;
        IssueId issue;
        bool isDuplicate = false;
        bool moved = false; // it was in Spotlight and is now in the delivery's project
    };
    // `event` must live until the issues are flushed.
    [[nodiscard]] Result<Written> write(ProjectId project, const NewEvent &event, ChangeSet &changes);

private:
    [[nodiscard]] Result<Written> add(ProjectId project, const NewEvent &event, ChangeSet &changes);
    [[nodiscard]] Result<void> addRow(EventId id, const EventUuid &uuid, ProjectId project,
                                      const IssueWriter::Placed &placed, const NewEvent &event);
    [[nodiscard]] Result<Written> repeat(EventId id);
    [[nodiscard]] Result<void> noteTimes(ProjectId project, const NewEvent &event, ChangeSet &changes);

    Dictionary &m_dictionary;
    EventIndex &m_index;
    IssueWriter &m_issues;
    MarkWriter &m_marks;
    Database &m_database;
    Statement m_addEvent;
    Statement m_addPayload;
    Statement m_addProblems;
    Statement m_repeat;
};

} // namespace picket::store
