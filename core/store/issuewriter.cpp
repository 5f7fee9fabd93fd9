// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/issuewriter.h"

#include "core/base/limits.h"
#include "core/store/packed.h"

#include <algorithm>
#include <chrono>
#include <cstring>

namespace picket::store {

namespace {

// A deleted issue owns nothing that comes.
constexpr const char *findHashSql = "SELECT issue_hash.id, iif(issue.deleted = 0, issue.id, 0) FROM issue_hash JOIN "
                                    "issue ON issue.id = issue_hash.issue"
                                    " WHERE issue_hash.project = ?1 AND issue_hash.hash = ?2";

constexpr const char *addIssueSql =
    "INSERT INTO issue (project, status, events, first_seen, last_seen, first_received, last_received, first_release,"
    " level, unhandled, title, type, value, culprit, platform, release, environment, logger, transaction_name)"
    " VALUES (?1, ?2, 0, ?3, ?3, ?4, ?4, ?5, 0, 0, '', '', '', '', '', '', '', '', '')";

constexpr const char *updateCountsSql =
    "UPDATE issue SET status = ?2, events = events + ?3, first_seen = ?4, first_received = ?5, last_received = ?6,"
    " first_release = coalesce(?7, first_release) WHERE id = ?1";

constexpr const char *updateLatestSql =
    "UPDATE issue SET last_seen = ?2, level = ?3, unhandled = ?4, title = ?5, type = ?6, value = ?7, culprit = ?8,"
    " platform = ?9, release = ?10, environment = ?11, logger = ?12, transaction_name = ?13 WHERE id = ?1";

} // namespace

std::string_view cut(std::string_view utf8, std::size_t most)
{
    if (utf8.size() <= most) {
        return utf8;
    }
    std::size_t characters = 0;
    for (std::size_t i = 0; i < utf8.size(); ++i) {
        const bool begins = (static_cast<unsigned char>(utf8[i]) & 0xc0) != 0x80;
        if (begins && ++characters > most) {
            return utf8.substr(0, i);
        }
    }
    return utf8;
}

std::int64_t hourOf(Timestamp time)
{
    return std::chrono::floor<std::chrono::hours>(time).time_since_epoch().count();
}

std::size_t IssueWriter::KeyHash::operator()(const Key &key) const
{
    std::uint64_t part = 0; // the hash is a digest: any part of it is well spread
    std::memcpy(&part, key.hash.bytes.data(), sizeof part);
    return static_cast<std::size_t>(part ^ (key.project * 0x9e3779b97f4a7c15U));
}

IssueWriter::IssueWriter(Database &database)
    : m_database(database)
    , m_findHash(database.prepare(findHashSql))
    , m_moveHash(database.prepare("UPDATE issue_hash SET issue = ?2 WHERE id = ?1"))
    , m_addHash(database.prepare("INSERT INTO issue_hash (project, hash, issue, algorithm) VALUES (?1, ?2, ?3, ?4)"))
    , m_addProject(database.prepare("INSERT OR IGNORE INTO project (id) VALUES (?1)"))
    , m_addIssue(database.prepare(addIssueSql))
    , m_readIssue(database.prepare(
          "SELECT status, first_seen, last_seen, first_received, last_received FROM issue WHERE id = ?1"))
    , m_updateCounts(database.prepare(updateCountsSql))
    , m_updateLatest(database.prepare(updateLatestSql))
    , m_addHour(database.prepare("INSERT INTO issue_hour (hour, issue, count) VALUES (?1, ?2, ?3)"
                                 " ON CONFLICT DO UPDATE SET count = count + excluded.count"))
    , m_owners(limits::hashCache)
    , m_projects(limits::hashCache)
{
}

Result<IssueWriter::Owner> IssueWriter::owner(const Key &key)
{
    if (const Owner *known = m_owners.find(key)) {
        return *known;
    }
    Cursor row(m_findHash, key.project, asBlob(key.hash.bytes));
    if (row.next()) {
        const Owner found{row.integer(0), {row.integer(1)}};
        m_owners.put(key, found);
        return found;
    }
    return row.status().map([] { return Owner(); });
}

Result<IssueWriter::Placed> IssueWriter::place(ProjectId project, const NewEvent &event, ChangeSet &changes)
{
    Placed placed;
    std::vector<Owner> owners;
    for (const model::GroupingHash &hash : event.grouping.hashes) {
        auto found = owner({project.value, hash});
        if (!found) {
            return tl::unexpected<Error>(std::move(found.error()));
        }
        if (!placed.issue.isValid()) {
            placed.issue = found->issue;
        }
        owners.push_back(*found);
    }
    if (!placed.issue.isValid()) {
        auto added = addIssue(project, event, changes);
        if (!added) {
            return tl::unexpected<Error>(std::move(added.error()));
        }
        placed.issue = *added;
    }
    for (std::size_t i = 0; i < owners.size(); ++i) {
        if (!owners[i].issue.isValid()) {
            auto owned = own({project.value, event.grouping.hashes[i]}, owners[i], placed.issue, event);
            if (!owned) {
                return tl::unexpected<Error>(std::move(owned.error()));
            }
        }
        packInteger(placed.hashes, static_cast<std::uint64_t>(owners[i].hash));
    }
    return placed;
}

Result<void> IssueWriter::own(const Key &key, Owner &owner, IssueId issue, const NewEvent &event)
{
    auto owned = owner.hash == 0
        ? m_addHash.run(key.project, asBlob(key.hash.bytes), issue.value, event.grouping.algorithm)
        : m_moveHash.run(owner.hash, issue.value);
    return owned.map([&] {
        owner = {owner.hash == 0 ? m_database.lastRowId() : owner.hash, issue};
        m_owners.put(key, owner);
    });
}

Result<void> IssueWriter::ensureProject(ProjectId project)
{
    if (m_projects.find(project.value)) {
        return {};
    }
    return m_addProject.run(project.value).map([&] { m_projects.put(project.value, true); });
}

Result<IssueId> IssueWriter::addIssue(ProjectId project, const NewEvent &event, ChangeSet &changes)
{
    auto added = ensureProject(project).and_then([&] {
        return m_addIssue.run(project.value, static_cast<int>(model::IssueStatus::Unresolved),
                              toMicros(event.event.timestamp), toMicros(event.event.received),
                              cut(event.event.release, limits::shortText));
    });
    if (!added) {
        return tl::unexpected<Error>(std::move(added.error()));
    }
    const IssueId issue{m_database.lastRowId()};
    changes.newIssues.push_back(issue);
    return issue;
}

void IssueWriter::count(IssueId issue, const NewEvent &event)
{
    Delta &delta = m_deltas[issue];
    const model::Event &values = event.event;
    if (delta.events == 0) {
        delta.first = delta.latest = &event;
        delta.firstReceived = delta.lastReceived = values.received;
    }
    ++delta.events;
    if (values.timestamp < delta.first->event.timestamp) {
        delta.first = &event;
    }
    if (values.timestamp >= delta.latest->event.timestamp) {
        delta.latest = &event;
    }
    delta.firstReceived = std::min(delta.firstReceived, values.received);
    delta.lastReceived = std::max(delta.lastReceived, values.received);
    ++m_hours[{hourOf(values.timestamp), issue}];
}

Result<void> IssueWriter::flush(ChangeSet &changes)
{
    for (const auto &[issue, delta] : m_deltas) {
        if (auto flushed = flushIssue(issue, delta, changes); !flushed) {
            return flushed;
        }
    }
    m_deltas.clear();
    return flushHours();
}

Result<void> IssueWriter::flushIssue(IssueId issue, const Delta &delta, ChangeSet &changes)
{
    std::int64_t status = 0;
    std::int64_t firstSeen = toMicros(delta.first->event.timestamp);
    std::int64_t firstReceived = toMicros(delta.firstReceived);
    std::int64_t lastReceived = toMicros(delta.lastReceived);
    bool isFirst = true;
    bool isLatest = true;
    {
        Cursor row(m_readIssue, issue.value);
        if (!row.next()) {
            return row.status().and_then(
                []() -> Result<void> { return failure(ErrorCode::Corrupt, "an issue that is known is missing"); });
        }
        status = row.integer(0);
        isFirst = firstSeen < row.integer(1);
        firstSeen = std::min(firstSeen, row.integer(1));
        isLatest = toMicros(delta.latest->event.timestamp) >= row.integer(2);
        firstReceived = std::min(firstReceived, row.integer(3));
        lastReceived = std::max(lastReceived, row.integer(4));
    }
    if (status == static_cast<int>(model::IssueStatus::Resolved)) {
        status = static_cast<int>(model::IssueStatus::Regressed);
        changes.regressed.push_back(issue);
    }
    changes.issues.push_back(issue);
    const std::string_view release = cut(delta.first->event.release, limits::shortText);
    auto updated = isFirst
        ? m_updateCounts.run(issue.value, status, delta.events, firstSeen, firstReceived, lastReceived, release)
        : m_updateCounts.run(issue.value, status, delta.events, firstSeen, firstReceived, lastReceived, nullptr);
    if (!updated || !isLatest) {
        return updated;
    }
    const model::Event &event = delta.latest->event;
    const model::Grouping &grouping = delta.latest->grouping;
    const auto brief = [](const std::string &text) {
        return cut(text, limits::shortText);
    };
    return m_updateLatest.run(issue.value, toMicros(event.timestamp), static_cast<int>(event.level),
                              event.isUnhandled() ? 1 : 0, cut(grouping.title, limits::title), brief(grouping.type),
                              cut(grouping.value, limits::exceptionValue), cut(grouping.culprit, limits::culprit),
                              brief(event.platform), brief(event.release), brief(event.environment),
                              brief(event.logger), brief(event.transaction));
}

Result<void> IssueWriter::flushHours()
{
    for (const auto &[hourAndIssue, count] : m_hours) {
        if (auto added = m_addHour.run(hourAndIssue.first, hourAndIssue.second.value, count); !added) {
            return added;
        }
    }
    m_hours.clear();
    return {};
}

void IssueWriter::forget()
{
    m_owners.clear();
    m_projects.clear();
    m_deltas.clear();
    m_hours.clear();
}

} // namespace picket::store
