// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/issuedeletion.h"

namespace picket::store {

namespace {

constexpr const char *noteHashesSql = "INSERT INTO deleted_hash (issue, hash, newest)"
                                      " SELECT issue, id, (SELECT max(id) FROM issue) FROM issue_hash WHERE issue = ?1";

// Made since, and nobody deleted them.
constexpr const char *standInsSql = R"(
SELECT DISTINCT owner.id FROM deleted_hash
JOIN issue_hash ON issue_hash.id = deleted_hash.hash
JOIN issue AS owner ON owner.id = issue_hash.issue
WHERE deleted_hash.issue = ?1 AND owner.id > deleted_hash.newest AND owner.deleted = 0
)";

// From a stand-in that was deleted, too.
constexpr const char *takeHashesSql = R"(
UPDATE issue_hash SET issue = ?1 WHERE id IN (SELECT hash FROM deleted_hash WHERE issue = ?1)
    AND (SELECT deleted FROM issue WHERE id = issue_hash.issue) > 0
)";

// The counts of ?1 are added to those of ?2. Hours lead their table's key: only those of the issue's time are looked
// at.
constexpr const char *addHoursSql = R"(
INSERT INTO issue_hour (hour, issue, count)
SELECT hour, ?2, count FROM issue_hour WHERE issue = ?1
    AND hour >= (SELECT first_seen / 3600000000 FROM issue WHERE id = ?1)
    AND hour <= (SELECT last_seen / 3600000000 FROM issue WHERE id = ?1)
ON CONFLICT DO UPDATE SET count = count + excluded.count
)";
constexpr const char *removeHoursSql = R"(
DELETE FROM issue_hour WHERE issue = ?1
    AND hour >= (SELECT first_seen / 3600000000 FROM issue WHERE id = ?1)
    AND hour <= (SELECT last_seen / 3600000000 FROM issue WHERE id = ?1)
)";
constexpr const char *addTagsSql = R"(
INSERT INTO issue_tag (issue, tag, count) SELECT ?2, tag, count FROM issue_tag WHERE issue = ?1
ON CONFLICT DO UPDATE SET count = count + excluded.count
)";

// As if the events of ?1 had come to ?2 at once: a resolved issue has regressed.
constexpr const char *addCountsSql = R"(
UPDATE issue SET
    status = iif(issue.status = 1, 3, issue.status),
    events = issue.events + gone.events,
    first_release = iif(gone.first_seen < issue.first_seen, gone.first_release, issue.first_release),
    first_seen = min(issue.first_seen, gone.first_seen),
    first_received = min(issue.first_received, gone.first_received),
    last_received = max(issue.last_received, gone.last_received)
FROM issue AS gone WHERE issue.id = ?2 AND gone.id = ?1
)";
constexpr const char *takeLatestSql = R"(
UPDATE issue SET (last_seen, level, unhandled, title, type, value, culprit, platform, release, environment, logger,
        transaction_name)
    = (gone.last_seen, gone.level, gone.unhandled, gone.title, gone.type, gone.value, gone.culprit, gone.platform,
        gone.release, gone.environment, gone.logger, gone.transaction_name)
FROM issue AS gone WHERE issue.id = ?2 AND gone.id = ?1 AND gone.last_seen >= issue.last_seen
)";

} // namespace

IssueDeletion::IssueDeletion(Database &database, const EventIndex &index)
    : m_database(database)
    , m_index(index)
{
}

template <class... Values> Result<void> IssueDeletion::run(const char *sql, const Values &...values)
{
    return m_database.prepare(sql).run(values...);
}

Result<void> IssueDeletion::remove(IssueId issue, Timestamp time, ChangeSet &changes)
{
    auto removed = run("UPDATE issue SET deleted = ?2 WHERE id = ?1 AND deleted = 0", issue.value, toMicros(time));
    if (!removed || m_database.changedRows() == 0) {
        return removed;
    }
    changes.issues.push_back(issue);
    return run(noteHashesSql, issue.value);
}

Result<void> IssueDeletion::restore(IssueId issue, ChangeSet &changes)
{
    auto restored = run("UPDATE issue SET deleted = 0 WHERE id = ?1 AND deleted > ?2", issue.value, beingRemoved);
    if (!restored || m_database.changedRows() == 0) {
        return restored;
    }
    changes.issues.push_back(issue);
    const auto since = standIns(issue);
    if (!since) {
        return tl::unexpected<Error>(since.error());
    }
    for (const IssueId standIn : *since) {
        if (auto merged = merge(standIn, issue); !merged) {
            return merged;
        }
        changes.issues.push_back(standIn);
    }
    return run(takeHashesSql, issue.value).and_then([&] {
        return run("DELETE FROM deleted_hash WHERE issue = ?1", issue.value);
    });
}

Result<std::vector<IssueId>> IssueDeletion::standIns(IssueId issue) const
{
    Statement statement = m_database.prepare(standInsSql);
    std::vector<IssueId> found;
    Cursor row(statement, issue.value);
    while (row.next()) {
        found.push_back({row.integer(0)});
    }
    return row.status().map([&] { return std::move(found); });
}

Result<void> IssueDeletion::merge(IssueId from, IssueId into)
{
    const std::int64_t gone = from.value;
    return run("UPDATE event SET issue = ?2 WHERE id IN (SELECT event FROM issue_event WHERE issue = ?1)", gone,
               into.value)
        .and_then([&] {
            return run("UPDATE event SET issue = ?2 WHERE id > ?3 AND issue = ?1", gone, into.value,
                       m_index.lastIndexed().value);
        })
        .and_then([&] {
            return run("INSERT INTO issue_event SELECT ?2, timestamp, event FROM issue_event WHERE issue = ?1", gone,
                       into.value);
        })
        .and_then([&] { return run("DELETE FROM issue_event WHERE issue = ?1", gone); })
        .and_then([&] { return run(addTagsSql, gone, into.value); })
        .and_then([&] { return run("DELETE FROM issue_tag WHERE issue = ?1", gone); })
        .and_then([&] { return run(addHoursSql, gone, into.value); })
        .and_then([&] { return run(removeHoursSql, gone); })
        .and_then([&] { return run("UPDATE issue_hash SET issue = ?2 WHERE issue = ?1", gone, into.value); })
        .and_then([&] { return run(addCountsSql, gone, into.value); })
        .and_then([&] { return run(takeLatestSql, gone, into.value); })
        .and_then([&] { return run("DELETE FROM issue WHERE id = ?1", gone); });
}

} // namespace picket::store
