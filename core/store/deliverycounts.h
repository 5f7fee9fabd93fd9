// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/rows.h"
#include "core/store/sqlite.h"

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <tuple>

namespace picket::store {

// Writer thread only. How often something became of the requests of each SDK and of their items. Gathers through a
// batch: thousands of deliveries change a handful of rows. What names SDKs and items comes from outside: beyond
// limits::deliveryCounts rows, new names are counted as "*".
class DeliveryCounts final
{
public:
    explicit DeliveryCounts(Database &database);

    // At the start.
    [[nodiscard]] Result<void> load();
    // After a rollback.
    void forget() { m_added.clear(); }

    void add(const model::DeliveryRow &row);
    // Within the batch's transaction.
    [[nodiscard]] Result<void> flush();

private:
    // SDK, kind, item, outcome
    using Key = std::tuple<std::string, int, std::string, std::string>;
    void count(Key &&key);

    Database &m_database;
    Statement m_upsert;
    std::set<Key> m_known; // rows of the table, and those that the batch adds
    std::map<Key, std::int64_t> m_added;
};

} // namespace picket::store
