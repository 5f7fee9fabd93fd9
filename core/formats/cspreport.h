// SPDX-License-Identifier: GPL-3.0-or-later
// A Content-Security-Policy violation, normalised. Pure; any thread.
#pragma once

#include "core/formats/valuetree.h"
#include "core/protocol/json.h"

#include <optional>
#include <string>
#include <string_view>

namespace picket::formats {

// "blocked-uri", "blocked_uri" and "blockedURL" without what makes them differ: "blockeduri".
[[nodiscard]] std::string plainKey(std::string_view key);

struct CspReport {
    std::string effectiveDirective; // "script-src"
    std::string blockedUri; // "self" where the browser said nothing
    std::string blockedHost; // lower case, with its port; empty for "inline", "data" and the like
    std::string documentUri;
    std::string message; // "Blocked 'script' from 'example.com'"
    Members members; // the report with snake-case names, without the directives that say where to report
};

// nullopt for an object that names no directive and nothing blocked.
[[nodiscard]] std::optional<CspReport> readCspReport(const protocol::JsonNode &report);

} // namespace picket::formats
