// SPDX-License-Identifier: GPL-3.0-or-later
// The JSON documents of the command line, one line each. Their forms are a promise to other programs: they follow
// resources/*.schema.json, members may be added but not changed. Pure, any thread.
#pragma once

#include "core/model/rows.h"
#include "core/query/eventdetail.h"

#include <string>
#include <string_view>
#include <vector>

namespace picket::query {

[[nodiscard]] std::string issueDocument(const model::IssueRow &row);
[[nodiscard]] std::string eventRowDocument(const model::EventRow &row);
[[nodiscard]] std::string deliveryDocument(const model::DeliveryRow &row);
[[nodiscard]] std::string deliveryCountDocument(const model::DeliveryCount &count);
[[nodiscard]] std::string eventDocument(const EventDetail &detail);
[[nodiscard]] std::string serveDocument(const std::vector<std::string> &addresses, std::string_view dsn,
                                        std::string_view workspace);

} // namespace picket::query
