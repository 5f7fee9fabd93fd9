// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/grouping/exceptioncomponent.h"
#include "core/model/event.h"

#include <cstddef>
#include <vector>

namespace picket::grouping {

// Which exceptions of an event count, in which order, and which one gives it title, culprit and place (PROTOCOL D.6).
// Indices are into the list that was given.
struct ExceptionSelection {
    std::vector<std::size_t> counted;
    std::size_t main = 0;
};

// An ExceptionGroup, AggregateError or the like with copies of one error counts as that error; with several errors as
// the set of them and its wrapper. A wrapper that has the only stack counts as well, and names the event. Everything
// else counts as the chain it is. Suppressed exceptions never count. Marks what is left out (`leftOut`).
[[nodiscard]] ExceptionSelection selectExceptions(std::vector<ExceptionComponent> &exceptions,
                                                  const model::Event &event);

} // namespace picket::grouping
