// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/grouping/stackcomponent.h"
#include "core/model/grouping.h"

namespace picket::grouping {

// The part of a stack with a part for each of its frames. `counts` tells whether what holds the stack counts.
[[nodiscard]] model::GroupingPart explainStack(const StackComponent &stack, bool appVariant, bool counts);

} // namespace picket::grouping
