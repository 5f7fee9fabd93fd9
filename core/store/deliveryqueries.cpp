// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/deliveryqueries.h"

#include "core/store/deliverylog.h"

namespace picket::store {

Result<std::vector<model::DeliveryRow>> readDeliveries(Database &database, std::size_t limit)
{
    Statement statement = database.prepare(
        "SELECT seq, time, sdk, method, path, origin, peer, status, outcome, reason, bytes_on_wire, bytes_decoded,"
        " duration, project, items, process, program FROM delivery ORDER BY seq DESC LIMIT ?1");
    std::vector<model::DeliveryRow> deliveries;
    Cursor row(statement, limit);
    while (row.next()) {
        model::DeliveryRow delivery;
        delivery.id = {row.integer(0)};
        delivery.time = fromMicros(row.integer(1));
        delivery.sdk = row.string(2);
        delivery.method = row.string(3);
        delivery.path = row.string(4);
        delivery.origin = row.string(5);
        delivery.peer = row.string(6);
        delivery.status = static_cast<int>(row.integer(7));
        delivery.outcome = static_cast<model::Outcome>(row.integer(8));
        delivery.reason = row.string(9);
        delivery.bytesOnWire = static_cast<std::uint64_t>(row.integer(10));
        delivery.bytesDecoded = static_cast<std::uint64_t>(row.integer(11));
        delivery.durationMicros = row.integer(12);
        delivery.project = {static_cast<std::uint64_t>(row.integer(13))};
        delivery.items = unpackOutcomes(row.blob(14));
        delivery.peerProcess = row.integer(15);
        delivery.peerProgram = row.string(16);
        deliveries.push_back(std::move(delivery));
    }
    return row.status().map([&] { return std::move(deliveries); });
}

Result<std::vector<model::DeliveryCount>> readDeliveryCounts(Database &database)
{
    Statement statement = database.prepare("SELECT sdk, kind, item, outcome, count FROM delivery_count"
                                           " ORDER BY sdk, kind, item, outcome");
    std::vector<model::DeliveryCount> counts;
    Cursor row(statement);
    while (row.next()) {
        model::DeliveryCount count;
        count.sdk = row.string(0);
        if (row.integer(1) != 0) {
            count.item = row.string(2);
        }
        count.outcome = row.string(3);
        count.count = row.integer(4);
        counts.push_back(std::move(count));
    }
    return row.status().map([&] { return std::move(counts); });
}

Result<void> readDeliveryTotals(Database &database, Totals &totals)
{
    Statement statement = database.prepare("SELECT seq, refused_ever FROM delivery ORDER BY seq DESC LIMIT 1");
    Cursor row(statement);
    if (row.next()) {
        totals.deliveries = row.integer(0);
        totals.refused = row.integer(1);
    }
    return row.status();
}

} // namespace picket::store
