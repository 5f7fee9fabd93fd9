// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/hostname.h"

#include "core/http/ascii.h"

#include <arpa/inet.h>

#include <algorithm>

namespace picket::http {

namespace {

bool isPort(std::string_view text)
{
    return text.size() <= 5 && std::all_of(text.begin(), text.end(), isDigit);
}

bool isDomainName(std::string_view name)
{
    if (name.empty() || name.front() == '.' || name.find("..") != std::string_view::npos) {
        return false;
    }
    return std::all_of(name.begin(), name.end(), [](char c) {
        return isDigit(c) || (lowered(c) >= 'a' && lowered(c) <= 'z') || c == '-' || c == '_' || c == '.';
    });
}

std::optional<std::string> bracketedAddress(std::string_view text)
{
    const std::size_t end = text.find(']');
    if (end == std::string_view::npos) {
        return std::nullopt;
    }
    const std::string_view rest = text.substr(end + 1);
    if (!rest.empty() && (rest.front() != ':' || !isPort(rest.substr(1)))) {
        return std::nullopt;
    }
    const std::string address(text.substr(1, end - 1));
    in6_addr parsed{};
    if (::inet_pton(AF_INET6, address.c_str(), &parsed) != 1) {
        return std::nullopt;
    }
    char canonical[INET6_ADDRSTRLEN] = {}; // so that 0:0:0:0:0:0:0:1 compares equal to ::1
    ::inet_ntop(AF_INET6, &parsed, canonical, sizeof canonical);
    return canonical;
}

} // namespace

std::optional<std::string> hostName(std::string_view hostAndPort)
{
    if (hostAndPort.starts_with('[')) {
        return bracketedAddress(hostAndPort);
    }
    const std::size_t colon = hostAndPort.find(':');
    if (colon != std::string_view::npos && !isPort(hostAndPort.substr(colon + 1))) {
        return std::nullopt;
    }
    std::string_view name = hostAndPort.substr(0, colon);
    if (!isDomainName(name)) {
        return std::nullopt;
    }
    if (name.ends_with('.')) {
        name.remove_suffix(1);
    }
    return toLower(name);
}

bool isLoopbackName(const std::string &host)
{
    if (host == "localhost" || host.ends_with(".localhost") || host == "::1") {
        return true;
    }
    in_addr parsed{};
    // inet_pton takes four decimal numbers only; "127.1" and "0x7f.1" are other spellings that nobody needs.
    return ::inet_pton(AF_INET, host.c_str(), &parsed) == 1 && (ntohl(parsed.s_addr) >> 24) == 127;
}

} // namespace picket::http
