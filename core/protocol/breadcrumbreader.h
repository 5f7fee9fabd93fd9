// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/event.h"
#include "core/protocol/coercions.h"

#include <vector>

namespace picket::protocol {

// PROTOCOL C.7, in the order sent. Beyond limits::breadcrumbs the oldest are left out with a problem.
[[nodiscard]] std::vector<model::Breadcrumb> readBreadcrumbs(const JsonNode &node, const ReadScope &scope);

} // namespace picket::protocol
