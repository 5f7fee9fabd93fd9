// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/originpolicy.h"

#include "core/http/ascii.h"
#include "core/http/hostname.h"

#include <algorithm>
#include <array>

namespace picket::http {

namespace {

// How containers and emulators call the machine that they run on.
constexpr std::array<std::string_view, 3> hostsOfThisMachine{"10.0.2.2", "host.docker.internal",
                                                             "host.containers.internal"};

// Schemes that an application registers for its own pages. A page from the web can have none of them.
constexpr std::array<std::string_view, 10> applicationSchemes{"app",
                                                              "capacitor",
                                                              "chrome-extension",
                                                              "electron",
                                                              "ionic",
                                                              "moz-extension",
                                                              "safari-web-extension",
                                                              "tauri",
                                                              "vscode-webview",
                                                              "wails"};

constexpr std::string_view allowedMethods = "GET, POST, PATCH, HEAD, OPTIONS";
constexpr std::string_view allowedRequestHeaders =
    "x-sentry-auth, x-requested-with, x-forwarded-for, origin, referer, accept, content-type, authentication, "
    "authorization, content-encoding, transfer-encoding, sentry-trace, baggage, traceparent, tus-resumable, "
    "upload-length, upload-offset, upload-metadata";
constexpr std::string_view exposedHeaders =
    "x-sentry-error, x-sentry-rate-limits, retry-after, location, tus-resumable, tus-version, upload-length, "
    "upload-offset";

template <class Range> bool contains(const Range &range, std::string_view value)
{
    return std::find(range.begin(), range.end(), value) != range.end();
}

// What may stand behind "scheme://" of an application's origin.
bool isPlainAuthority(std::string_view text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
        return isDigit(c) || (lowered(c) >= 'a' && lowered(c) <= 'z') || c == '-' || c == '_' || c == '.' || c == ':';
    });
}

void set(Response &response, std::string_view name, std::string_view value)
{
    for (Header &each : response.headers) {
        if (equalsIgnoringCase(each.name, name)) {
            each.value = value;
            return;
        }
    }
    response.headers.push_back({std::string(name), std::string(value)});
}

void allowOrigin(Response &response, const std::string &origin)
{
    set(response, "Access-Control-Allow-Origin", origin);
    set(response, "Vary", "Origin");
    set(response, "Access-Control-Expose-Headers", exposedHeaders);
}

bool isHeaderList(std::string_view text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
        return isDigit(c) || (lowered(c) >= 'a' && lowered(c) <= 'z') || c == '-' || c == '_' || c == ',' || c == ' ';
    });
}

// A browser says one word in one header; whatever else stands there, a foreign page must not get in by it.
bool isCrossSite(const Header &header)
{
    return equalsIgnoringCase(header.name, "Sec-Fetch-Site")
        && toLower(header.value).find("cross-site") != std::string::npos;
}

// The origin of a Referer; nullopt for what is no address of a page.
std::optional<std::string_view> refererOrigin(std::string_view referer)
{
    const std::size_t authority = referer.find("://");
    if (authority == std::string_view::npos) {
        return std::nullopt;
    }
    return referer.substr(0, referer.find_first_of("/?#\\", authority + 3));
}

} // namespace

bool isAllowedHost(std::string_view host, const OriginPolicy &policy)
{
    const auto name = hostName(host);
    return name
        && (isLoopbackName(*name) || contains(hostsOfThisMachine, *name) || contains(policy.allowedHosts, *name));
}

bool isAllowedOrigin(std::string_view origin, const OriginPolicy &policy)
{
    const std::string text = toLower(origin);
    if (text == "null") { // any page can have it, from a sandboxed frame; it is nobody's to allow
        return false;
    }
    if (contains(policy.allowedOrigins, text)) {
        return true;
    }
    const std::size_t separator = text.find("://");
    if (separator == std::string::npos) {
        return false;
    }
    const std::string_view scheme = std::string_view(text).substr(0, separator);
    const std::string_view authority = std::string_view(text).substr(separator + 3);
    if (scheme == "http" || scheme == "https") {
        const auto name = hostName(authority);
        return name && isLoopbackName(*name);
    }
    return contains(applicationSchemes, scheme) && isPlainAuthority(authority);
}

OriginVerdict judge(const RequestHead &head, const OriginPolicy &policy)
{
    const std::string *host = head.authority.empty() ? head.header("Host") : &head.authority;
    // HTTP/1.0 has no Host; no browser speaks it, so no name can have been rebound to this machine.
    if (host ? !isAllowedHost(*host, policy) : head.minorVersion > 0) {
        return OriginVerdict::ForbiddenHost;
    }
    bool hasOrigin = false;
    for (const Header &each : head.headers) {
        if (!equalsIgnoringCase(each.name, "Origin")) {
            continue;
        }
        if (!isAllowedOrigin(each.value, policy)) {
            return OriginVerdict::ForbiddenOrigin;
        }
        hasOrigin = true;
    }
    if (hasOrigin) {
        return OriginVerdict::Allowed;
    }
    if (std::any_of(head.headers.begin(), head.headers.end(), isCrossSite)) {
        return OriginVerdict::CrossSite;
    }
    if (!head.header("Sec-Fetch-Site")) { // an old browser, which sends a page's address with its images and forms
        for (const Header &each : head.headers) {
            const auto page = equalsIgnoringCase(each.name, "Referer") ? refererOrigin(each.value)
                                                                       : std::optional<std::string_view>();
            if (page && !isAllowedOrigin(*page, policy)) {
                return OriginVerdict::CrossSite;
            }
        }
    }
    return OriginVerdict::Allowed;
}

void addCorsHeaders(Response &response, const RequestHead &head, const OriginPolicy &policy)
{
    if (const std::string *origin = head.header("Origin"); origin && isAllowedOrigin(*origin, policy)) {
        allowOrigin(response, *origin);
    }
}

Response preflightResponse(const RequestHead &head)
{
    Response response;
    response.status = 204;
    if (const std::string *origin = head.header("Origin")) {
        allowOrigin(response, *origin);
    }
    set(response, "Access-Control-Allow-Methods", allowedMethods);
    const std::string *asked = head.header("Access-Control-Request-Headers");
    set(response, "Access-Control-Allow-Headers", asked && isHeaderList(*asked) ? *asked : allowedRequestHeaders);
    set(response, "Access-Control-Max-Age", "3600");
    const std::string *privateNetwork = head.header("Access-Control-Request-Private-Network");
    if (privateNetwork && equalsIgnoringCase(*privateNetwork, "true")) {
        set(response, "Access-Control-Allow-Private-Network", "true");
    }
    return response;
}

} // namespace picket::http
