// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/grouping/frameexplanation.h"

#include "core/grouping/hints.h"
#include "core/grouping/stackrules.h"

namespace picket::grouping {

namespace {

using model::GroupingPart;

void addValue(GroupingPart &frame, std::string_view id, const FrameValue &value)
{
    if (!value.value.empty()) {
        frame.children.push_back({std::string(id),
                                  frame.contributes && value.contributes,
                                  std::string(value.hint),
                                  std::string(value.value),
                                  {}});
    }
}

void addRule(GroupingPart &frame, std::uint16_t rule)
{
    frame.children.push_back({"rule", false, {}, std::string(StackRules::builtIn().text(rule)), {}});
}

GroupingPart framePart(const FrameComponent &component, bool appVariant, bool stackCounts)
{
    const FrameState &state = component.state;
    GroupingPart part{"frame", stackCounts && component.contributes(appVariant), {}, {}, {}};
    addValue(part, "module", component.module);
    addValue(part, "filename", component.filename);
    addValue(part, "function", component.function);
    addValue(part, "context_line", component.contextLine);
    addValue(part, "place", component.place);
    if (!component.usable) {
        part.hint = component.hint;
    } else if (state.ignored) {
        part.hint = hints::ignoredByRule;
        addRule(part, state.groupRule);
    } else if (appVariant && !state.inApp) {
        const bool byRule = state.inAppRule != FrameState::noRule;
        part.hint = byRule ? hints::notInAppByRule : hints::notInApp;
        if (byRule) {
            addRule(part, state.inAppRule);
        }
    }
    return part;
}

} // namespace

GroupingPart explainStack(const StackComponent &stack, bool appVariant, bool counts)
{
    const StackComponent::Verdict &verdict = stack.verdict(appVariant);
    counts = counts && verdict.contributes;
    GroupingPart part{"stacktrace", counts, std::string(verdict.hint), {}, {}};
    part.children.reserve(stack.frames.size());
    for (const FrameComponent &frame : stack.frames) {
        part.children.push_back(framePart(frame, appVariant, counts));
    }
    return part;
}

} // namespace picket::grouping
