// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/grouping/framecomponent.h"
#include "core/grouping/hashing.h"
#include "core/grouping/imagemap.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace picket::grouping {

// What the stacks of one event share.
struct StackScope {
    std::string_view platform; // the event's
    ImageMap *images = nullptr;
    TextArena *arena = nullptr;
};

// One stack as grouping sees it (PROTOCOL D.4), after the stack rules. Views into the event and the arena.
struct StackComponent {
    struct Verdict {
        bool contributes = false;
        std::string_view hint;
        bool isThin = false; // only file names contribute: value or message must contribute as well

        [[nodiscard]] bool decides() const { return contributes && !isThin; }
    };

    const model::Stacktrace *stack = nullptr;
    std::vector<FrameComponent> frames; // the newest ones, oldest first
    bool isCut = false; // older frames were left out
    Verdict app;
    Verdict system;

    [[nodiscard]] const Verdict &verdict(bool appVariant) const { return appVariant ? app : system; }
    // The frame that names the crash: the last one in-app, else the last one before the error was raised, else the last
    // one; a logging library's only if there is no other. Null if there is none.
    [[nodiscard]] const FrameComponent *crashFrame() const;
    void addLeaves(Leaves &leaves, bool appVariant) const;
};

// Looks at the newest `frameLimit` frames of the stack.
[[nodiscard]] StackComponent stackComponent(const model::Stacktrace &stack, const StackScope &scope,
                                            std::size_t frameLimit);

} // namespace picket::grouping
