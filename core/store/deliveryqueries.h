// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/rows.h"
#include "core/store/reader.h"
#include "core/store/sqlite.h"

#include <vector>

namespace picket::store {

// The wire log, newest first.
[[nodiscard]] Result<std::vector<model::DeliveryRow>> readDeliveries(Database &database, std::size_t limit);

// See Reader::deliveryCounts().
[[nodiscard]] Result<std::vector<model::DeliveryCount>> readDeliveryCounts(Database &database);

// Fills in what the wire log counts, ever.
[[nodiscard]] Result<void> readDeliveryTotals(Database &database, Totals &totals);

} // namespace picket::store
