// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/eventplaces.h"

#include <limits>
#include <string>

namespace picket::store {

namespace {

// An issue that is asked for by its id is shown even when it is deleted: there is a way back.
std::string conditions(const PlaceQuestion &question, std::string_view notDeleted)
{
    std::string sql;
    if (question.range) {
        sql += " AND timestamp BETWEEN " + std::to_string(toMicros(question.range->from)) + " AND "
            + std::to_string(toMicros(question.range->to));
    }
    if (!question.filter.issue) {
        sql += notDeleted;
    }
    return sql;
}

std::string newestFirst(std::string_view id, std::size_t limit)
{
    std::string sql = " ORDER BY timestamp DESC, " + std::string(id) + " DESC";
    return limit > 0 ? sql + " LIMIT " + std::to_string(limit) : sql;
}

std::string recentSql(const PlaceQuestion &question)
{
    std::string sql = "SELECT timestamp, id FROM event WHERE id > ?1";
    if (question.filter.issue) {
        sql += " AND issue = " + std::to_string(question.filter.issue->value);
    }
    if (question.filter.project) {
        sql += " AND project = " + std::to_string(static_cast<std::int64_t>(question.filter.project->value));
    }
    return sql + conditions(question, " AND issue NOT IN (SELECT id FROM issue WHERE deleted > 0)")
        + newestFirst("id", question.limit);
}

// The index by time knows no issues. For some of its events each is looked at; for all of them, a set of those that are
// deleted costs less.
std::string_view notDeletedSql(std::size_t limit)
{
    return limit > 0 ? " AND (SELECT issue FROM event WHERE event.id = event_time.event) NOT IN"
                       " (SELECT id FROM issue WHERE deleted > 0)"
                     : " AND event NOT IN (SELECT event FROM issue_event WHERE issue IN"
                       " (SELECT id FROM issue WHERE deleted > 0))";
}

std::string indexedSql(const PlaceQuestion &question, bool anyDeleted)
{
    const EventFilter &filter = question.filter;
    std::string sql = "SELECT timestamp, event FROM event_time WHERE 1";
    if (filter.issue) {
        sql = "SELECT timestamp, event FROM issue_event WHERE issue = " + std::to_string(filter.issue->value);
    }
    if (filter.project) {
        const std::string project = std::to_string(static_cast<std::int64_t>(filter.project->value));
        sql += filter.issue
            ? " AND (SELECT project FROM issue WHERE id = " + std::to_string(filter.issue->value) + ") = " + project
            : " AND project = " + project;
    }
    return sql + conditions(question, anyDeleted ? notDeletedSql(question.limit) : std::string_view())
        + newestFirst("event", question.limit);
}

// `recent` comes in order; what is merged with it is read only as far as it is needed.
Result<std::vector<Place>> withIndexed(const Database &database, const PlaceQuestion &question,
                                       const std::vector<Place> &recent)
{
    const auto anyDeleted = database.integer("SELECT EXISTS (SELECT 1 FROM issue WHERE deleted > 0)");
    if (!anyDeleted) {
        return tl::unexpected<Error>(anyDeleted.error());
    }
    const std::size_t most = question.limit > 0 ? question.limit : std::numeric_limits<std::size_t>::max();
    std::vector<Place> places;
    auto next = recent.begin();
    Statement statement = database.prepare(indexedSql(question, *anyDeleted != 0));
    Cursor row(statement);
    while (places.size() < most && row.next()) {
        const Place place(row.integer(0), row.integer(1));
        for (; next != recent.end() && *next > place; ++next) {
            places.push_back(*next);
        }
        places.push_back(place);
    }
    if (!row.status()) {
        return tl::unexpected<Error>(row.status().error());
    }
    places.insert(places.end(), next, recent.end());
    if (places.size() > most) {
        places.resize(most);
    }
    return places;
}

} // namespace

Result<std::vector<Place>> readPlaces(const Database &database, const PlaceQuestion &question)
{
    const bool onlyRecent = question.after.isValid();
    const auto after = onlyRecent ? Result<std::int64_t>(question.after.value) : database.integer(lastIndexedSql);
    if (!after) {
        return tl::unexpected<Error>(after.error());
    }
    std::vector<Place> recent;
    Statement statement = database.prepare(recentSql(question));
    Cursor row(statement, *after);
    while (row.next()) {
        recent.emplace_back(row.integer(0), row.integer(1));
    }
    if (!row.status()) {
        return tl::unexpected<Error>(row.status().error());
    }
    return onlyRecent ? recent : withIndexed(database, question, recent);
}

} // namespace picket::store
