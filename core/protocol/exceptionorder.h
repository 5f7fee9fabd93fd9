// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/event.h"

#include <vector>

namespace picket::protocol {

// Puts exceptions that number themselves into the order that SDKs send: the raised one last, before it what it holds,
// the last numbered child first. A list turned round is the same chain. Lists whose `exception_id` and `parent_id` are
// missing or contradict themselves stay as they are; items that are null keep their places.
void orderExceptions(std::vector<model::Exception> &exceptions);

} // namespace picket::protocol
