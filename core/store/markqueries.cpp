// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/markqueries.h"

#include "core/base/limits.h"

#include <algorithm>

namespace picket::store {

namespace {

// Newest first. An SDK with a DSN and Spotlight names its release in both: the project's is enough.
constexpr const char *marksSql = R"(
SELECT * FROM (
    SELECT id, kind, time, project, label FROM mark WHERE time BETWEEN ?1 AND ?2 ORDER BY time DESC, id DESC LIMIT ?3)
UNION ALL
SELECT * FROM (
    SELECT 0, ?4, first_seen, project, name FROM release_seen AS seen WHERE first_seen BETWEEN ?1 AND ?2
        AND (project > 0 OR NOT EXISTS (SELECT 1 FROM release_seen WHERE name = seen.name AND project > 0))
    ORDER BY first_seen DESC LIMIT ?3)
ORDER BY 3 DESC, 1 DESC, 5 DESC LIMIT ?3)";

model::MarkRow rowOf(const Cursor &row)
{
    return {{row.integer(0)},
            static_cast<model::MarkKind>(row.integer(1)),
            fromMicros(row.integer(2)),
            {static_cast<std::uint64_t>(row.integer(3))},
            row.string(4)};
}

} // namespace

Result<std::vector<model::MarkRow>> readMarks(const Database &database, const TimeRange &range)
{
    Statement statement = database.prepare(marksSql);
    std::vector<model::MarkRow> marks;
    Cursor row(statement, toMicros(range.from), toMicros(range.to), limits::timelineMarks,
               static_cast<int>(model::MarkKind::Release));
    while (row.next()) {
        marks.push_back(rowOf(row));
    }
    std::reverse(marks.begin(), marks.end());
    return row.status().map([&] { return std::move(marks); });
}

Result<std::optional<model::MarkRow>> readLastMark(const Database &database)
{
    Statement statement =
        database.prepare("SELECT id, kind, time, project, label FROM mark ORDER BY time DESC, id DESC LIMIT 1");
    std::optional<model::MarkRow> mark;
    Cursor row(statement);
    if (row.next()) {
        mark = rowOf(row);
    }
    return row.status().map([&] { return std::move(mark); });
}

} // namespace picket::store
