// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/timelinequeries.h"

#include "core/base/limits.h"
#include "core/store/eventplaces.h"
#include "core/store/issuequeries.h"

namespace picket::store {

Result<std::optional<TimeRange>> readTimeSpan(const Database &database, const IssueFilter &filter)
{
    IssueFilter anyTime = filter;
    anyTime.range.reset();
    Statement statement =
        database.prepare("SELECT min(first_seen), max(last_seen) FROM issue WHERE " + issueConditions(anyTime));
    std::optional<TimeRange> span;
    const auto read = [&span](Cursor row) {
        if (row.next() && !row.isNull(0)) {
            span = TimeRange{fromMicros(row.integer(0)), fromMicros(row.integer(1))};
        }
        return row.status();
    };
    const auto done =
        filter.text.empty() ? read(Cursor(statement)) : read(Cursor(statement, std::string_view(filter.text)));
    return done.map([&] { return span; });
}

Result<std::vector<model::EventPoint>> readEventPoints(Database &database, const EventFilter &filter,
                                                       const TimeRange &range)
{
    auto snapshot = Transaction::begin(database, Transaction::Kind::Read);
    if (!snapshot) {
        return tl::unexpected<Error>(std::move(snapshot.error()));
    }
    const auto places = readPlaces(database, {filter, range, limits::timelineEvents, {}});
    if (!places) {
        return tl::unexpected<Error>(places.error());
    }
    Statement statement = database.prepare("SELECT level FROM event WHERE id = ?1");
    std::vector<model::EventPoint> points;
    points.reserve(places->size());
    for (const auto &[timestamp, event] : *places) {
        Cursor row(statement, event);
        if (row.next()) {
            points.push_back({{event}, fromMicros(timestamp), static_cast<model::Level>(row.integer(0))});
        } else if (!row.status()) {
            return tl::unexpected<Error>(row.status().error());
        }
    }
    return points;
}

} // namespace picket::store
