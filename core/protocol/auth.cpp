// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/auth.h"

#include <QByteArray>

#include <algorithm>

namespace picket::protocol {

namespace {

constexpr std::string_view blanks = " \t";

std::string_view trimmed(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(blanks);
    return first == std::string_view::npos ? std::string_view()
                                           : text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

bool equalsIgnoringCase(std::string_view text, std::string_view lower)
{
    return std::equal(text.begin(), text.end(), lower.begin(), lower.end(),
                      [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a - 'A' + 'a' : a) == b; });
}

// Some clients quote or percent-encode what is in the header.
std::string headerValue(std::string_view value)
{
    value = trimmed(value);
    if (value.size() >= 2 && value.front() == '"' && value.back() == '"') {
        value = value.substr(1, value.size() - 2);
    }
    return percentDecode(value, false);
}

void set(Auth &auth, std::string_view name, std::string value)
{
    if (equalsIgnoringCase(name, "sentry_key")) {
        auth.key = std::move(value);
    } else if (equalsIgnoringCase(name, "sentry_version")) {
        auth.version = std::move(value);
    } else if (equalsIgnoringCase(name, "sentry_client")) {
        auth.client = std::move(value);
    }
}

Auth parsePairs(std::string_view pairs)
{
    Auth auth;
    while (!pairs.empty()) {
        const std::size_t end = std::min(pairs.find(','), pairs.size());
        const std::string_view pair = pairs.substr(0, end);
        pairs.remove_prefix(std::min(end + 1, pairs.size()));
        if (const std::size_t equals = pair.find('='); equals != std::string_view::npos) {
            set(auth, trimmed(pair.substr(0, equals)), headerValue(pair.substr(equals + 1)));
        }
    }
    return auth;
}

// "user:password" in base64; the user is the key.
std::optional<Auth> parseBasic(std::string_view encoded)
{
    const auto decoded = QByteArray::fromBase64Encoding(
        QByteArray(encoded.data(), static_cast<qsizetype>(encoded.size())), QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded) {
        return std::nullopt;
    }
    Auth auth;
    auth.key = decoded.decoded.toStdString();
    auth.key.resize(std::min(auth.key.find(':'), auth.key.size()));
    return auth;
}

void fillFrom(Auth &auth, const Auth &other)
{
    const auto fill = [](std::string &to, const std::string &from) {
        to = to.empty() ? from : to;
    };
    fill(auth.key, other.key);
    fill(auth.version, other.version);
    fill(auth.client, other.client);
}

} // namespace

std::optional<Auth> parseAuthHeader(std::string_view value)
{
    value = trimmed(value);
    const std::size_t schemeEnd = std::min(value.find_first_of(blanks), value.size());
    const std::string_view scheme = value.substr(0, schemeEnd);
    const std::string_view rest = trimmed(value.substr(schemeEnd));
    if (equalsIgnoringCase(scheme, "sentry")) {
        return parsePairs(rest);
    }
    if (equalsIgnoringCase(scheme, "basic")) {
        return parseBasic(rest);
    }
    return std::nullopt;
}

Auth parseAuthQuery(std::string_view query)
{
    Auth auth;
    for (auto &[name, value] : parseQuery(query)) {
        set(auth, name, std::move(value));
    }
    return auth;
}

Auth collectAuth(std::string_view query, std::string_view xSentryAuth, std::string_view authorization)
{
    Auth auth = parseAuthQuery(query);
    for (const std::string_view header : {xSentryAuth, authorization}) {
        if (const auto other = parseAuthHeader(header)) {
            fillFrom(auth, *other);
        }
    }
    return auth;
}

} // namespace picket::protocol
