// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/grouping/eventcomponents.h"
#include "core/grouping/fingerprint.h"
#include "core/grouping/strategies.h"
#include "core/model/grouping.h"

#include <string_view>
#include <vector>

namespace picket::grouping {

// The tree that tells why an event has its keys: all variants that were looked at. `outranked` is the hint of what
// decides instead of them (a checksum, a custom fingerprint); empty if they decide.
[[nodiscard]] std::vector<model::GroupingPart>
explainVariants(const Decision &decision, const EventComponents &components, std::string_view outranked);

[[nodiscard]] model::GroupingPart explainChecksum(const model::Event &event);

// Of a custom fingerprint: a variant of its own.
[[nodiscard]] model::GroupingPart explainFingerprint(const Fingerprint &fingerprint);

// Of a hybrid one: its entries become the first children of each variant.
void addFingerprint(std::vector<model::GroupingPart> &variants, const Fingerprint &fingerprint);

} // namespace picket::grouping
