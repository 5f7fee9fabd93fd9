// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/grouping/strategies.h"

#include "core/base/limits.h"
#include "core/grouping/grouper.h"
#include "core/grouping/hints.h"
#include "core/grouping/names/foldername.h"
#include "core/grouping/securityreport.h"

#include <algorithm>
#include <utility>

namespace picket::grouping {

namespace {

VariantLeaves exceptionLeaves(const EventComponents &components, bool appVariant)
{
    VariantLeaves variant;
    variant.leaves.reserve(2048); // of the usual event
    for (const std::size_t index : components.selection.counted) {
        const ExceptionComponent &exception = components.exceptions[index];
        exception.addLeaves(variant.leaves, appVariant);
        variant.hasStack = variant.hasStack || exception.stackContributes(appVariant);
    }
    return variant;
}

// Only types that the SDK invented contribute: a thread's stack identifies the event better.
bool countOnlyNames(const EventComponents &components)
{
    const auto &counted = components.selection.counted;
    return std::all_of(counted.begin(), counted.end(),
                       [&components](std::size_t index) { return components.exceptions[index].nameOnly; });
}

// A message without an in-app frame is grouped by its text, unless its thread crashed: its stack only shows the logging
// code.
bool messageDecides(const EventComponents &components)
{
    const auto knowsApp = [](const std::optional<StackComponent> &stack) {
        return stack && stack->app.decides();
    };
    return components.exceptions.empty() && !decidingMessage(*components.event).empty() && !components.threadCrashed
        && !knowsApp(components.thread) && !knowsApp(components.stacktrace);
}

VariantLeaves stackLeaves(const std::optional<StackComponent> &stack, bool appVariant)
{
    VariantLeaves variant;
    if (stack && stack->verdict(appVariant).contributes) {
        stack->addLeaves(variant.leaves, appVariant);
        variant.hasStack = true;
    }
    return variant;
}

VariantLeaves templateLeaves(const model::Event &event)
{
    VariantLeaves variant;
    if (event.templ) {
        const std::string &file = event.templ->filename.empty() ? event.templ->absPath : event.templ->filename;
        const std::string_view line = trimmed(event.templ->contextLine);
        if (!file.empty()) {
            TextArena arena;
            variant.leaves.add(Leaf::Filename, stablePath(cutBytes(file, limits::groupedName), arena));
        }
        if (!line.empty()) {
            variant.leaves.add(Leaf::ContextLine, cutBytes(line, limits::groupedName));
        }
    }
    return variant;
}

VariantLeaves securityLeaves(const model::Event &event)
{
    VariantLeaves variant;
    if (const auto key = securityKey(event.security)) {
        variant.leaves.add(Leaf::Security, key->kind);
        variant.leaves.add(Leaf::Security, key->directive);
        variant.leaves.add(Leaf::Security, key->target);
    }
    return variant;
}

VariantLeaves messageLeaves(const model::Event &event)
{
    VariantLeaves variant;
    const std::string_view message = decidingMessage(event);
    if (!message.empty()) {
        variant.leaves.add(Leaf::Message, parameterise(std::string(message)));
    }
    return variant;
}

// PROTOCOL D.2: of two equal variants, and of two of which one has a stack, one remains.
void dropWeaker(Decision &decision)
{
    if (decision.app.hasStack != decision.system.hasStack) {
        VariantLeaves &weaker = decision.app.hasStack ? decision.system : decision.app;
        weaker = {{}, false, hints::otherHasStack};
    } else if (decision.app.leaves == decision.system.leaves) {
        decision.system = {{}, false, hints::sameAsApp};
    }
}

} // namespace

std::string_view decidingMessage(const model::Event &event)
{
    const std::string_view message = trimmed(event.logentry.message);
    return message.empty() ? trimmed(event.logentry.formatted) : message;
}

Decision decide(const EventComponents &components)
{
    const model::Event &event = *components.event;
    const auto takes = [](Strategy strategy, VariantLeaves app, VariantLeaves system) {
        return Decision{strategy, std::move(app), std::move(system)};
    };
    Decision decision =
        takes(Strategy::Exception, exceptionLeaves(components, true), exceptionLeaves(components, false));
    const auto contributes = [&decision] {
        return !decision.app.leaves.isEmpty() || !decision.system.leaves.isEmpty();
    };
    Decision names;
    if (contributes() && countOnlyNames(components)) {
        names = std::exchange(decision, Decision{});
    }
    const bool stacksCount = !messageDecides(components);
    if (!contributes() && stacksCount) {
        decision =
            takes(Strategy::Threads, stackLeaves(components.thread, true), stackLeaves(components.thread, false));
    }
    if (!contributes() && stacksCount) {
        decision = takes(Strategy::Stacktrace, stackLeaves(components.stacktrace, true),
                         stackLeaves(components.stacktrace, false));
    }
    if (!contributes()) {
        decision = std::move(names);
    }
    if (contributes()) {
        dropWeaker(decision);
        return decision;
    }
    decision = takes(Strategy::Template, templateLeaves(event), {});
    if (!contributes()) {
        decision = takes(Strategy::Security, securityLeaves(event), {});
    }
    if (!contributes()) {
        decision = takes(Strategy::Message, messageLeaves(event), {});
    }
    return contributes() ? decision : Decision{};
}

} // namespace picket::grouping
