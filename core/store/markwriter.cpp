// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/markwriter.h"

#include "core/base/limits.h"
#include "core/store/issuewriter.h"

#include <chrono>
#include <functional>

namespace picket::store {

namespace {

constexpr auto run = static_cast<int>(model::MarkKind::Run);

// An SDK with a DSN and Spotlight tells of its run twice: Spotlight's is the same as any project's.
constexpr const char *findRunSql = "SELECT id, project FROM mark WHERE time >= ?1 AND time < ?1 + 1000000 AND kind = ?2"
                                   " AND (project = ?3 OR project = 0 OR ?3 = 0) LIMIT 1";

constexpr const char *addReleaseSql =
    "INSERT INTO release_seen (name, project, first_seen) VALUES (?1, ?2, ?3)"
    " ON CONFLICT DO UPDATE SET first_seen = excluded.first_seen WHERE excluded.first_seen < first_seen";

} // namespace

std::size_t MarkWriter::KeyHash::operator()(const Key &key) const
{
    return std::hash<std::int64_t>()(key.second ^ static_cast<std::int64_t>(key.first * 0x9e3779b97f4a7c15U));
}

MarkWriter::MarkWriter(Database &database)
    : m_database(database)
    , m_addMark(database.prepare("INSERT INTO mark (kind, time, project, label) VALUES (?1, ?2, ?3, ?4)"))
    , m_findRun(database.prepare(findRunSql))
    , m_adoptRun(database.prepare("UPDATE mark SET project = ?2 WHERE id = ?1"))
    , m_addRelease(database.prepare(addReleaseSql))
    , m_releases(limits::dictionaryCache)
    , m_runs(limits::dictionaryCache)
{
}

Result<void> MarkWriter::add(model::MarkKind kind, Timestamp time, ProjectId project, std::string_view label)
{
    return m_addMark.run(static_cast<int>(kind), toMicros(time), project.value, cut(label, limits::shortText));
}

Result<void> MarkWriter::noteRelease(ProjectId project, std::int64_t text, std::string_view name, Timestamp seen,
                                     ChangeSet &changes)
{
    const Key key(project.value, text);
    if (const Timestamp *first = m_releases.find(key); first && *first <= seen) {
        return {};
    }
    return m_addRelease.run(name, project.value, toMicros(seen)).map([&] {
        changes.marks = changes.marks || m_database.changedRows() > 0;
        m_releases.put(key, seen);
    });
}

Result<void> MarkWriter::noteRun(ProjectId project, Timestamp started, ChangeSet &changes)
{
    const auto second = std::chrono::floor<std::chrono::seconds>(started);
    const Key key(project.value, second.time_since_epoch().count());
    if (m_runs.find(key)) {
        return {};
    }
    const auto known = isKnown(project, second);
    if (!known) {
        return tl::unexpected<Error>(known.error());
    }
    if (!*known) {
        if (auto added = add(model::MarkKind::Run, started, project, {}); !added) {
            return added;
        }
    }
    changes.marks = changes.marks || !*known;
    m_runs.put(key, true);
    return {};
}

Result<bool> MarkWriter::isKnown(ProjectId project, Timestamp second)
{
    std::int64_t spotlights = 0;
    {
        Cursor row(m_findRun, toMicros(second), run, project.value);
        if (!row.next()) {
            return row.status().map([] { return false; });
        }
        if (row.integer(1) == 0 && !project.isSpotlight()) {
            spotlights = row.integer(0);
        }
    }
    return spotlights == 0 ? Result<bool>(true) : m_adoptRun.run(spotlights, project.value).map([] { return true; });
}

void MarkWriter::forget()
{
    m_releases.clear();
    m_runs.clear();
}

} // namespace picket::store
