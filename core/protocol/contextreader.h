// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/event.h"
#include "core/protocol/coercions.h"

#include <vector>

namespace picket::protocol {

// PROTOCOL C.20. A summary has only the contexts that tags, titles and joins are made of, and of these only the texts
// that are.
[[nodiscard]] std::vector<model::Context> readContexts(const JsonNode &node, const ReadScope &scope);

[[nodiscard]] model::Sdk readSdk(const JsonNode &node, const ReadScope &scope);

} // namespace picket::protocol
