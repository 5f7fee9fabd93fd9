// SPDX-License-Identifier: GPL-3.0-or-later
// Which exception stands where, and which stack is its: pure, without a model or a widget.
#pragma once

#include "core/model/event.h"
#include "ui/state/navigator.h"

#include <cstddef>
#include <vector>

namespace picket::ui {

struct PlacedException {
    std::size_t index; // in Event::exceptions
    int indent; // depth in its group; 0 in a chain
};

// Outermost first: SDKs send the innermost cause first. Groups name their parents; a parent that names itself, or one
// that is missing, makes its child a root, so that every exception is placed exactly once.
[[nodiscard]] std::vector<PlacedException> placeExceptions(const std::vector<model::Exception> &exceptions);

struct FoundStack {
    const model::Stacktrace *stack = nullptr; // null: there is none
    FrameRef first; // its frame 0
};

// The exception's own stack; where it has none, that of the thread it names, or of the only crashed thread when it is
// the only exception (PROTOCOL C.5). Stacks without frames count as none.
[[nodiscard]] FoundStack stackOfException(const model::Event &event, std::size_t exception);

} // namespace picket::ui
