// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/eventdetail.h"

#include "core/grouping/grouper.h"
#include "core/protocol/eventreader.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <utility>

namespace picket::query {

namespace {

constexpr std::string_view eventPrefix = "event:";
constexpr std::string_view issuePrefix = "issue:";

Result<std::int64_t> number(std::string_view digits)
{
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc() || end != digits.data() + digits.size() || value <= 0) {
        return failure(ErrorCode::InvalidArgument, std::string(digits));
    }
    return value;
}

// What the store knows of an event that nobody can read.
model::Event fromRow(const model::EventRow &row)
{
    model::Event event;
    event.id = row.eventId;
    event.type = row.type;
    event.timestamp = row.timestamp;
    event.received = row.received;
    event.level = row.level;
    return event;
}

} // namespace

Result<EventDetail> loadEventDetail(store::Reader &reader, EventId id)
{
    auto stored = reader.event(id);
    if (!stored) {
        return tl::unexpected<Error>(std::move(stored.error()));
    }
    EventDetail detail;
    detail.row = std::move(stored->row);
    detail.storedHashes = std::move(stored->hashes);
    detail.payload = std::move(stored->payload);
    detail.attachments = std::move(stored->attachments);
    detail.repeats = stored->repeats;
    detail.unreadable = stored->unreadable;
    if (!detail.unreadable) {
        const protocol::ReadContext context{detail.row.eventId, detail.row.received, protocol::Detail::Full};
        auto event = protocol::readEvent(detail.payload, context);
        // It could be read when it came: whatever has changed since, its bytes can still be shown.
        detail.unreadable = !event;
        if (event) {
            detail.event = std::move(*event);
        }
    }
    if (detail.unreadable) {
        detail.event = fromRow(detail.row);
    }
    detail.deliveryProblems = stored->problems.size();
    std::move(stored->problems.begin(), stored->problems.end(), std::back_inserter(detail.event.errors));
    detail.grouping = grouping::group(detail.event);
    detail.event.culprit = detail.grouping.culprit; // the SDK's own, where it sent one
    return detail;
}

Result<EventId> resolveId(store::Reader &reader, std::string_view text)
{
    if (text.substr(0, eventPrefix.size()) == eventPrefix) {
        const auto id = number(text.substr(eventPrefix.size()));
        if (!id) {
            return tl::unexpected<Error>(id.error());
        }
        const EventId event{*id};
        const auto rows = reader.events({&event, 1});
        if (!rows) {
            return tl::unexpected<Error>(rows.error());
        }
        return rows->empty() ? Result<EventId>(failure(ErrorCode::NotFound, std::string(text))) : event;
    }
    if (text.substr(0, issuePrefix.size()) == issuePrefix) {
        return number(text.substr(issuePrefix.size())).and_then([&](std::int64_t id) {
            return reader.latestEvent({id});
        });
    }
    const auto uuid = EventUuid::parse(text);
    return uuid ? reader.findEvent(*uuid) : failure(ErrorCode::InvalidArgument, std::string(text));
}

} // namespace picket::query
