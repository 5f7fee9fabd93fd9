// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/itemwriter.h"

#include "core/store/packedproblems.h"

#include <algorithm>

namespace picket::store {

ItemWriter::ItemWriter(const Database &database, std::uint64_t mostKept)
    : m_database(database)
    , m_mostKept(mostKept)
    // Spotlight's copy is the same item as any project's; two numbered projects each keep their own.
    , m_find(database.prepare("SELECT 1 FROM item WHERE event_uuid = ?1 AND (project = ?2 OR project = 0 OR ?2 = 0)"
                              " AND type = ?3 AND filename = ?4 AND payload_size = ?5 AND payload = ?6"))
    , m_add(database.prepare("INSERT INTO item (project, received, event_uuid, type, header, filename, content_type,"
                             " attachment_type, payload_size, payload, understood, problems)"
                             " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)"))
    , m_telemetry(database)
{
}

Result<bool> ItemWriter::isHeld(const NewItem &item, ProjectId project)
{
    if (!item.eventId) {
        return false;
    }
    Cursor row(m_find, asBlob(item.eventId->bytes()), project.value, std::string_view(item.type),
               std::string_view(item.filename), item.payloadSize, Blob{item.payload});
    const bool found = row.next();
    return row.status().map([found] { return found; });
}

Result<bool> ItemWriter::write(ProjectId project, Timestamp received, const NewItem &item)
{
    const auto held = isHeld(item, project);
    if (!held || *held) {
        return held.map([](bool) { return false; });
    }
    const auto uuid = item.eventId ? std::optional(asBlob(item.eventId->bytes())) : std::nullopt;
    return m_add
        .run(project.value, toMicros(received), uuid, std::string_view(item.type), std::string_view(item.header),
             std::string_view(item.filename), std::string_view(item.contentType), std::string_view(item.attachmentType),
             item.payloadSize, Blob{item.payload}, item.isUnderstood ? 1 : 0, Blob{packProblems(item.problems)})
        .and_then([&] {
            if (!item.isUnderstood && m_keptBytes) {
                *m_keptBytes += item.payloadSize;
            }
            return m_telemetry.write({{m_database.lastRowId()}, project, received}, item.telemetry);
        })
        .map([] { return true; });
}

Result<void> ItemWriter::makeRoom()
{
    auto isOver = isOverCap();
    if (!isOver || !*isOver) {
        return isOver.map([](bool) {});
    }
    forget(); // what was removed with its event counts no more
    for (isOver = isOverCap(); isOver && *isOver; isOver = isOverCap()) {
        const auto removed = removeOldest();
        if (!removed || !*removed) {
            return removed.map([](bool) {});
        }
    }
    return isOver.map([](bool) {});
}

Result<bool> ItemWriter::isOverCap()
{
    if (!m_keptBytes) {
        const auto sum = m_database.integer("SELECT ifnull(sum(payload_size), 0) FROM item WHERE understood = 0");
        if (!sum) {
            return tl::unexpected<Error>(sum.error());
        }
        m_keptBytes = static_cast<std::uint64_t>(*sum);
    }
    return *m_keptBytes > m_mostKept;
}

Result<bool> ItemWriter::removeOldest()
{
    Statement remove = m_database.prepare("DELETE FROM item WHERE id = (SELECT min(id) FROM item WHERE understood = 0)"
                                          " RETURNING payload_size");
    std::uint64_t size = 0;
    bool found = false;
    {
        Cursor row(remove);
        while (row.next()) {
            found = true;
            size = static_cast<std::uint64_t>(row.integer(0));
        }
        if (!row.status()) {
            return tl::unexpected<Error>(row.status().error());
        }
    }
    *m_keptBytes -= std::min(size, *m_keptBytes);
    return m_database.prepare("UPDATE state SET value = value + ?1 WHERE name = 'kept_removed'")
        .run(found ? 1 : 0)
        .map([found] { return found; });
}

} // namespace picket::store
