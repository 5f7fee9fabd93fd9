// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/endpoint.h"

#include "core/protocol/projectnumber.h"

#include <array>

namespace picket::protocol {

namespace {

struct FixedPath {
    std::string_view path;
    EndpointKind kind;
};

constexpr std::array fixedPaths{
    FixedPath{"/stream", EndpointKind::Stream},
    FixedPath{"/tunnel", EndpointKind::Envelope},
    FixedPath{"/health", EndpointKind::Health},
    FixedPath{"/api/relay/healthcheck/live", EndpointKind::Health},
    FixedPath{"/api/relay/healthcheck/ready", EndpointKind::Health},
    FixedPath{"/api/store", EndpointKind::Store},
};

std::string_view allowedMethods(EndpointKind kind)
{
    switch (kind) {
    case EndpointKind::Envelope:
    case EndpointKind::Stream:
        return "POST, OPTIONS";
    case EndpointKind::Store:
        return "POST, GET, OPTIONS";
    case EndpointKind::Health:
        return "GET, HEAD";
    case EndpointKind::Unknown:
        break;
    }
    return {};
}

bool isInList(std::string_view method, std::string_view list)
{
    while (!list.empty()) {
        const std::size_t end = std::min(list.find(", "), list.size());
        if (list.substr(0, end) == method) {
            return true;
        }
        list.remove_prefix(std::min(end + 2, list.size()));
    }
    return false;
}

EndpointKind kindOfName(std::string_view name)
{
    return name == "envelope" ? EndpointKind::Envelope : name == "store" ? EndpointKind::Store : EndpointKind::Unknown;
}

// The last "/api/<id>/<name>" of a path, whatever stands before it.
void matchProjectPath(std::string_view path, EndpointMatch &match)
{
    const std::size_t name = path.rfind('/');
    if (name == std::string_view::npos || name == 0) {
        return;
    }
    const EndpointKind kind = kindOfName(path.substr(name + 1));
    const std::size_t id = path.rfind('/', name - 1);
    constexpr std::string_view api = "/api";
    if (kind == EndpointKind::Unknown || id == std::string_view::npos || id < api.size()
        || path.substr(id - api.size(), api.size()) != api) {
        return;
    }
    match.kind = kind;
    match.project = parseProjectNumber(path.substr(id + 1, name - id - 1));
    match.badProject = !match.project.has_value();
}

} // namespace

EndpointMatch matchEndpoint(std::string_view method, std::string_view path)
{
    if (path.size() > 1 && path.back() == '/') {
        path.remove_suffix(1);
    }
    EndpointMatch match;
    for (const FixedPath &fixed : fixedPaths) {
        if (path == fixed.path) {
            match.kind = fixed.kind;
        }
    }
    if (match.kind == EndpointKind::Unknown) {
        matchProjectPath(path, match);
    }
    match.allow = allowedMethods(match.kind);
    match.methodAllowed = isInList(method, match.allow);
    return match;
}

} // namespace picket::protocol
