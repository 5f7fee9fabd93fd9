// SPDX-License-Identifier: GPL-3.0-or-later
// Everything about one event, read off its payload: what the detail docks and `picket show` present.
#pragma once

#include "core/base/result.h"
#include "core/model/event.h"
#include "core/model/grouping.h"
#include "core/model/rows.h"
#include "core/store/reader.h"

#include <optional>
#include <string>

namespace picket::query {

struct EventDetail {
    model::EventRow row;
    model::Event event; // Detail::Full; its errors end with the delivery's
    std::size_t deliveryProblems = 0; // how many of the errors are the delivery's
    model::Grouping grouping; // computed now from the payload; the stored hashes are in `storedHashes`
    std::vector<model::GroupingHash> storedHashes;
    std::string payload; // JSON as received
    bool unreadable = false;
    std::int64_t repeats = 0; // how often it was received again
    std::vector<store::StoredEvent::Attachment> attachments;
};

// Any thread, on that thread's reader.
[[nodiscard]] Result<EventDetail> loadEventDetail(store::Reader &reader, EventId id);

// "event:N", "issue:N" (its latest event), or an event's 32 hex digits (36 with dashes). Errors: InvalidArgument,
// NotFound.
[[nodiscard]] Result<EventId> resolveId(store::Reader &reader, std::string_view text);

} // namespace picket::query
