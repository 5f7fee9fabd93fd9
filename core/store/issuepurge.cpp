// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/issuepurge.h"

#include "core/base/limits.h"
#include "core/store/issuedeletion.h"
#include "core/store/issuewriter.h"

namespace picket::store {

namespace {

// Lengths are in the rows' headers: no payload is read for them.
constexpr const char *someEventsSql = R"(
SELECT event.id, event.timestamp, event.project, event.uuid,
    coalesce((SELECT length(payload) FROM event_payload WHERE id = event.id), 0)
    + coalesce((SELECT sum(length(payload)) FROM item WHERE event_uuid = event.uuid), 0)
FROM issue_event JOIN event ON event.id = issue_event.event WHERE issue_event.issue = ?1
ORDER BY issue_event.timestamp, issue_event.event LIMIT ?2
)";

} // namespace

IssuePurge::IssuePurge(Database &database, EventIndex &index)
    : m_database(database)
    , m_index(index)
{
}

Result<bool> IssuePurge::run(Timestamp before)
{
    const auto issue = next(before);
    if (!issue || !issue->isValid()) {
        return issue.map([](IssueId) { return false; });
    }
    // What a run would still merge cannot be taken out from under it.
    auto inTail = isInTail(*issue);
    if (!inTail) {
        return inTail;
    }
    return (*inTail ? m_index.mergeRun() : portion(*issue)).map([] { return true; });
}

// Those that were begun come first.
Result<IssueId> IssuePurge::next(Timestamp before) const
{
    Statement statement = m_database.prepare("SELECT id FROM issue WHERE deleted > 0 AND deleted < ?1"
                                             " ORDER BY deleted, id LIMIT 1");
    IssueId issue;
    Cursor row(statement, toMicros(before));
    if (row.next()) {
        issue = {row.integer(0)};
    }
    return row.status().map([&] { return issue; });
}

Result<bool> IssuePurge::isInTail(IssueId issue) const
{
    Statement statement = m_database.prepare("SELECT EXISTS (SELECT 1 FROM event WHERE id > ?1 AND issue = ?2)");
    Cursor row(statement, m_index.lastIndexed().value, issue.value);
    const bool found = row.next() && row.integer(0) != 0;
    return row.status().map([found] { return found; });
}

Result<void> IssuePurge::portion(IssueId issue)
{
    auto transaction = Transaction::begin(m_database, Transaction::Kind::Write);
    if (!transaction) {
        return tl::unexpected<Error>(std::move(transaction.error()));
    }
    Statement mark = m_database.prepare("UPDATE issue SET deleted = ?2 WHERE id = ?1");
    Statement removeHashes = m_database.prepare("DELETE FROM issue_hash WHERE issue = ?1");
    return mark.run(issue.value, beingRemoved)
        .and_then([&] { return removeHashes.run(issue.value); })
        .and_then([&] { return someEvents(issue); })
        .and_then([&](const std::vector<Event> &events) {
            return events.empty() ? removeIssue(issue) : removeEvents(issue, events);
        })
        .and_then([&] { return transaction->commit(); });
}

Result<std::vector<IssuePurge::Event>> IssuePurge::someEvents(IssueId issue) const
{
    Statement statement = m_database.prepare(someEventsSql);
    std::vector<Event> events;
    std::size_t bytes = 0;
    Cursor row(statement, issue.value, limits::purgedEvents);
    while (bytes < limits::purgedBytes && row.next()) {
        events.push_back({row.integer(0), row.integer(1), row.integer(2), uuidOf(row.blob(3))});
        bytes += static_cast<std::size_t>(row.integer(4));
    }
    return row.status().map([&] { return std::move(events); });
}

Result<void> IssuePurge::removeEvents(IssueId issue, const std::vector<Event> &events)
{
    Statement items = m_database.prepare("DELETE FROM item WHERE event_uuid = ?1 AND (project = ?2 OR project = 0)");
    Statement feedback = m_database.prepare("DELETE FROM feedback WHERE item IN (SELECT id FROM item"
                                            " WHERE event_uuid = ?1 AND (project = ?2 OR project = 0))");
    Statement trace = m_database.prepare("DELETE FROM event_trace WHERE event = ?1"
                                         " AND trace = (SELECT trace FROM event WHERE id = ?1)");
    Statement uuid = m_database.prepare("DELETE FROM event_uuid WHERE key = ?1 AND event = ?2");
    Statement time = m_database.prepare("DELETE FROM event_time WHERE timestamp = ?1 AND event = ?2");
    Statement membership =
        m_database.prepare("DELETE FROM issue_event WHERE issue = ?1 AND timestamp = ?2 AND event = ?3");
    Statement hour = m_database.prepare("DELETE FROM issue_hour WHERE hour = ?1 AND issue = ?2");
    Statement payload = m_database.prepare("DELETE FROM event_payload WHERE id = ?1");
    Statement problems = m_database.prepare("DELETE FROM event_problem WHERE event = ?1");
    Statement row = m_database.prepare("DELETE FROM event WHERE id = ?1");
    Result<void> removed;
    for (const Event &event : events) {
        removed = feedback.run(asBlob(event.uuid.bytes()), event.project)
                      .and_then([&] { return items.run(asBlob(event.uuid.bytes()), event.project); })
                      .and_then([&] { return trace.run(event.id); })
                      .and_then([&] { return uuid.run(uuidKey(event.uuid), event.id); })
                      .and_then([&] { return time.run(event.timestamp, event.id); })
                      .and_then([&] { return membership.run(issue.value, event.timestamp, event.id); })
                      .and_then([&] { return hour.run(hourOf(fromMicros(event.timestamp)), issue.value); })
                      .and_then([&] { return payload.run(event.id); })
                      .and_then([&] { return problems.run(event.id); })
                      .and_then([&] { return row.run(event.id); });
        if (!removed) {
            break;
        }
    }
    return removed;
}

// When its events have gone; its tags in portions, too, then the rest.
Result<void> IssuePurge::removeIssue(IssueId issue)
{
    Statement tags = m_database.prepare("DELETE FROM issue_tag WHERE issue = ?1 AND tag IN"
                                        " (SELECT tag FROM issue_tag WHERE issue = ?1 LIMIT ?2)");
    auto removed = tags.run(issue.value, limits::purgedRows);
    if (!removed || m_database.changedRows() > 0) {
        return removed;
    }
    return m_database.prepare("DELETE FROM issue WHERE id = ?1").run(issue.value);
}

} // namespace picket::store
