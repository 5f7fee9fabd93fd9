// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/endpoint.h"

#include "core/protocol/projectnumber.h"

#include <array>

namespace picket::protocol {

namespace {

struct Route {
    std::string_view path;
    EndpointKind kind;
};

constexpr std::array fixedRoutes{
    Route{"/stream", EndpointKind::Stream},
    Route{"/tunnel", EndpointKind::Envelope},
    Route{"/health", EndpointKind::Health},
};

// What may stand behind "/api/"; the first that fits counts. In the place of <project> must be a positive number; in
// that of <slug> may be one (the web API also takes a project's name); <name> becomes EndpointMatch::name; <any> is
// for nobody here.
constexpr std::array apiRoutes{
    Route{"<project>/envelope", EndpointKind::Envelope},
    Route{"<project>/store", EndpointKind::Store},
    Route{"store", EndpointKind::Store},
    Route{"<project>/security", EndpointKind::BrowserReports},
    Route{"<project>/csp-report", EndpointKind::BrowserReports},
    Route{"<project>/nel", EndpointKind::BrowserReports},
    Route{"<project>/minidump", EndpointKind::Minidump},
    Route{"<project>/unreal/<any>", EndpointKind::Unreal},
    Route{"<project>/playstation", EndpointKind::PlayStation},
    Route{"<project>/events/<name>/attachments", EndpointKind::Attachments},
    Route{"<project>/upload", EndpointKind::Upload},
    Route{"<project>/upload/<name>", EndpointKind::UploadPart},
    Route{"<project>/cron/<name>", EndpointKind::CheckIn},
    Route{"<project>/cron/<name>/<any>", EndpointKind::CheckIn},
    Route{"<project>/user-feedback", EndpointKind::UserFeedback},
    Route{"0/projects/<any>/<slug>/user-feedback", EndpointKind::UserFeedback},
    Route{"embed/error-page", EndpointKind::ErrorPage},
    Route{"<project>/otlp/v1/traces", EndpointKind::OtlpTraces},
    Route{"<project>/otlp/v1/logs", EndpointKind::OtlpLogs},
    Route{"<project>/otlp/v1/metrics", EndpointKind::OtlpMetrics},
    Route{"<project>/integration/otlp/v1/traces", EndpointKind::OtlpTraces},
    Route{"<project>/integration/otlp/v1/logs", EndpointKind::OtlpLogs},
    Route{"<project>/integration/otlp/v1/metrics", EndpointKind::OtlpMetrics},
    Route{"<project>/integration/vercel/logs", EndpointKind::LogDrain},
    Route{"<project>/integration/heroku/<any>", EndpointKind::LogDrain},
    Route{"relay/healthcheck/live", EndpointKind::Health},
    Route{"relay/healthcheck/ready", EndpointKind::Health},
};

std::string_view allowedMethods(EndpointKind kind)
{
    switch (kind) {
    case EndpointKind::Envelope:
    case EndpointKind::Stream:
    case EndpointKind::BrowserReports:
    case EndpointKind::Minidump:
    case EndpointKind::Unreal:
    case EndpointKind::PlayStation:
    case EndpointKind::Attachments:
    case EndpointKind::Upload:
    case EndpointKind::UserFeedback:
    case EndpointKind::OtlpTraces:
    case EndpointKind::OtlpLogs:
    case EndpointKind::OtlpMetrics:
    case EndpointKind::LogDrain:
        return "POST, OPTIONS";
    case EndpointKind::Store:
    case EndpointKind::CheckIn:
    case EndpointKind::ErrorPage:
        return "POST, GET, OPTIONS";
    case EndpointKind::UploadPart:
        return "PATCH, HEAD, OPTIONS";
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

// Removes the first part and its slash.
std::string_view takePart(std::string_view &path)
{
    const std::string_view part = path.substr(0, path.find('/'));
    path.remove_prefix(std::min(part.size() + 1, path.size()));
    return part;
}

// One part of a path against one of a route.
bool matchPart(std::string_view wanted, std::string_view part, EndpointMatch &match)
{
    if (wanted == "<project>" || wanted == "<slug>") {
        match.project = parseProjectNumber(part);
        match.badProject = !match.project && wanted == "<project>";
        return true;
    }
    if (wanted == "<name>") {
        match.name = part;
    }
    return wanted == "<name>" || wanted == "<any>" ? !part.empty() : part == wanted;
}

std::optional<EndpointMatch> matchRoute(Route route, std::string_view path)
{
    EndpointMatch match;
    match.kind = route.kind;
    bool fits = true;
    while (fits && !route.path.empty() && !path.empty()) {
        const std::string_view wanted = takePart(route.path);
        fits = matchPart(wanted, takePart(path), match);
    }
    return fits && route.path.empty() && path.empty() ? std::optional(std::move(match)) : std::nullopt;
}

EndpointMatch matchPath(std::string_view path)
{
    for (const Route &route : fixedRoutes) {
        if (path == route.path) {
            return {route.kind, {}, false, {}, {}, false};
        }
    }
    constexpr std::string_view api = "/api/";
    for (std::size_t at = path.rfind(api); at != std::string_view::npos;
         at = at > 0 ? path.rfind(api, at - 1) : std::string_view::npos) {
        for (const Route &route : apiRoutes) {
            if (auto match = matchRoute(route, path.substr(at + api.size()))) {
                return std::move(*match);
            }
        }
    }
    // Applications name their tunnel as they like: a word behind it loses no event.
    if (path.starts_with("/tunnel/")) {
        return {EndpointKind::Envelope, {}, false, {}, {}, false};
    }
    return {};
}

} // namespace

EndpointMatch matchEndpoint(std::string_view method, std::string_view path)
{
    if (path.size() > 1 && path.back() == '/') {
        path.remove_suffix(1);
    }
    EndpointMatch match = matchPath(path);
    match.allow = allowedMethods(match.kind);
    match.methodAllowed = isInList(method, match.allow);
    return match;
}

} // namespace picket::protocol
