// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/itemqueries.h"

#include "core/base/limits.h"
#include "core/store/compression.h"
#include "core/store/eventindex.h"

namespace picket::store {

Result<std::vector<ItemId>> readKeptItemIds(Database &database)
{
    Statement statement = database.prepare("SELECT id FROM item WHERE understood = 0 ORDER BY id DESC");
    std::vector<ItemId> ids;
    Cursor row(statement);
    while (row.next()) {
        ids.push_back({row.integer(0)});
    }
    return row.status().map([&] { return std::move(ids); });
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
