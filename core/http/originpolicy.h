// SPDX-License-Identifier: GPL-3.0-or-later
// Who may deliver (promise 4 of CONTRIBUTING.md): pure functions over a request's header, decided before the body is
// read.
#pragma once

#include "core/http/request.h"
#include "core/http/response.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace picket::http {

struct OriginPolicy {
    std::vector<std::string> allowedHosts; // configured names beside the built-in ones, lower case
    std::vector<std::string> allowedOrigins; // origins the user allowed, as browsers write them, lower case
};

enum class OriginVerdict { Allowed, ForbiddenHost, ForbiddenOrigin, CrossSite };

// ForbiddenHost: the Host (port ignored) is not this machine's. ForbiddenOrigin: a page of another origin.
// CrossSite: no Origin, but Sec-Fetch-Site says cross-site or, where an old browser sends none, the Referer is a page
// of another origin.
[[nodiscard]] OriginVerdict judge(const RequestHead &head, const OriginPolicy &policy);

[[nodiscard]] bool isAllowedHost(std::string_view host, const OriginPolicy &policy);
[[nodiscard]] bool isAllowedOrigin(std::string_view origin, const OriginPolicy &policy);

// Adds Access-Control-* and Vary to an answer when the request has an (allowed) Origin (PROTOCOL A.7). The one place
// where CORS headers are made.
void addCorsHeaders(Response &response, const RequestHead &head, const OriginPolicy &policy);

// The answer to an OPTIONS preflight of an allowed origin, private-network request included.
[[nodiscard]] Response preflightResponse(const RequestHead &head);

} // namespace picket::http
