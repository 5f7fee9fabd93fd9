// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/event.h"

#include <vector>

namespace picket::protocol {

// Sorts exceptions by `exception_id` and `parent_id` into the order that SDKs usually send: the raised one last, each
// child before its parent, siblings by descending id. A reversed list becomes the same chain. Lists whose ids are
// missing or contradictory keep their order; items that are null keep their positions.
void orderExceptions(std::vector<model::Exception> &exceptions);

} // namespace picket::protocol
