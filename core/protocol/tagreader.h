// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/event.h"
#include "core/protocol/coercions.h"

#include <string>

namespace picket::protocol {

// The SDK's own tags. Keys that belong to attributes fill these where they are empty, and are no tags themselves
// (PROTOCOL C.1); of repeated keys the first counts, and another value is a problem, like one without a key. A tag
// without a value is one all the same.
void readTags(model::Event &event, const JsonNode &node, const ReadScope &scope);

// Appends unless the key is there.
void addTag(model::Event &event, std::string key, std::string value);

} // namespace picket::protocol
