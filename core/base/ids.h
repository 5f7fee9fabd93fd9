// SPDX-License-Identifier: GPL-3.0-or-later
// Row ids that cannot be mixed up. 0 is "none": SQLite's own row ids start at 1.
#pragma once

#include <compare>
#include <cstdint>
#include <functional>

namespace picket {

template <class Tag> struct Id {
    std::int64_t value = 0;

    [[nodiscard]] constexpr bool isValid() const { return value > 0; }
    friend constexpr auto operator<=>(const Id &, const Id &) = default;
};

using IssueId = Id<struct IssueTag>;
using EventId = Id<struct EventTag>; // the internal row, in order of arrival; the SDK's own id is an EventUuid
using DeliveryId = Id<struct DeliveryTag>;
using MarkId = Id<struct MarkTag>;
using ItemId = Id<struct ItemTag>; // an item that is kept as it came
using LogId = Id<struct LogTag>; // a structured log
using SpanId = Id<struct SpanTag>; // the internal row; the SDK's own id is a model::SpanNumber
using FeedbackId = Id<struct FeedbackTag>;

// The number in the DSN's path. 0 is the project "Spotlight": deliveries that name no project (PROTOCOL A.2).
struct ProjectId {
    std::uint64_t value = 0;

    [[nodiscard]] constexpr bool isSpotlight() const { return value == 0; }
    friend constexpr auto operator<=>(const ProjectId &, const ProjectId &) = default;
};

} // namespace picket

template <class Tag> struct std::hash<picket::Id<Tag>> {
    std::size_t operator()(const picket::Id<Tag> &id) const noexcept { return std::hash<std::int64_t>()(id.value); }
};
