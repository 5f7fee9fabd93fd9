// SPDX-License-Identifier: GPL-3.0-or-later
// Who sends and to which project (PROTOCOL A.1, A.2). On loopback every key is accepted; nothing here refuses.
#pragma once

#include "core/base/ids.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace picket::protocol {

struct Dsn {
    std::string scheme;
    std::string publicKey;
    std::string host;
    std::optional<std::uint16_t> port;
    std::string pathPrefix; // "/a/b", or empty
    ProjectId project;
};
[[nodiscard]] std::optional<Dsn> parseDsn(std::string_view text);
// "http://<key>@<host>:<port>/<project>"
[[nodiscard]] std::string formatDsn(const Dsn &dsn);

struct Auth {
    std::string key; // empty: none was sent
    std::string version; // "7"
    std::string client; // "sentry.python/2.40.0"
};

// X-Sentry-Auth or Authorization ("Sentry …" or Basic); nullopt when the header is something else.
[[nodiscard]] std::optional<Auth> parseAuthHeader(std::string_view value);
// sentry_key, sentry_version, sentry_client of a query.
[[nodiscard]] Auth parseAuthQuery(std::string_view query);
// Query before header (PROTOCOL A.2 LOCAL); fields missing in one are taken from the other.
[[nodiscard]] Auth collectAuth(std::string_view query, std::string_view xSentryAuth, std::string_view authorization);

// Pairs of an application/x-www-form-urlencoded text, decoded.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> parseQuery(std::string_view query);
[[nodiscard]] std::string percentDecode(std::string_view text, bool plusIsBlank);

} // namespace picket::protocol
