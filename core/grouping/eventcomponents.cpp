// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/grouping/eventcomponents.h"

#include "core/base/limits.h"
#include "core/grouping/hints.h"

#include <algorithm>

namespace picket::grouping {

namespace {

// Frames that the event's stacks may still use up.
class FrameBudget final
{
public:
    [[nodiscard]] std::size_t forStack() const { return std::min(limits::groupedFrames, m_left); }
    void spend(const std::optional<StackComponent> &stack) { m_left -= stack ? stack->frames.size() : 0; }

private:
    std::size_t m_left = limits::groupedFramesOfEvent;
};

std::vector<ExceptionComponent> exceptionsOf(const model::Event &event, FrameBudget &budget, TextArena &arena)
{
    std::vector<ExceptionComponent> exceptions;
    for (auto it = event.exceptions.rbegin(); it != event.exceptions.rend(); ++it) { // the main one first
        if (!it->isNull && exceptions.size() < limits::exceptions) {
            exceptions.push_back(exceptionComponent(*it, event.platform, budget.forStack(), arena));
            budget.spend(exceptions.back().stack);
        }
    }
    std::reverse(exceptions.begin(), exceptions.end());
    return exceptions;
}

// PROTOCOL D.7: the one that crashed, else the current one, else the only one.
const model::Thread *decidingThread(const std::vector<model::Thread> &threads)
{
    const auto single = [&threads](auto &&applies) -> const model::Thread * {
        const model::Thread *found = nullptr;
        for (const model::Thread &thread : threads) {
            if (!thread.isNull && applies(thread)) {
                if (found) {
                    return nullptr;
                }
                found = &thread;
            }
        }
        return found;
    };
    if (const model::Thread *crashed = single([](const auto &thread) { return thread.crashed.value_or(false); })) {
        return crashed;
    }
    if (const model::Thread *current = single([](const auto &thread) { return thread.current.value_or(false); })) {
        return current;
    }
    return single([](const auto &) { return true; });
}

bool someStackContributes(const std::vector<ExceptionComponent> &exceptions)
{
    return std::any_of(exceptions.begin(), exceptions.end(), [](const ExceptionComponent &exception) {
        return exception.stackContributes(true) || exception.stackContributes(false);
    });
}

} // namespace

const StackComponent *EventComponents::crashStack() const
{
    if (!exceptions.empty() && exceptions.back().stack && !exceptions.back().stack->frames.empty()) {
        return &*exceptions.back().stack;
    }
    if (stacktrace) {
        return &*stacktrace;
    }
    return thread ? &*thread : nullptr;
}

const FrameComponent *EventComponents::crashFrame() const
{
    const StackComponent *stack = crashStack();
    return stack ? stack->crashFrame() : nullptr;
}

EventComponents eventComponents(const model::Event &event, TextArena &arena)
{
    EventComponents components;
    components.event = &event;
    FrameBudget budget;
    components.exceptions = exceptionsOf(event, budget, arena);
    components.selection = selectExceptions(components.exceptions, event);
    if (event.stacktrace) {
        components.stacktrace = stackComponent(*event.stacktrace, event.platform, budget.forStack(), arena);
        budget.spend(components.stacktrace);
    }
    if (!event.threads.empty() && !someStackContributes(components.exceptions)) {
        const model::Thread *thread = decidingThread(event.threads);
        if (!thread) {
            components.threadHint = hints::multipleCandidates;
        } else if (thread->stacktrace) {
            components.thread = stackComponent(*thread->stacktrace, event.platform, budget.forStack(), arena);
        } else {
            components.threadHint = hints::noFrames;
        }
    }
    return components;
}

} // namespace picket::grouping
