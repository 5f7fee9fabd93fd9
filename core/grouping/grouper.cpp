// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/grouping/grouper.h"

#include "core/grouping/eventcomponents.h"
#include "core/grouping/explanation.h"
#include "core/grouping/fingerprint.h"
#include "core/grouping/hashing.h"
#include "core/grouping/hints.h"
#include "core/grouping/strategies.h"
#include "core/grouping/title.h"

#include <algorithm>
#include <optional>

namespace picket::grouping {

namespace {

using model::Grouping;

// 32 hex digits are a key that the SDK computed; their case is no difference (PROTOCOL D.1).
std::string checksumText(const std::string &checksum)
{
    std::string text(trimmed(checksum));
    if (text.size() == 32 && hexDigitsAt(text, 0) == 32) {
        std::transform(text.begin(), text.end(), text.begin(), lowered);
    }
    return text;
}

Leaves hybridLeaves(const Fingerprint &fingerprint, const Leaves &ofVariant)
{
    Leaves leaves;
    for (const FingerprintEntry &entry : fingerprint.entries) {
        if (entry.isDefault) {
            leaves.begin(Leaf::Default);
            leaves.append(ofVariant);
        } else {
            leaves.add(Leaf::Fingerprint, entry.text);
        }
    }
    return leaves;
}

// Where in the event a frame lies.
model::CrashSite siteOf(const model::Event &event, const model::Frame &frame)
{
    using Stack = model::CrashSite::Stack;
    const auto indexIn = [&frame](const std::optional<model::Stacktrace> &stack) -> std::optional<std::size_t> {
        if (stack) {
            for (std::size_t i = 0; i < stack->frames.size(); ++i) {
                if (&stack->frames[i] == &frame) {
                    return i;
                }
            }
        }
        return std::nullopt;
    };
    for (std::size_t i = 0; i < event.exceptions.size(); ++i) {
        if (const auto index = indexIn(event.exceptions[i].stacktrace)) {
            return {Stack::Exception, i, *index};
        }
    }
    for (std::size_t i = 0; i < event.threads.size(); ++i) {
        if (const auto index = indexIn(event.threads[i].stacktrace)) {
            return {Stack::Thread, i, *index};
        }
    }
    const auto index = indexIn(event.stacktrace);
    return index ? model::CrashSite{Stack::Event, 0, *index} : model::CrashSite{};
}

void groupByChecksum(Grouping &grouping, const EventComponents &components, Explain explain)
{
    Leaves leaves;
    leaves.add(Leaf::Checksum, checksumText(components.event->checksum));
    grouping.hashes.push_back(hashOf(Purpose::Checksum, leaves));
    if (explain == Explain::Yes) {
        grouping.variants = explainVariants(decide(components), components, hints::checksumPrecedence);
        grouping.variants.insert(grouping.variants.begin(), explainChecksum(*components.event));
    }
}

void groupByFingerprint(Grouping &grouping, const Fingerprint &fingerprint, const EventComponents &components,
                        Explain explain)
{
    grouping.hashes.push_back(hashOf(Purpose::Fingerprint, hybridLeaves(fingerprint, {})));
    if (explain == Explain::Yes) {
        grouping.variants = explainVariants(decide(components), components, hints::fingerprintPrecedence);
        grouping.variants.insert(grouping.variants.begin(), explainFingerprint(fingerprint));
    }
}

// By what the event holds; in a hybrid fingerprint, together with the SDK's own entries.
void groupByContent(Grouping &grouping, const Fingerprint &fingerprint, const EventComponents &components,
                    Explain explain)
{
    const Decision decision = decide(components);
    const bool hybrid = fingerprint.kind == Fingerprint::Kind::Hybrid;
    for (const VariantLeaves *variant : {&decision.app, &decision.system}) {
        if (!variant->leaves.isEmpty()) {
            grouping.hashes.push_back(hybrid ? hashOf(Purpose::Hybrid, hybridLeaves(fingerprint, variant->leaves))
                                             : hashOf(Purpose::Default, variant->leaves));
        }
    }
    if (grouping.hashes.empty()) {
        grouping.hashes.push_back(hybrid ? hashOf(Purpose::Hybrid, hybridLeaves(fingerprint, {}))
                                         : hashOf(Purpose::Fallback, {}));
    }
    if (explain == Explain::Yes) {
        grouping.variants = explainVariants(decision, components, {});
        if (hybrid) {
            addFingerprint(grouping.variants, fingerprint);
        }
    }
}

} // namespace

Grouping group(const model::Event &event, Explain explain)
{
    TextArena arena;
    const EventComponents components = eventComponents(event, arena);
    Grouping grouping;
    grouping.algorithm = algorithmVersion;
    fillTitle(grouping, components);
    if (const FrameComponent *frame = components.crashFrame(); frame && explain == Explain::Yes) {
        grouping.crash = siteOf(event, *frame->frame);
    }
    if (!trimmed(event.checksum).empty()) {
        groupByChecksum(grouping, components, explain);
        return grouping;
    }
    const Fingerprint fingerprint = resolveFingerprint(components);
    if (fingerprint.kind == Fingerprint::Kind::Custom) {
        groupByFingerprint(grouping, fingerprint, components, explain);
    } else {
        groupByContent(grouping, fingerprint, components, explain);
    }
    return grouping;
}

} // namespace picket::grouping
