// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/itemqueries.h"

#include "core/base/limits.h"
#include "core/store/compression.h"
#include "core/store/eventindex.h"
#include "core/store/eventplaces.h"

#include <algorithm>
#include <functional>
#include <set>

namespace picket::store {

namespace {

// Whether an event is here: among those that a run has merged, or at the unmerged end.
class EventFinder final
{
public:
    explicit EventFinder(const Database &database)
        : m_find(database.prepare("SELECT 1 FROM event_uuid JOIN event ON event.id = event_uuid.event"
                                  " WHERE event_uuid.key = ?1 AND event.uuid = ?2"))
    {
    }

    [[nodiscard]] Result<void> load(const Database &database)
    {
        Statement recent = database.prepare(std::string("SELECT uuid FROM event WHERE id > (") + lastIndexedSql + ")");
        Cursor row(recent);
        while (row.next()) {
            m_recent.insert(uuidOf(row.blob(0)));
        }
        return row.status();
    }
    [[nodiscard]] Result<bool> isHere(const EventUuid &uuid)
    {
        if (m_recent.contains(uuid)) {
            return true;
        }
        Cursor row(m_find, uuidKey(uuid), asBlob(uuid.bytes()));
        const bool found = row.next();
        return row.status().map([found] { return found; });
    }

private:
    Statement m_find;
    std::set<EventUuid> m_recent;
};

// Attachments whose event is not here, or is none: nobody would see them beside it.
Result<std::vector<ItemId>> readLooseAttachments(Database &database)
{
    EventFinder events(database);
    if (auto loaded = events.load(database); !loaded) {
        return tl::unexpected<Error>(std::move(loaded.error()));
    }
    Statement statement = database.prepare("SELECT id, event_uuid FROM item WHERE type = 'attachment'");
    std::vector<ItemId> loose;
    Cursor row(statement);
    while (row.next()) {
        const auto here = row.isNull(1) ? Result<bool>(false) : events.isHere(uuidOf(row.blob(1)));
        if (!here) {
            return tl::unexpected<Error>(here.error());
        }
        if (!*here) {
            loose.push_back({row.integer(0)});
        }
    }
    return row.status().map([&] { return std::move(loose); });
}

} // namespace

Result<std::vector<ItemId>> readKeptItemIds(Database &database)
{
    // Between two snapshots a run may move events from one place to the other.
    auto snapshot = Transaction::begin(database, Transaction::Kind::Read);
    if (!snapshot) {
        return tl::unexpected<Error>(std::move(snapshot.error()));
    }
    auto ids = readLooseAttachments(database);
    if (!ids) {
        return ids;
    }
    Statement statement = database.prepare("SELECT id FROM item WHERE understood = 0");
    Cursor row(statement);
    while (row.next()) {
        ids->push_back({row.integer(0)});
    }
    std::sort(ids->begin(), ids->end(), std::greater<>());
    return row.status().map([&] { return std::move(*ids); });
}

Result<std::vector<model::KeptItemRow>> readKeptItems(Database &database, std::span<const ItemId> ids)
{
    Statement statement = database.prepare("SELECT id, project, received, event_uuid, type, filename, content_type,"
                                           " payload_size FROM item WHERE id = ?1");
    std::vector<model::KeptItemRow> items;
    items.reserve(ids.size());
    for (const ItemId id : ids) {
        Cursor row(statement, id.value);
        if (row.next()) {
            items.push_back({{row.integer(0)},
                             {static_cast<std::uint64_t>(row.integer(1))},
                             fromMicros(row.integer(2)),
                             row.isNull(3) ? std::nullopt : std::optional(uuidOf(row.blob(3))),
                             row.string(4),
                             row.string(5),
                             row.string(6),
                             static_cast<std::uint64_t>(row.integer(7))});
        } else if (!row.status()) {
            return tl::unexpected<Error>(row.status().error());
        }
    }
    return items;
}

Result<StoredItem> readItem(Database &database, ItemId id)
{
    Statement statement = database.prepare("SELECT type, header, payload FROM item WHERE id = ?1");
    Cursor row(statement, id.value);
    if (!row.next()) {
        return row.status().and_then([]() -> Result<StoredItem> { return failure(ErrorCode::NotFound); });
    }
    StoredItem item{row.string(0), row.string(1), {}};
    return decompress(row.blob(2), limits::bodyDecoded).map([&](std::string &&payload) {
        item.payload = std::move(payload);
        return std::move(item);
    });
}

} // namespace picket::store
