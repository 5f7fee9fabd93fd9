// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/grouping/explanation.h"

#include "core/grouping/frameexplanation.h"
#include "core/grouping/grouper.h"
#include "core/grouping/hints.h"
#include "core/grouping/securityreport.h"

namespace picket::grouping {

namespace {

using model::GroupingPart;

GroupingPart leaf(std::string_view id, bool contributes, std::string_view hint, std::string_view value)
{
    return {std::string(id), contributes, std::string(hint), std::string(value), {}};
}

GroupingPart parameterisedLeaf(std::string_view id, bool contributes, std::string_view hint, std::string_view text)
{
    std::string value = parameterise(std::string(text));
    const std::string_view changed = value == text ? std::string_view() : hints::parameterised;
    return {std::string(id), contributes, std::string(hint.empty() ? changed : hint), std::move(value), {}};
}

GroupingPart exceptionPart(const ExceptionComponent &component, bool appVariant, bool counts)
{
    const model::Exception &exception = *component.exception;
    counts = counts && component.leftOut.empty() && component.contributes(appVariant);
    GroupingPart part{"exception", counts, std::string(component.leftOut), {}, {}};
    if (!exception.type.empty()) {
        part.children.push_back(leaf("type", counts && component.typeContributes,
                                     component.typeContributes ? std::string_view() : hints::synthetic,
                                     exception.type));
    }
    if (!component.decidingValue().empty()) {
        const bool valueCounts = counts && component.valueContributes(appVariant);
        const std::string_view hint = component.nsErrorContributes() ? hints::nsErrorPrecedence
            : component.stackContributes(appVariant) && !valueCounts ? hints::stackPrecedence
                                                                     : std::string_view();
        const std::string lines = decidingLines(component.decidingValue());
        part.children.push_back(parameterisedLeaf("value", valueCounts, hint, lines));
    }
    if (component.nsErrorContributes()) {
        GroupingPart nsError{"ns_error", counts, {}, {}, {}};
        nsError.children.push_back(leaf("domain", counts, {}, component.nsDomain));
        nsError.children.push_back(leaf("code", counts, {}, component.nsCode));
        part.children.push_back(std::move(nsError));
    }
    if (component.stack) {
        part.children.push_back(explainStack(*component.stack, appVariant, counts));
    }
    return part;
}

void addExceptions(GroupingPart &variant, const EventComponents &components, bool appVariant, bool counts)
{
    const auto &exceptions = components.exceptions;
    if (exceptions.size() == 1) {
        variant.children.push_back(exceptionPart(exceptions.front(), appVariant, counts));
        return;
    }
    GroupingPart chain{"chained_exception", counts, {}, {}, {}};
    for (const ExceptionComponent &exception : exceptions) {
        chain.children.push_back(exceptionPart(exception, appVariant, counts));
    }
    variant.children.push_back(std::move(chain));
}

// What a strategy says about the ones below it.
std::string_view precedenceOf(Strategy strategy)
{
    switch (strategy) {
    case Strategy::Exception:
        return hints::exceptionPrecedence;
    case Strategy::Threads:
        return hints::threadsPrecedence;
    case Strategy::Stacktrace:
        return hints::stacktracePrecedence;
    case Strategy::Template:
        return hints::templatePrecedence;
    case Strategy::Security:
        return hints::securityPrecedence;
    case Strategy::Message:
    case Strategy::None:
        break;
    }
    return {};
}

void addStackStrategies(GroupingPart &variant, const Decision &decision, const EventComponents &components,
                        bool appVariant)
{
    const bool counts = variant.contributes;
    if (!components.exceptions.empty()) {
        addExceptions(variant, components, appVariant, counts && decision.strategy == Strategy::Exception);
    }
    if (components.thread || !components.threadHint.empty()) {
        const bool threadCounts = counts && decision.strategy == Strategy::Threads;
        GroupingPart threads{"threads", threadCounts, std::string(components.threadHint), {}, {}};
        if (components.thread) {
            threads.children.push_back(explainStack(*components.thread, appVariant, threadCounts));
        }
        if (decision.strategy < Strategy::Threads) {
            threads.hint = precedenceOf(decision.strategy);
        }
        variant.children.push_back(std::move(threads));
    }
    if (components.stacktrace) {
        GroupingPart stack =
            explainStack(*components.stacktrace, appVariant, counts && decision.strategy == Strategy::Stacktrace);
        if (decision.strategy < Strategy::Stacktrace) {
            stack.hint = precedenceOf(decision.strategy);
        }
        variant.children.push_back(std::move(stack));
    }
}

void addOtherStrategies(GroupingPart &variant, const Decision &decision, const model::Event &event)
{
    const auto counts = [&](Strategy strategy) {
        return variant.contributes && decision.strategy == strategy;
    };
    const auto hint = [&](Strategy strategy) {
        return decision.strategy < strategy ? precedenceOf(decision.strategy) : std::string_view();
    };
    if (event.templ) {
        const bool decides = counts(Strategy::Template);
        const std::string &file = event.templ->filename.empty() ? event.templ->absPath : event.templ->filename;
        GroupingPart part{"template", decides, std::string(hint(Strategy::Template)), {}, {}};
        part.children.push_back(leaf("filename", decides && !file.empty(), {}, file));
        const std::string_view line = trimmed(event.templ->contextLine);
        part.children.push_back(leaf("context_line", decides && !line.empty(), {}, line));
        variant.children.push_back(std::move(part));
    }
    if (const auto key = securityKey(event.security)) {
        const bool decides = counts(Strategy::Security);
        GroupingPart part{std::string(key->kind), decides, std::string(hint(Strategy::Security)), {}, {}};
        if (!key->directive.empty()) {
            part.children.push_back(leaf("directive", decides, {}, key->directive));
        }
        part.children.push_back(leaf("host", decides, {}, key->target));
        variant.children.push_back(std::move(part));
    }
    if (const std::string_view message = decidingMessage(event); !message.empty()) {
        variant.children.push_back(
            parameterisedLeaf("message", counts(Strategy::Message), hint(Strategy::Message), message));
    }
}

GroupingPart variantPart(std::string_view id, const VariantLeaves &leaves, std::string_view outranked)
{
    const bool counts = outranked.empty() && !leaves.leaves.isEmpty();
    return {std::string(id), counts, std::string(outranked.empty() ? leaves.hint : outranked), {}, {}};
}

GroupingPart entryPart(const FingerprintEntry &entry)
{
    return leaf("fingerprint", true, entry.hint, entry.isDefault ? std::string_view("{{ default }}") : entry.text);
}

} // namespace

std::vector<GroupingPart> explainVariants(const Decision &decision, const EventComponents &components,
                                          std::string_view outranked)
{
    std::vector<GroupingPart> variants;
    if (decision.strategy == Strategy::None && outranked.empty()) {
        variants.push_back({"fallback", true, std::string(hints::nothingContributes), {}, {}});
        return variants;
    }
    if (!decision.hasVariants()) {
        GroupingPart &variant = variants.emplace_back(variantPart("default", decision.app, outranked));
        addStackStrategies(variant, decision, components, true);
        addOtherStrategies(variant, decision, *components.event);
        return variants;
    }
    for (const bool appVariant : {true, false}) {
        const VariantLeaves &leaves = appVariant ? decision.app : decision.system;
        GroupingPart &variant = variants.emplace_back(variantPart(appVariant ? "app" : "system", leaves, outranked));
        addStackStrategies(variant, decision, components, appVariant);
        addOtherStrategies(variant, decision, *components.event);
    }
    return variants;
}

GroupingPart explainChecksum(const model::Event &event)
{
    GroupingPart variant{"checksum", true, {}, {}, {}};
    variant.children.push_back(leaf("checksum", true, {}, event.checksum));
    return variant;
}

GroupingPart explainFingerprint(const Fingerprint &fingerprint)
{
    GroupingPart variant{"custom_fingerprint", true, {}, {}, {}};
    variant.hint = fingerprint.isBuiltIn ? hints::builtInRule : std::string_view();
    for (const FingerprintEntry &entry : fingerprint.entries) {
        variant.children.push_back(entryPart(entry));
    }
    return variant;
}

void addFingerprint(std::vector<GroupingPart> &variants, const Fingerprint &fingerprint)
{
    for (GroupingPart &variant : variants) {
        if (!variant.contributes) {
            continue;
        }
        variant.hint = hints::hybrid;
        std::vector<GroupingPart> children;
        for (const FingerprintEntry &entry : fingerprint.entries) {
            children.push_back(entryPart(entry));
        }
        std::move(variant.children.begin(), variant.children.end(), std::back_inserter(children));
        variant.children = std::move(children);
    }
}

} // namespace picket::grouping
