// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/event.h"
#include "core/protocol/coercions.h"

#include <vector>

namespace picket::protocol {

// PROTOCOL C.3. Positions are kept: an item that is null is there with isNull; one that is no object is its own value.
// Beyond limits::exceptions the oldest causes are left out with a problem. Exceptions that number themselves come in
// the order of their ids.
[[nodiscard]] std::vector<model::Exception> readExceptions(const JsonNode &node, const ReadScope &scope);

// PROTOCOL C.5.
[[nodiscard]] std::vector<model::Thread> readThreads(const JsonNode &node, const ReadScope &scope);

// PROTOCOL C.1 and C.5: a top-level stack belongs to the only exception if that has none. An exception without a stack
// has that of the thread it names, whatever flags the threads have; the only one that names none has that of the only
// crashed thread.
void assignStacks(model::Event &event);

} // namespace picket::protocol
