// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/grouping/exceptioncomponent.h"
#include "core/grouping/exceptiongroup.h"
#include "core/grouping/stackcomponent.h"
#include "core/model/event.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace picket::grouping {

// Everything of an event that has a stack, looked at once; strategies, fingerprint variables and title share it. Views
// into the event and the arena, which must outlive it.
struct EventComponents {
    const model::Event *event = nullptr;
    std::vector<ExceptionComponent> exceptions; // without the null ones, oldest cause first
    ExceptionSelection selection;
    std::optional<StackComponent> stacktrace; // top-level
    std::optional<StackComponent> thread; // of the one thread that speaks for the event; only if no exception's does
    std::string_view threadHint; // why there is no such thread
    bool threadCrashed = false;
    std::string engineText; // the failure text of a game engine; see engineFailure()

    // The one that title, culprit and place come from; null if there is none.
    [[nodiscard]] const model::Exception *mainException() const
    {
        return exceptions.empty() ? nullptr : exceptions[selection.main].exception;
    }
    // The stack that the crash frame, and with it title and culprit, come from; null if there is none: that of the main
    // exception, else of the next one that counts, else of the event or its thread.
    [[nodiscard]] const StackComponent *crashStack() const;
    [[nodiscard]] const FrameComponent *crashFrame() const;
};

[[nodiscard]] EventComponents eventComponents(const model::Event &event, TextArena &arena);

} // namespace picket::grouping
