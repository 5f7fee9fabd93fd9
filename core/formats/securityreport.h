// SPDX-License-Identifier: GPL-3.0-or-later
// What browsers report on their own (PROTOCOL C.19): classic reports and the Reporting API. Pure; any thread.
#pragma once

#include "core/base/result.h"
#include "core/base/time.h"
#include "core/model/value.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace picket::formats {

// What the request says beside its body.
struct SecurityRequest {
    Timestamp received;
    std::string_view userAgent; // header
    std::string_view release; // query: sentry_release
    std::string_view environment; // query: sentry_environment
};

// A report that makes no issue: NEL, deprecation, intervention …
struct KeptReport {
    std::string type; // the report's own word; "unknown" without one
    model::Value report; // as sent
};

struct SecurityReports {
    std::vector<model::Value> events; // event JSON trees with a `csp`, `hpkp`, `expectct` or `expectstaple` report
    std::vector<KeptReport> kept;
    std::uint64_t reportsOverLimit = 0; // beyond limits::envelopeItems
};

// One report or a list of them. The names of a CSP report may be in kebab, snake or camel case. Errors: those of the
// JSON parser; InvalidJson for a body that is neither object nor list.
[[nodiscard]] Result<SecurityReports> readSecurityReports(std::string_view body, const SecurityRequest &request);

} // namespace picket::formats
