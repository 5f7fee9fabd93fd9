// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/issuequeries.h"

#include "core/store/issuewriter.h"

#include <algorithm>

namespace picket::store {

namespace {

constexpr std::int64_t trendHours = 24;

std::string projectName(ProjectId project, std::string_view given)
{
    if (!given.empty()) {
        return std::string(given);
    }
    return project.isSpotlight() ? "Spotlight" : std::to_string(project.value);
}

const char *column(IssueOrder order)
{
    switch (order) {
    case IssueOrder::LastSeen:
        return "last_seen";
    case IssueOrder::FirstSeen:
        return "first_seen";
    case IssueOrder::Events:
        return "events";
    case IssueOrder::Title:
        return "title COLLATE NOCASE";
    case IssueOrder::Level:
        return "level";
    case IssueOrder::Project:
        return "project";
    case IssueOrder::Release:
        return "release";
    case IssueOrder::Environment:
        return "environment";
    case IssueOrder::Status:
        return "status";
    }
    return "last_seen";
}

std::string micros(Timestamp time)
{
    return std::to_string(toMicros(time));
}

// Its edges are events. Between them an issue may have had none in that time: only the events know.
std::string rangeCondition(const TimeRange &range)
{
    const std::string within = " BETWEEN " + micros(range.from) + " AND " + micros(range.to);
    return " AND last_seen >= " + micros(range.from) + " AND first_seen <= " + micros(range.to) + " AND (last_seen"
        + within + " OR first_seen" + within
        + " OR EXISTS (SELECT 1 FROM issue_event WHERE issue_event.issue = issue.id AND timestamp" + within
        + ") OR id IN (SELECT event.issue FROM event WHERE event.id >"
          " (SELECT value FROM state WHERE name = 'indexed_event') AND timestamp"
        + within + "))";
}

std::string statusCondition(std::span<const model::IssueStatus> statuses)
{
    std::string list;
    for (const model::IssueStatus status : statuses) {
        list += (list.empty() ? "" : ", ") + std::to_string(static_cast<int>(status));
    }
    return "status IN (" + list + ")";
}

std::string countOf(std::initializer_list<model::IssueStatus> statuses, const std::string &andAlso = {})
{
    return "count(*) FILTER (WHERE " + statusCondition(std::span(statuses)) + andAlso + ")";
}

template <class... Values> Result<std::vector<IssueId>> collect(Statement &statement, const Values &...values)
{
    std::vector<IssueId> ids;
    Cursor row(statement, values...);
    while (row.next()) {
        ids.push_back({row.integer(0)});
    }
    return row.status().map([&] { return std::move(ids); });
}

model::IssueRow rowOf(const Cursor &row)
{
    model::IssueRow issue;
    issue.id = {row.integer(0)};
    issue.project = {static_cast<std::uint64_t>(row.integer(1))};
    issue.projectName = projectName(issue.project, row.text(2));
    issue.status = static_cast<model::IssueStatus>(row.integer(3));
    issue.events = row.integer(4);
    issue.firstSeen = fromMicros(row.integer(5));
    issue.lastSeen = fromMicros(row.integer(6));
    issue.firstRelease = row.string(7);
    issue.level = static_cast<model::Level>(row.integer(8));
    issue.unhandled = row.integer(9) != 0;
    issue.title = row.string(10);
    issue.type = row.string(11);
    issue.value = row.string(12);
    issue.culprit = row.string(13);
    issue.platform = row.string(14);
    issue.release = row.string(15);
    issue.environment = row.string(16);
    issue.logger = row.string(17);
    issue.transaction = row.string(18);
    return issue;
}

Result<void> readTrend(Statement &statement, std::int64_t currentHour, model::IssueRow &issue)
{
    const std::int64_t oldest = currentHour - trendHours + 1;
    issue.trend.assign(static_cast<std::size_t>(trendHours), 0);
    // Hours lead the table's key: one lookup for each hour in which the issue can have had events.
    const std::int64_t last = std::min(currentHour, hourOf(issue.lastSeen));
    for (std::int64_t hour = std::max(oldest, hourOf(issue.firstSeen)); hour <= last; ++hour) {
        Cursor count(statement, hour, issue.id.value);
        if (count.next()) {
            issue.trend[static_cast<std::size_t>(hour - oldest)] = static_cast<std::int32_t>(count.integer(0));
        } else if (!count.status()) {
            return count.status();
        }
    }
    return {};
}

} // namespace

std::string issueConditions(const IssueFilter &filter)
{
    std::string sql = "deleted = 0";
    if (!filter.statuses.empty()) {
        sql += " AND " + statusCondition(filter.statuses);
    }
    if (filter.project) {
        sql += " AND project = " + std::to_string(static_cast<std::int64_t>(filter.project->value));
    }
    if (filter.range) {
        sql += rangeCondition(*filter.range);
    }
    if (filter.newSince) {
        sql += " AND first_received >= " + micros(*filter.newSince);
    }
    if (!filter.text.empty()) {
        sql += " AND (contains_text(title, ?1) OR contains_text(culprit, ?1))";
    }
    return sql;
}

Result<std::vector<IssueId>> readIssueIds(Database &database, const IssueFilter &filter, IssueOrder order,
                                          bool descending, std::size_t limit)
{
    const std::string direction = descending ? " DESC" : "";
    std::string sql =
        "SELECT id FROM issue WHERE " + issueConditions(filter) + " ORDER BY " + column(order) + direction;
    sql += order == IssueOrder::LastSeen ? ", id" + direction : ", last_seen DESC, id DESC";
    if (limit > 0) {
        sql += " LIMIT " + std::to_string(limit);
    }
    Statement statement = database.prepare(sql);
    return filter.text.empty() ? collect(statement) : collect(statement, std::string_view(filter.text));
}

Result<IssueCounts> readIssueCounts(Database &database, const IssueFilter &filter, std::optional<Timestamp> newSince)
{
    using model::IssueStatus;
    const std::string fresh = newSince
        ? countOf({IssueStatus::Unresolved, IssueStatus::Regressed}, " AND first_received >= " + micros(*newSince))
        : "0"; // without it an index answers
    Statement statement =
        database.prepare("SELECT " + countOf({IssueStatus::Unresolved, IssueStatus::Regressed}) + ", " + fresh + ", "
                         + countOf({IssueStatus::Regressed}) + ", " + countOf({IssueStatus::Muted})
                         + " FROM issue WHERE " + issueConditions(filter));
    const auto read = [](Cursor &row) {
        IssueCounts counts;
        if (row.next()) {
            counts = {row.integer(0), row.integer(1), row.integer(2), row.integer(3)};
        }
        return row.status().map([&] { return counts; });
    };
    if (filter.text.empty()) {
        Cursor row(statement);
        return read(row);
    }
    const std::string_view text = filter.text;
    Cursor row(statement, text);
    return read(row);
}

Result<std::vector<model::IssueRow>> readIssues(Database &database, std::span<const IssueId> ids)
{
    Statement statement = database.prepare(
        "SELECT issue.id, issue.project, project.name, status, events, first_seen, last_seen, first_release, level,"
        " unhandled, title, type, value, culprit, platform, release, environment, logger, transaction_name"
        " FROM issue LEFT JOIN project ON project.id = issue.project WHERE issue.id = ?1 AND deleted = 0");
    Statement trend = database.prepare("SELECT count FROM issue_hour WHERE hour = ?1 AND issue = ?2");
    const std::int64_t currentHour = hourOf(now());
    std::vector<model::IssueRow> issues;
    issues.reserve(ids.size());
    for (const IssueId id : ids) {
        Cursor row(statement, id.value);
        if (row.next()) {
            issues.push_back(rowOf(row));
            if (auto read = readTrend(trend, currentHour, issues.back()); !read) {
                return tl::unexpected<Error>(std::move(read.error()));
            }
        } else if (!row.status()) {
            return tl::unexpected<Error>(row.status().error());
        }
    }
    return issues;
}

Result<std::vector<model::ProjectRow>> readProjects(Database &database)
{
    Statement statement =
        database.prepare("SELECT project.id, project.name, count(issue.id), coalesce(sum(issue.events), 0)"
                         " FROM project LEFT JOIN issue ON issue.project = project.id AND issue.deleted = 0"
                         " GROUP BY project.id ORDER BY project.id");
    std::vector<model::ProjectRow> projects;
    Cursor row(statement);
    while (row.next()) {
        const ProjectId id{static_cast<std::uint64_t>(row.integer(0))};
        projects.push_back({id, projectName(id, row.text(1)), row.integer(2), row.integer(3)});
    }
    return row.status().map([&] { return std::move(projects); });
}

Result<Totals> readIssueTotals(Database &database)
{
    Statement statement = database.prepare("SELECT count(*), coalesce(sum(events), 0)"
                                           " FROM issue INDEXED BY issue_by_last_seen WHERE deleted = 0");
    Totals totals;
    Cursor row(statement);
    if (row.next()) {
        totals.issues = row.integer(0);
        totals.events = row.integer(1);
    }
    return row.status().map([&] { return totals; });
}

} // namespace picket::store
