// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/eventmove.h"

#include "core/store/packed.h"

#include <algorithm>

namespace picket::store {

namespace {

// The edges of what is left, looked up by index and at the unmerged end; the texts follow the latest event as far as
// event rows know them.
constexpr const char *recountSql = R"(
WITH left_over (timestamp, event) AS (
    SELECT timestamp, event FROM (SELECT timestamp, event FROM issue_event WHERE issue = ?1
                                  ORDER BY timestamp, event LIMIT 1)
    UNION ALL
    SELECT timestamp, event FROM (SELECT timestamp, event FROM issue_event WHERE issue = ?1
                                  ORDER BY timestamp DESC, event DESC LIMIT 1)
    UNION ALL
    SELECT timestamp, id FROM event WHERE id > ?2 AND issue = ?1
),
latest (event) AS (SELECT event FROM left_over ORDER BY timestamp DESC, event DESC LIMIT 1),
earliest (event) AS (SELECT event FROM left_over ORDER BY timestamp, event LIMIT 1)
UPDATE issue SET
    first_seen = first.timestamp,
    first_received = first.received,
    last_seen = last.timestamp,
    last_received = last.received,
    level = last.level,
    title = coalesce((SELECT value FROM text WHERE id = last.title), ''),
    platform = coalesce((SELECT value FROM text WHERE id = last.platform), ''),
    release = coalesce((SELECT value FROM text WHERE id = last.release), ''),
    environment = coalesce((SELECT value FROM text WHERE id = last.environment), ''),
    transaction_name = coalesce((SELECT value FROM text WHERE id = last.transaction_name), '')
FROM (SELECT timestamp, received FROM event WHERE id = (SELECT event FROM earliest)) AS first,
     (SELECT * FROM event WHERE id = (SELECT event FROM latest)) AS last
WHERE issue.id = ?1
)";

} // namespace

EventMove::EventMove(Database &database, EventIndex &index, IssueWriter &issues)
    : m_database(database)
    , m_index(index)
    , m_issues(issues)
{
}

Result<IssueId> EventMove::run(EventId event, ProjectId to, const NewEvent &copy, ChangeSet &changes)
{
    // What the batch has counted so far must be in the rows that are corrected here.
    auto row = m_issues.flush(changes).and_then([&] { return read(event); });
    if (!row) {
        return tl::unexpected<Error>(std::move(row.error()));
    }
    NewEvent stored = copy;
    stored.event.timestamp = row->timestamp;
    stored.event.received = row->received;
    auto placed = m_issues.place(to, stored, changes);
    if (!placed) {
        return tl::unexpected<Error>(std::move(placed.error()));
    }
    m_issues.count(placed->issue, stored);
    Statement moveEvent = m_database.prepare(
        "UPDATE event SET project = ?2, issue = ?3, hashes = ?4, repeats = repeats + 1 WHERE id = ?1");
    Statement moveItems = m_database.prepare("UPDATE item SET project = ?2 WHERE event_uuid = ?1 AND project = 0");
    return m_issues.flush(changes)
        .and_then([&] { return moveEvent.run(event.value, to.value, placed->issue.value, Blob{placed->hashes}); })
        .and_then([&] { return moveItems.run(asBlob(copy.event.id.bytes()), to.value); })
        .and_then([&] { return moveIndexed(event, *row, placed->issue, to); })
        .and_then([&] { return uncount(*row, changes); })
        .map([&] {
            m_index.setProject(copy.event.id, event, to);
            changes.issuesReordered = true;
            return placed->issue;
        });
}

Result<EventMove::Row> EventMove::read(EventId event)
{
    Statement statement = m_database.prepare("SELECT issue, timestamp, received, tags FROM event WHERE id = ?1");
    Cursor row(statement, event.value);
    if (!row.next()) {
        return row.status().and_then(
            []() -> Result<Row> { return failure(ErrorCode::Corrupt, "an event that is indexed is missing"); });
    }
    return Row{{row.integer(0)}, fromMicros(row.integer(1)), fromMicros(row.integer(2)), std::string(row.blob(3))};
}

Result<void> EventMove::moveIndexed(EventId event, const Row &row, IssueId to, ProjectId project)
{
    if (event > m_index.lastIndexed()) {
        return {}; // the next run finds it where it is now
    }
    Statement time = m_database.prepare("UPDATE event_time SET project = ?3 WHERE timestamp = ?1 AND event = ?2");
    Statement membership =
        m_database.prepare("UPDATE issue_event SET issue = ?4 WHERE issue = ?1 AND timestamp = ?2 AND event = ?3");
    Statement removeTag = m_database.prepare("UPDATE issue_tag SET count = count - 1 WHERE issue = ?1 AND tag = ?2");
    Statement addTag = m_database.prepare("INSERT INTO issue_tag (issue, tag, count) VALUES (?1, ?2, 1)"
                                          " ON CONFLICT DO UPDATE SET count = count + 1");
    const std::int64_t timestamp = toMicros(row.timestamp);
    auto moved = time.run(timestamp, event.value, project.value).and_then([&] {
        return membership.run(row.issue.value, timestamp, event.value, to.value);
    });
    for (const std::int64_t tag : unpackIds(row.tags)) {
        moved = moved.and_then([&] { return removeTag.run(row.issue.value, tag); }).and_then([&] {
            return addTag.run(to.value, tag);
        });
    }
    Statement sweep = m_database.prepare("DELETE FROM issue_tag WHERE issue = ?1 AND count <= 0");
    return moved.and_then([&] { return sweep.run(row.issue.value); });
}

Result<void> EventMove::uncount(const Row &row, ChangeSet &changes)
{
    Statement hour = m_database.prepare("UPDATE issue_hour SET count = count - 1 WHERE hour = ?1 AND issue = ?2");
    Statement sweep = m_database.prepare("DELETE FROM issue_hour WHERE hour = ?1 AND issue = ?2 AND count <= 0");
    const std::int64_t when = hourOf(row.timestamp);
    auto done = hour.run(when, row.issue.value).and_then([&] { return sweep.run(when, row.issue.value); });
    if (!done) {
        return done;
    }
    Statement issue = m_database.prepare("UPDATE issue SET events = events - 1 WHERE id = ?1"
                                         " RETURNING events, first_seen, last_seen");
    std::int64_t left = 0;
    bool wasEdge = false;
    {
        Cursor result(issue, row.issue.value);
        while (result.next()) {
            left = result.integer(0);
            wasEdge = result.integer(1) == toMicros(row.timestamp) || result.integer(2) == toMicros(row.timestamp);
        }
        if (!result.status()) {
            return result.status();
        }
    }
    if (left == 0) {
        std::erase(changes.newIssues, row.issue);
        std::erase(changes.regressed, row.issue);
    }
    changes.issues.push_back(row.issue);
    return left == 0 ? removeIssue(row.issue) : wasEdge ? recount(row.issue) : Result<void>();
}

Result<void> EventMove::removeIssue(IssueId issue)
{
    m_issues.forget(); // it knows this issue's hashes
    Statement removeTags = m_database.prepare("DELETE FROM issue_tag WHERE issue = ?1");
    Statement remove = m_database.prepare("DELETE FROM issue WHERE id = ?1"); // its hashes go with it
    return removeTags.run(issue.value).and_then([&] { return remove.run(issue.value); });
}

Result<void> EventMove::recount(IssueId issue)
{
    return m_database.prepare(recountSql).run(issue.value, m_index.lastIndexed().value);
}

} // namespace picket::store
