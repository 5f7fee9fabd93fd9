// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/rows.h"
#include "core/store/sqlite.h"

#include <chrono>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>

namespace picket::store {

// Writer thread only. How often something became of the requests of each SDK and of their items. Gathers through a
// batch: thousands of deliveries change a handful of rows. Under load it gathers through many, as each would write a
// page of its own for it: a kill then costs the counts of `interval`, never a row of the log. What names
// SDKs and items comes from outside: beyond limits::deliveryCounts rows, new names are counted as "*".
class DeliveryCounts final
{
public:
    static constexpr std::chrono::milliseconds interval{50}; // between two times that the table is written

    explicit DeliveryCounts(Database &database);

    // At the start and after every rollback: what the batch added counts no more.
    [[nodiscard]] Result<void> load();

    void add(const model::DeliveryRow &row, std::int64_t times = 1);
    // A request whose row is not kept: counted as if it had been committed.
    void addUnkept(const model::DeliveryRow &row, std::int64_t times);
    // Within the batch's transaction; When::Now writes what would otherwise wait.
    enum class When { IfDue, Now };
    [[nodiscard]] Result<void> flush(When when);
    // After its commit.
    void committed();
    // Committed deliveries are not counted in the table yet.
    [[nodiscard]] bool isOwing() const { return !m_owed.empty(); }

    // SDK, kind, item, outcome
    using Key = std::tuple<std::string, int, std::string, std::string>;
    using Counts = std::map<Key, std::int64_t>;
    // What is not in the table yet goes on to the next connection.
    [[nodiscard]] Counts takeOwed() { return std::exchange(m_owed, {}); }
    void owe(Counts &&counts);
    // The same bounded by itself: while there is no connection.
    static void addTo(Counts &counts, const model::DeliveryRow &row, std::int64_t times);

private:
    // The key under which it is counted: its own, or that of all others.
    [[nodiscard]] Key known(Key &&key);
    [[nodiscard]] Result<void> write(const Counts &counts);

    Database &m_database;
    Statement m_upsert;
    std::set<Key> m_known; // rows of the table, and those that are to come
    Counts m_added; // by the batch
    Counts m_owed; // by committed ones
    bool m_isFlushed = false; // in the transaction that is open
    std::chrono::steady_clock::time_point m_lastFlush;
};

} // namespace picket::store
