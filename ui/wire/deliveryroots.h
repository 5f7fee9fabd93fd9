// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/rows.h"
#include "ui/values/valuesearch.h"

#include <vector>

namespace picket::ui {

// One request of the wire log as groups of a tree of values: what came, what was answered and why, and what became of
// each item. Pure, any thread.
[[nodiscard]] std::vector<ValueRoot> deliveryRoots(const model::DeliveryRow &delivery);

} // namespace picket::ui
