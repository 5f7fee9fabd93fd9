// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/originqueries.h"

namespace picket::store {

Result<std::vector<model::BlockedOrigin>> readBlockedOrigins(const Database &database)
{
    // "null" is what any page can send from a sandboxed frame: it is nobody's, so nobody can allow it.
    Statement statement =
        database.prepare("SELECT lower(origin) AS page, count(*) AS requests, max(time) FROM delivery"
                         " WHERE reason GLOB 'forbidden_origin*'"
                         " AND page NOT IN ('', 'null') AND page NOT IN (SELECT origin FROM allowed_origin)"
                         " GROUP BY page ORDER BY requests DESC, page");
    std::vector<model::BlockedOrigin> origins;
    Cursor row(statement);
    while (row.next()) {
        origins.push_back({row.string(0), row.integer(1), fromMicros(row.integer(2))});
    }
    return row.status().map([&] { return std::move(origins); });
}

Result<std::vector<std::string>> readAllowedOrigins(const Database &database)
{
    Statement statement = database.prepare("SELECT origin FROM allowed_origin ORDER BY time, origin");
    std::vector<std::string> origins;
    Cursor row(statement);
    while (row.next()) {
        origins.push_back(row.string(0));
    }
    return row.status().map([&] { return std::move(origins); });
}

} // namespace picket::store
