// SPDX-License-Identifier: GPL-3.0-or-later
// Questions about items that are kept as they came, on a reader's connection.
#pragma once

#include "core/base/result.h"
#include "core/model/telemetry.h"
#include "core/store/reader.h"
#include "core/store/sqlite.h"

#include <span>
#include <vector>

namespace picket::store {

[[nodiscard]] Result<std::vector<ItemId>> readKeptItemIds(Database &database);
[[nodiscard]] Result<std::vector<model::KeptItemRow>> readKeptItems(Database &database, std::span<const ItemId> ids);
[[nodiscard]] Result<StoredItem> readItem(Database &database, ItemId id);

} // namespace picket::store
