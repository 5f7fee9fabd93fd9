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
