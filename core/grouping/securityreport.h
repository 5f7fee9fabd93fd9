// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/value.h"

#include <optional>
#include <string>
#include <string_view>

namespace picket::grouping {

// What a browser's security report is about (PROTOCOL D.7, C.19).
struct SecurityKey {
    std::string_view kind; // "csp", "hpkp", "expectct", "expectstaple"
    std::string directive; // CSP's effective directive
    std::string target; // CSP: blocked host, or class of local violation; others: host name
};

// Reads Event::security: a report with any spelling of its keys, under the name of its kind or not, with or without the
// browser's wrapper. nullopt if it is no report.
[[nodiscard]] std::optional<SecurityKey> securityKey(const model::Value &report);

} // namespace picket::grouping
