// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/itemwriter.h"

namespace picket::store {

ItemWriter::ItemWriter(const Database &database)
    // Spotlight's copy is the same item as any project's; two numbered projects each keep their own.
    : m_find(database.prepare("SELECT 1 FROM item WHERE event_uuid = ?1 AND (project = ?2 OR project = 0 OR ?2 = 0)"
                              " AND type = ?3 AND filename = ?4 AND payload_size = ?5 AND payload = ?6"))
    , m_add(database.prepare("INSERT INTO item (project, received, event_uuid, type, header, filename, content_type,"
                             " attachment_type, payload_size, payload)"
                             " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)"))
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
    const auto add = [&](const auto &uuid) {
        return m_add.run(project.value, toMicros(received), uuid, std::string_view(item.type),
                         std::string_view(item.header), std::string_view(item.filename),
                         std::string_view(item.contentType), std::string_view(item.attachmentType), item.payloadSize,
                         Blob{item.payload});
    };
    const auto added = item.eventId ? add(asBlob(item.eventId->bytes())) : add(nullptr);
    return added.map([] { return true; });
}

} // namespace picket::store
