// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/ascii.h"
#include "core/http/hostname.h"
#include "core/http/listener.h"

#include <charconv>

namespace picket::http {

namespace {

Result<std::uint16_t> parsePort(std::string_view text)
{
    std::uint16_t port = 0;
    const char *end = text.data() + text.size();
    const auto [parsed, error] = std::from_chars(text.data(), end, port);
    if (text.empty() || error != std::errc() || parsed != end) {
        return failure(ErrorCode::InvalidArgument, "not a port: " + std::string(text));
    }
    return port;
}

} // namespace

Result<Endpoint> parseEndpoint(std::string_view text)
{
    const std::size_t colon = text.rfind(':');
    if (colon == std::string_view::npos) {
        return failure(ErrorCode::InvalidArgument, "no port: " + std::string(text));
    }
    std::string_view host = text.substr(0, colon);
    const auto port = parsePort(text.substr(colon + 1));
    if (!port) {
        return tl::unexpected(port.error());
    }
    const bool bracketed = host.size() > 2 && host.front() == '[' && host.back() == ']';
    if (bracketed) {
        host = host.substr(1, host.size() - 2);
    }
    // Without brackets the last group of an IPv6 address would be taken for the port.
    if (host.empty() || (host.find(':') != std::string_view::npos) != bracketed
        || host.find_first_of("[]/@ \t") != std::string_view::npos) {
        return failure(ErrorCode::InvalidArgument, "not a host: " + std::string(text));
    }
    return Endpoint{toLower(host), *port};
}

bool isListenable(const Endpoint &endpoint)
{
    constexpr std::string_view local = "localhost";
    return endpoint.host == local || (isLoopbackName(endpoint.host) && !endpoint.host.ends_with(local));
}

} // namespace picket::http
