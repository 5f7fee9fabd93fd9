// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/eventqueries.h"

#include "core/base/limits.h"
#include "core/store/compression.h"
#include "core/store/eventindex.h"
#include "core/store/eventplaces.h"
#include "core/store/packed.h"
#include "core/store/packedproblems.h"

#include <algorithm>
#include <cstring>

namespace picket::store {

namespace {

model::EventRow rowOf(const Cursor &row)
{
    model::EventRow event;
    event.id = {row.integer(0)};
    event.eventId = uuidOf(row.blob(1));
    event.issue = {row.integer(2)};
    event.project = {static_cast<std::uint64_t>(row.integer(3))};
    event.type = static_cast<model::EventType>(row.integer(4));
    event.level = static_cast<model::Level>(row.integer(5));
    event.timestamp = fromMicros(row.integer(6));
    event.received = fromMicros(row.integer(7));
    event.title = row.string(8);
    event.platform = row.string(9);
    event.release = row.string(10);
    event.environment = row.string(11);
    event.transaction = row.string(12);
    event.user = row.string(13);
    event.sdk = row.string(14);
    return event;
}

constexpr const char *eventSql = R"(
SELECT event.id, uuid, issue, project, type, level, timestamp, received,
    (SELECT value FROM text WHERE id = title), (SELECT value FROM text WHERE id = platform),
    (SELECT value FROM text WHERE id = release), (SELECT value FROM text WHERE id = environment),
    (SELECT value FROM text WHERE id = transaction_name), (SELECT value FROM text WHERE id = user),
    (SELECT value FROM text WHERE id = sdk), repeats, hashes, payload,
    CASE WHEN ?2 THEN (SELECT problems FROM event_problem WHERE event = event.id) END
FROM event LEFT JOIN event_payload ON event_payload.id = event.id AND ?2 WHERE event.id = ?1)";

Result<std::vector<model::GroupingHash>> readHashes(Database &database, const std::vector<std::int64_t> &ids)
{
    Statement statement = database.prepare("SELECT hash FROM issue_hash WHERE id = ?1");
    std::vector<model::GroupingHash> hashes;
    for (const std::int64_t id : ids) {
        Cursor row(statement, id);
        if (row.next()) {
            const std::string_view bytes = row.blob(0);
            model::GroupingHash hash;
            std::memcpy(hash.bytes.data(), bytes.data(), std::min(bytes.size(), hash.bytes.size()));
            hashes.push_back(hash);
        } else if (!row.status()) {
            return tl::unexpected<Error>(row.status().error());
        }
    }
    return hashes;
}

// Also what could not be read of them.
Result<void> readAttachments(Database &database, StoredEvent &event)
{
    Statement statement = database.prepare(
        "SELECT id, filename, content_type, attachment_type, payload_size, problems FROM item"
        " WHERE event_uuid = ?1 AND type = 'attachment' AND (project = ?2 OR project = 0) ORDER BY id");
    Cursor row(statement, asBlob(event.row.eventId.bytes()), event.row.project.value);
    while (row.next()) {
        event.attachments.push_back(
            {row.integer(0), row.string(1), row.string(2), row.string(3), static_cast<std::uint64_t>(row.integer(4))});
        std::vector<model::Problem> problems = unpackProblems(row.blob(5));
        std::move(problems.begin(), problems.end(), std::back_inserter(event.problems));
    }
    return row.status();
}

} // namespace

Result<std::vector<EventId>> readEventIds(Database &database, const EventFilter &filter, std::size_t limit,
                                          EventId after)
{
    auto snapshot = Transaction::begin(database, Transaction::Kind::Read);
    if (!snapshot) {
        return tl::unexpected<Error>(std::move(snapshot.error()));
    }
    return readPlaces(database, {filter, std::nullopt, limit, after}).map([](const std::vector<Place> &places) {
        std::vector<EventId> ids;
        ids.reserve(places.size());
        for (const auto &[timestamp, event] : places) {
            ids.push_back({event});
        }
        return ids;
    });
}

Result<std::vector<model::EventRow>> readEvents(Database &database, std::span<const EventId> ids)
{
    Statement statement = database.prepare(eventSql);
    std::vector<model::EventRow> events;
    events.reserve(ids.size());
    for (const EventId id : ids) {
        Cursor row(statement, id.value, 0);
        if (row.next()) {
            events.push_back(rowOf(row));
        } else if (!row.status()) {
            return tl::unexpected<Error>(row.status().error());
        }
    }
    return events;
}

Result<StoredEvent> readStoredEvent(Database &database, EventId id)
{
    StoredEvent event;
    std::vector<std::int64_t> hashes;
    auto snapshot = Transaction::begin(database, Transaction::Kind::Read);
    if (!snapshot) {
        return tl::unexpected<Error>(std::move(snapshot.error()));
    }
    {
        Statement statement = database.prepare(eventSql);
        Cursor row(statement, id.value, 1);
        if (!row.next()) {
            return row.status().and_then([]() -> Result<StoredEvent> { return failure(ErrorCode::NotFound); });
        }
        event.row = rowOf(row);
        event.repeats = row.integer(15);
        event.unreadable = event.row.type == model::EventType::Unreadable;
        hashes = unpackIds(row.blob(16));
        auto payload = decompress(row.blob(17), limits::bodyDecoded);
        if (!payload) {
            return tl::unexpected<Error>(std::move(payload.error()));
        }
        event.payload = std::move(*payload);
        event.problems = unpackProblems(row.blob(18));
    }
    auto bytes = readHashes(database, hashes);
    auto attachments = readAttachments(database, event);
    if (!bytes || !attachments) {
        return tl::unexpected<Error>(bytes ? attachments.error() : bytes.error());
    }
    event.hashes = std::move(*bytes);
    return event;
}

Result<std::string> readAttachment(Database &database, std::int64_t id)
{
    Statement statement = database.prepare("SELECT payload FROM item WHERE id = ?1");
    Cursor row(statement, id);
    if (row.next()) {
        return decompress(row.blob(0), limits::attachment);
    }
    return row.status().and_then([]() -> Result<std::string> { return failure(ErrorCode::NotFound); });
}

Result<EventId> readEventByUuid(Database &database, const EventUuid &uuid)
{
    // The newest, should two projects hold the id.
    Statement statement = database.prepare(
        "SELECT max(id) FROM (SELECT event.id AS id FROM event_uuid JOIN event ON event.id = event_uuid.event"
        " WHERE event_uuid.key = ?1 AND event.uuid = ?2 UNION ALL SELECT id FROM event"
        " WHERE id > (SELECT value FROM state WHERE name = 'indexed_event') AND uuid = ?2)");
    Cursor row(statement, uuidKey(uuid), asBlob(uuid.bytes()));
    if (row.next() && !row.isNull(0)) {
        return EventId{row.integer(0)};
    }
    return row.status().and_then([]() -> Result<EventId> { return failure(ErrorCode::NotFound); });
}

} // namespace picket::store
