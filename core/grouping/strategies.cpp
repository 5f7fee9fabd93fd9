// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/grouping/strategies.h"

#include "core/base/limits.h"
#include "core/grouping/grouper.h"
#include "core/grouping/hints.h"
#include "core/grouping/names/foldername.h"
#include "core/grouping/securityreport.h"

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
    if (!contributes()) {
        decision =
            takes(Strategy::Threads, stackLeaves(components.thread, true), stackLeaves(components.thread, false));
    }
    if (!contributes()) {
        decision = takes(Strategy::Stacktrace, stackLeaves(components.stacktrace, true),
                         stackLeaves(components.stacktrace, false));
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
