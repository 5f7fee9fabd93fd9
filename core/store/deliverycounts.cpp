// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/deliverycounts.h"

#include "core/base/limits.h"

namespace picket::store {

namespace {

enum Kind { Requests = 0, Items = 1 };

constexpr std::string_view others = "*";

DeliveryCounts::Key ofAllOthers(const DeliveryCounts::Key &key)
{
    const int kind = std::get<1>(key);
    return {std::string(others), kind, std::string(kind == Items ? others : std::string_view()), std::get<3>(key)};
}

std::vector<DeliveryCounts::Key> keysOf(const model::DeliveryRow &row)
{
    std::vector<DeliveryCounts::Key> keys;
    keys.push_back({row.sdk, Requests, {}, std::string(model::outcomeName(row.outcome))});
    for (const model::ItemOutcome &item : row.items) {
        keys.push_back({row.sdk, Items, item.type, item.outcome});
    }
    return keys;
}

} // namespace

DeliveryCounts::DeliveryCounts(Database &database)
    : m_database(database)
    , m_upsert(database.prepare("INSERT INTO delivery_count (sdk, kind, item, outcome, count)"
                                " VALUES (?1, ?2, ?3, ?4, ?5)"
                                " ON CONFLICT DO UPDATE SET count = count + excluded.count"))
{
}

Result<void> DeliveryCounts::load()
{
    m_added.clear();
    m_isFlushed = false;
    m_known.clear();
    for (const auto &[key, count] : m_owed) {
        m_known.insert(key);
    }
    Statement statement = m_database.prepare("SELECT sdk, kind, item, outcome FROM delivery_count");
    Cursor row(statement);
    while (row.next()) {
        m_known.emplace(row.string(0), static_cast<int>(row.integer(1)), row.string(2), row.string(3));
    }
    return row.status();
}

DeliveryCounts::Key DeliveryCounts::known(Key &&key)
{
    Key counted = m_known.contains(key) || m_known.size() < limits::deliveryCounts ? std::move(key) : ofAllOthers(key);
    m_known.insert(counted);
    return counted;
}

void DeliveryCounts::add(const model::DeliveryRow &row, std::int64_t times)
{
    for (Key &key : keysOf(row)) {
        m_added[known(std::move(key))] += times;
    }
}

void DeliveryCounts::addUnkept(const model::DeliveryRow &row, std::int64_t times)
{
    for (Key &key : keysOf(row)) {
        m_owed[known(std::move(key))] += times;
    }
}

void DeliveryCounts::addTo(Counts &counts, const model::DeliveryRow &row, std::int64_t times)
{
    for (Key &key : keysOf(row)) {
        counts[counts.contains(key) || counts.size() < limits::deliveryCounts ? key : ofAllOthers(key)] += times;
    }
}

void DeliveryCounts::owe(Counts &&counts)
{
    for (auto &[key, count] : counts) {
        m_owed[known(Key(key))] += count;
    }
}

Result<void> DeliveryCounts::write(const Counts &counts)
{
    for (const auto &[key, count] : counts) {
        const auto &[sdk, kind, item, outcome] = key;
        auto done = m_upsert.run(std::string_view(sdk), kind, std::string_view(item), std::string_view(outcome), count);
        if (!done) {
            return done;
        }
    }
    return {};
}

Result<void> DeliveryCounts::flush(When when)
{
    const auto now = std::chrono::steady_clock::now();
    if (when == When::IfDue && now - m_lastFlush < interval) {
        return {};
    }
    m_lastFlush = now;
    m_isFlushed = true;
    return write(m_owed).and_then([&] { return write(m_added); });
}

void DeliveryCounts::committed()
{
    if (std::exchange(m_isFlushed, false)) {
        m_owed.clear();
    } else {
        for (const auto &[key, count] : m_added) {
            m_owed[key] += count;
        }
    }
    m_added.clear();
}

} // namespace picket::store
