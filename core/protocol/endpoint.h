// SPDX-License-Identifier: GPL-3.0-or-later
// Where a request wants to go (PROTOCOL A.3): pure function over method and path.
#pragma once

#include "core/base/ids.h"

#include <optional>
#include <string>
#include <string_view>

namespace picket::protocol {

enum class EndpointKind {
    Envelope, // /api/<p>/envelope/, /tunnel
    Store, // /api/<p>/store/, /api/store/
    Stream, // /stream: an envelope without a project
    Health, // /health, /api/relay/healthcheck/{live,ready}/
    Unknown, // 404
};

struct EndpointMatch {
    EndpointKind kind = EndpointKind::Unknown;
    std::optional<ProjectId> project; // when the path names one
    bool badProject = false; // the path's project is not a positive number: 400
    std::string allow; // "POST, OPTIONS": for the Allow header
    bool methodAllowed = false; // false with a known kind: 405
};

// `path` is decoded with slashes collapsed; with and without the final slash; the last "/api/<id>/<endpoint>" counts,
// so that a path prefix does no harm.
[[nodiscard]] EndpointMatch matchEndpoint(std::string_view method, std::string_view path);

} // namespace picket::protocol
