// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/eventindex.h"

#include "core/base/limits.h"
#include "core/store/packed.h"

#include <algorithm>
#include <cstring>
#include <map>

namespace picket::store {

EventUuid uuidOf(std::string_view column)
{
    EventUuid::Bytes bytes{};
    std::memcpy(bytes.data(), column.data(), std::min(column.size(), bytes.size()));
    return EventUuid(bytes);
}

std::int64_t uuidKey(const EventUuid &uuid)
{
    std::uint64_t key = 0;
    for (std::size_t i = 0; i < 8; ++i) {
        key = (key << 8) | static_cast<std::uint64_t>(uuid.bytes()[i] ^ uuid.bytes()[i + 8]);
    }
    return static_cast<std::int64_t>(key);
}

EventIndex::EventIndex(Database &database)
    : m_database(database)
    , m_find(database.prepare("SELECT event.id, event.project FROM event_uuid JOIN event ON event.id = event_uuid.event"
                              " WHERE event_uuid.key = ?1 AND event.uuid = ?2"))
    , m_addUuid(database.prepare("INSERT INTO event_uuid (key, event) VALUES (?1, ?2)"))
    , m_tagsOfRun(database.prepare("SELECT issue, tags FROM event WHERE id > ?1 AND id <= ?2"))
    , m_addTag(database.prepare("INSERT INTO issue_tag (issue, tag, count) VALUES (?1, ?2, ?3)"
                                " ON CONFLICT DO UPDATE SET count = count + excluded.count"))
{
}

Result<void> EventIndex::load()
{
    const auto indexed = m_database.integer("SELECT value FROM state WHERE name = 'indexed_event'");
    if (!indexed) {
        return tl::unexpected<Error>(indexed.error());
    }
    m_lastIndexed = {*indexed};
    m_lastEvent = m_lastIndexed;
    m_recent.clear();
    Statement recent = m_database.prepare("SELECT id, uuid, project FROM event WHERE id > ?1 ORDER BY id");
    Cursor row(recent, *indexed);
    while (row.next()) {
        add(uuidOf(row.blob(1)), {{row.integer(0)}, {static_cast<std::uint64_t>(row.integer(2))}});
    }
    return row.status();
}

Result<std::vector<EventIndex::Held>> EventIndex::find(const EventUuid &uuid)
{
    std::vector<Held> found;
    const std::int64_t key = uuidKey(uuid);
    const auto [begin, end] = m_recent.equal_range(key);
    for (auto recent = begin; recent != end; ++recent) {
        if (recent->second.uuid == uuid) {
            found.push_back(recent->second.held);
        }
    }
    Cursor row(m_find, key, asBlob(uuid.bytes()));
    while (row.next()) {
        found.push_back({{row.integer(0)}, {static_cast<std::uint64_t>(row.integer(1))}});
    }
    if (!row.status()) {
        return tl::unexpected<Error>(row.status().error());
    }
    return found;
}

void EventIndex::add(const EventUuid &uuid, const Held &held)
{
    m_recent.emplace(uuidKey(uuid), Recent{uuid, held});
    m_lastEvent = std::max(m_lastEvent, held.event);
}

void EventIndex::setProject(const EventUuid &uuid, EventId event, ProjectId project)
{
    const auto [begin, end] = m_recent.equal_range(uuidKey(uuid));
    for (auto recent = begin; recent != end; ++recent) {
        if (recent->second.held.event == event) {
            recent->second.held.project = project;
        }
    }
}

bool EventIndex::isDue() const
{
    return m_lastEvent.value - m_lastIndexed.value >= limits::indexRun;
}

Result<void> EventIndex::mergeRun()
{
    auto transaction = Transaction::begin(m_database, Transaction::Kind::Write);
    if (!transaction) {
        return tl::unexpected<Error>(std::move(transaction.error()));
    }
    const auto merge = [this](std::string_view sql) {
        return m_database.prepare(sql).run(m_lastIndexed.value, m_lastEvent.value);
    };
    auto merged =
        mergeUuids()
            .and_then([&] { return mergeTags(); })
            .and_then([&] {
                return merge("INSERT INTO event_time SELECT timestamp, id, project FROM event"
                             " WHERE id > ?1 AND id <= ?2 ORDER BY timestamp, id");
            })
            .and_then([&] {
                return merge("INSERT INTO issue_event SELECT issue, timestamp, id FROM event"
                             " WHERE id > ?1 AND id <= ?2 ORDER BY issue, timestamp, id");
            })
            .and_then([&] {
                return merge("INSERT INTO event_trace SELECT trace, id FROM event"
                             " WHERE id > ?1 AND id <= ?2 AND trace != 0 ORDER BY trace, id");
            })
            .and_then([&] { return merge("UPDATE state SET value = ?2 WHERE name = 'indexed_event' AND value = ?1"); })
            .and_then([&] { return transaction->commit(); });
    if (merged) {
        m_lastIndexed = m_lastEvent;
        m_recent.clear();
    }
    return merged;
}

Result<void> EventIndex::mergeUuids()
{
    std::vector<std::pair<std::int64_t, std::int64_t>> keys;
    keys.reserve(m_recent.size());
    for (const auto &[key, recent] : m_recent) {
        keys.emplace_back(key, recent.held.event.value);
    }
    std::sort(keys.begin(), keys.end());
    for (const auto &[key, event] : keys) {
        if (auto added = m_addUuid.run(key, event); !added) {
            return added;
        }
    }
    return {};
}

Result<void> EventIndex::mergeTags()
{
    std::map<std::pair<std::int64_t, std::int64_t>, std::int64_t> counts;
    {
        Cursor row(m_tagsOfRun, m_lastIndexed.value, m_lastEvent.value);
        while (row.next()) {
            const std::int64_t issue = row.integer(0);
            Unpacker tags(row.blob(1));
            while (const auto tag = tags.integer()) {
                ++counts[{issue, static_cast<std::int64_t>(*tag)}];
            }
        }
        if (!row.status()) {
            return row.status();
        }
    }
    for (const auto &[issueAndTag, count] : counts) {
        if (auto added = m_addTag.run(issueAndTag.first, issueAndTag.second, count); !added) {
            return added;
        }
    }
    return {};
}

} // namespace picket::store
