// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/grouping/framecomponent.h"
#include "core/grouping/hashing.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace picket::grouping {

// One stack as grouping sees it (PROTOCOL D.4), after the stack rules. Views into the event and the arena.
struct StackComponent {
    struct Verdict {
        bool contributes = false;
        std::string_view hint;
    };

    const model::Stacktrace *stack = nullptr;
    std::vector<FrameComponent> frames; // the newest ones, oldest first
    bool isCut = false; // older frames were left out
    Verdict app;
    Verdict system;

    [[nodiscard]] const Verdict &verdict(bool appVariant) const { return appVariant ? app : system; }
    // The frame that names the crash: the last one in-app, else the last one; null if there is none.
    [[nodiscard]] const FrameComponent *crashFrame() const;
    void addLeaves(Leaves &leaves, bool appVariant) const;
};

// Looks at the newest `frameLimit` frames of the stack.
[[nodiscard]] StackComponent stackComponent(const model::Stacktrace &stack, std::string_view eventPlatform,
                                            std::size_t frameLimit, TextArena &arena);

} // namespace picket::grouping
