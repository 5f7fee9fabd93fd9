// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/auth.h"
#include "core/protocol/projectnumber.h"

#include <charconv>

namespace picket::protocol {

namespace {

// "host", "host:80", "[::1]:80".
bool readAuthority(std::string_view authority, Dsn &dsn)
{
    std::size_t colon = authority.rfind(':');
    const std::size_t bracket = authority.rfind(']');
    if (colon != std::string_view::npos && bracket != std::string_view::npos && colon < bracket) {
        colon = std::string_view::npos;
    }
    dsn.host = authority.substr(0, colon);
    if (colon != std::string_view::npos) {
        const std::string_view digits = authority.substr(colon + 1);
        std::uint16_t port = 0;
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), port);
        if (error != std::errc() || end != digits.data() + digits.size()) {
            return false;
        }
        dsn.port = port;
    }
    return !dsn.host.empty();
}

// "/a/b/42": the last segment is the project, what is before it the prefix; repeated slashes count once.
bool readPath(std::string_view path, Dsn &dsn)
{
    std::string collapsed;
    for (const char c : path) {
        if (c != '/' || collapsed.empty() || collapsed.back() != '/') {
            collapsed += c;
        }
    }
    if (collapsed.size() > 1 && collapsed.back() == '/') {
        collapsed.pop_back();
    }
    const std::size_t slash = collapsed.rfind('/');
    if (slash == std::string::npos) {
        return false;
    }
    const auto project = parseProjectNumber(std::string_view(collapsed).substr(slash + 1));
    if (!project) {
        return false;
    }
    dsn.project = *project;
    dsn.pathPrefix = collapsed.substr(0, slash);
    return true;
}

} // namespace

std::optional<ProjectId> parseProjectNumber(std::string_view text)
{
    std::int64_t number = 0; // as wide as the store's integers
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || number <= 0) {
        return std::nullopt;
    }
    return ProjectId{static_cast<std::uint64_t>(number)};
}

std::optional<Dsn> parseDsn(std::string_view text)
{
    Dsn dsn;
    const std::size_t scheme = text.find("://");
    if (scheme == std::string_view::npos) {
        return std::nullopt;
    }
    dsn.scheme = text.substr(0, scheme);
    text.remove_prefix(scheme + 3);
    text = text.substr(0, text.find_first_of("?#"));
    const std::size_t slash = text.find('/');
    if ((dsn.scheme != "http" && dsn.scheme != "https") || slash == std::string_view::npos) {
        return std::nullopt;
    }
    const std::string_view authority = text.substr(0, slash);
    const std::size_t at = authority.rfind('@');
    if (at == std::string_view::npos || at == 0) {
        return std::nullopt;
    }
    dsn.publicKey = authority.substr(0, std::min(authority.find(':'), at));
    if (dsn.publicKey.empty() || !readAuthority(authority.substr(at + 1), dsn) || !readPath(text.substr(slash), dsn)) {
        return std::nullopt;
    }
    return dsn;
}

std::string formatDsn(const Dsn &dsn)
{
    const std::string port = dsn.port ? ":" + std::to_string(*dsn.port) : std::string();
    return dsn.scheme + "://" + dsn.publicKey + "@" + dsn.host + port + dsn.pathPrefix + "/"
        + std::to_string(dsn.project.value);
}

} // namespace picket::protocol
