// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/eventuuid.h"
#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/store/sqlite.h"

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace picket::store {

// Writer thread only. Finds events by the SDK's id, and keeps the scattered tables (event_uuid, event_time,
// event_trace, issue_event, issue_tag) up to date in runs: random ids would make every event rewrite a page of its own.
// The events after the last run are remembered here; readers scan the end of `event` for them.
class EventIndex final
{
public:
    struct Held {
        EventId event;
        ProjectId project;
    };

    explicit EventIndex(Database &database);

    // Reads the state and the events after the last run; at the start and after every rollback.
    [[nodiscard]] Result<void> load();

    // In every project that holds the id; an SDK's id is unique within one.
    [[nodiscard]] Result<std::vector<Held>> find(const EventUuid &uuid);
    void add(const EventUuid &uuid, const Held &held);
    void setProject(const EventUuid &uuid, EventId event, ProjectId project);

    [[nodiscard]] EventId lastIndexed() const { return m_lastIndexed; }
    [[nodiscard]] EventId nextEvent() const { return {m_lastEvent.value + 1}; }

    // Enough events have gathered for a run.
    [[nodiscard]] bool isDue() const;
    // Merges them, in a transaction of its own.
    [[nodiscard]] Result<void> mergeRun();

private:
    struct Recent {
        EventUuid uuid;
        Held held;
    };

    [[nodiscard]] Result<void> mergeUuids();
    [[nodiscard]] Result<void> mergeTags();

    Database &m_database;
    Statement m_find;
    Statement m_addUuid;
    Statement m_tagsOfRun;
    Statement m_addTag;
    std::unordered_multimap<std::int64_t, Recent> m_recent;
    EventId m_lastIndexed;
    EventId m_lastEvent;
};

// What event.uuid holds.
[[nodiscard]] EventUuid uuidOf(std::string_view column);

// The key of event_uuid, and of a trace id in event.trace. Stored: never change it.
[[nodiscard]] std::int64_t uuidKey(const EventUuid &uuid);

} // namespace picket::store
