// SPDX-License-Identifier: GPL-3.0-or-later
// Questions about events, on a reader's connection. Each looks twice: into the tables that the writer merges in runs,
// and at the end of `event`, which no run has reached yet.
#pragma once

#include "core/base/result.h"
#include "core/model/rows.h"
#include "core/store/reader.h"
#include "core/store/sqlite.h"

#include <span>
#include <vector>

namespace picket::store {

[[nodiscard]] Result<std::vector<EventId>> readEventIds(Database &database, const EventFilter &filter,
                                                        std::size_t limit, EventId after);
[[nodiscard]] Result<std::vector<model::EventRow>> readEvents(Database &database, std::span<const EventId> ids);
[[nodiscard]] Result<StoredEvent> readStoredEvent(Database &database, EventId id);
[[nodiscard]] Result<std::string> readAttachment(Database &database, std::int64_t id);
[[nodiscard]] Result<EventId> readEventByUuid(Database &database, const EventUuid &uuid);

} // namespace picket::store
