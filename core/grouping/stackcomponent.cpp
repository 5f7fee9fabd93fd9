// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/grouping/stackcomponent.h"

#include "core/grouping/hints.h"
#include "core/grouping/stackrules.h"

#include <algorithm>

namespace picket::grouping {

namespace {

// Such a frame is all that some browsers tell about an error anywhere on a page.
bool isWeak(const StackComponent &component)
{
    return component.frames.size() == 1 && !component.isCut && component.frames[0].family == Family::JavaScript
        && (component.frames[0].functionName.empty() || component.frames[0].function.hint == hints::anonymous);
}

StackComponent::Verdict verdictOf(const StackComponent &component, bool appVariant)
{
    const auto &frames = component.frames;
    if (frames.empty()) {
        return {false, hints::noFrames};
    }
    if (isWeak(component)) {
        return {false, hints::weakFrame};
    }
    const auto counts = [appVariant](const FrameComponent &frame) {
        return frame.contributes(appVariant);
    };
    if (std::any_of(frames.begin(), frames.end(), counts)) {
        return {true, component.isCut ? hints::oldestFramesCut : std::string_view()};
    }
    const auto isInApp = [](const FrameComponent &frame) {
        return frame.state.inApp;
    };
    const bool lacksApp = appVariant && std::none_of(frames.begin(), frames.end(), isInApp);
    return {false, lacksApp ? hints::noInAppFrames : hints::noContributingFrames};
}

} // namespace

const FrameComponent *StackComponent::crashFrame() const
{
    const auto isInApp = [](const FrameComponent &frame) {
        return frame.state.inApp;
    };
    const auto inApp = std::find_if(frames.rbegin(), frames.rend(), isInApp);
    if (inApp != frames.rend()) {
        return &*inApp;
    }
    const auto isReal = [](const FrameComponent &frame) {
        return !frame.frame->isNull;
    };
    const auto last = std::find_if(frames.rbegin(), frames.rend(), isReal);
    return last != frames.rend() ? &*last : nullptr;
}

void StackComponent::addLeaves(Leaves &leaves, bool appVariant) const
{
    if (!verdict(appVariant).contributes) {
        return;
    }
    const auto addValue = [&leaves](Leaf leaf, const FrameValue &value) {
        if (value.contributes) {
            leaves.add(leaf, value.value);
        }
    };
    for (const FrameComponent &frame : frames) {
        if (!frame.contributes(appVariant)) {
            continue;
        }
        leaves.begin(Leaf::Frame);
        addValue(Leaf::Module, frame.module);
        addValue(Leaf::Filename, frame.filename);
        addValue(Leaf::Function, frame.function);
        addValue(Leaf::ContextLine, frame.contextLine);
    }
}

StackComponent stackComponent(const model::Stacktrace &stack, std::string_view eventPlatform, std::size_t frameLimit,
                              TextArena &arena)
{
    StackComponent component;
    component.stack = &stack;
    component.isCut = stack.frames.size() > frameLimit;
    const std::size_t first = component.isCut ? stack.frames.size() - frameLimit : 0;
    component.frames.reserve(stack.frames.size() - first);
    for (std::size_t i = first; i < stack.frames.size(); ++i) {
        const model::Frame &frame = stack.frames[i];
        FrameComponent &added = component.frames.emplace_back(frameComponent(frame, eventPlatform, arena));
        if (added.usable && i > 0 && isRecursion(frame, stack.frames[i - 1])) {
            added.usable = false;
            added.hint = hints::recursion;
        }
    }
    StackRules::builtIn().apply(component.frames, arena);
    component.app = verdictOf(component, true);
    component.system = verdictOf(component, false);
    return component;
}

} // namespace picket::grouping
