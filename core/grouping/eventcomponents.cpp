// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/grouping/eventcomponents.h"

#include "core/base/limits.h"
#include "core/grouping/enginefailure.h"
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

std::vector<ExceptionComponent> exceptionsOf(const model::Event &event, FrameBudget &budget, const StackScope &scope)
{
    std::vector<ExceptionComponent> exceptions;
    for (auto it = event.exceptions.rbegin(); it != event.exceptions.rend(); ++it) { // the main one first
        if (!it->isNull && exceptions.size() < limits::exceptions) {
            exceptions.push_back(exceptionComponent(*it, scope, budget.forStack()));
            budget.spend(exceptions.back().stack);
        }
    }
    std::reverse(exceptions.begin(), exceptions.end());
    return exceptions;
}

// PROTOCOL D.7: the one that the main exception names, else the one that crashed, else the current one, else the only
// one.
const model::Thread *decidingThread(const std::vector<model::Thread> &threads, const model::Exception *main)
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
    if (main && !main->threadId.empty()) {
        if (const model::Thread *own = single([main](const auto &thread) { return thread.id == main->threadId; })) {
            return own;
        }
    }
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
    const auto hasFrame = [](const std::optional<StackComponent> &stack) {
        return stack && stack->crashFrame();
    };
    if (!exceptions.empty() && hasFrame(exceptions[selection.main].stack)) {
        return &*exceptions[selection.main].stack;
    }
    const auto &counted = selection.counted;
    const auto found = std::find_if(counted.rbegin(), counted.rend(),
                                    [&](std::size_t index) { return hasFrame(exceptions[index].stack); });
    if (found != counted.rend()) {
        return &*exceptions[*found].stack;
    }
    if (hasFrame(stacktrace)) {
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
    ImageMap images(event);
    const StackScope scope{event.platform, &images, &arena};
    EventComponents components;
    components.event = &event;
    FrameBudget budget;
    components.exceptions = exceptionsOf(event, budget, scope);
    components.selection = selectExceptions(components.exceptions, event);
    components.engineText = engineFailure(event, components.mainException());
    if (!components.engineText.empty() && !components.exceptions.empty()) {
        components.exceptions[components.selection.main].setEngineText(components.engineText);
    }
    if (event.stacktrace) {
        components.stacktrace = stackComponent(*event.stacktrace, scope, budget.forStack());
        budget.spend(components.stacktrace);
    }
    if (!event.threads.empty() && !someStackContributes(components.exceptions)) {
        const model::Thread *thread = decidingThread(event.threads, components.mainException());
        components.threadCrashed = thread && thread->crashed == true;
        if (!thread) {
            components.threadHint = hints::multipleCandidates;
        } else if (thread->stacktrace) {
            components.thread = stackComponent(*thread->stacktrace, scope, budget.forStack());
        } else {
            components.threadHint = hints::noFrames;
        }
    }
    return components;
}

} // namespace picket::grouping
