// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/grouping/securityreport.h"

#include "core/base/limits.h"
#include "core/grouping/text.h"

#include <initializer_list>

namespace picket::grouping {

namespace {

// "blocked-uri", "blockedURI" and "blocked_uri" are one key.
bool isKey(std::string_view sent, std::string_view plain)
{
    std::size_t matched = 0;
    for (const char c : sent) {
        if (c == '-' || c == '_') {
            continue;
        }
        if (matched == plain.size() || lowered(c) != plain[matched]) {
            return false;
        }
        ++matched;
    }
    return matched == plain.size();
}

const model::Value *member(const model::Value &object, std::initializer_list<std::string_view> plainKeys)
{
    for (const std::string_view key : plainKeys) {
        for (const auto &[name, value] : object.members()) {
            if (isKey(name, key)) {
                return &value;
            }
        }
    }
    return nullptr;
}

std::string_view text(const model::Value &object, std::initializer_list<std::string_view> plainKeys)
{
    const model::Value *value = member(object, plainKeys);
    return value ? trimmed(cutBytes(value->text(), limits::groupedName)) : std::string_view();
}

const model::Value &unwrapped(const model::Value &report)
{
    const model::Value *inner = member(report, {"cspreport", "expectctreport", "expectstaplereport", "body"});
    return inner && inner->kind() == model::Value::Kind::Object ? *inner : report;
}

std::string hostOf(std::string_view url)
{
    const std::size_t begin = url.find("://") + 3;
    const std::string_view authority = url.substr(begin, url.find_first_of("/?#", begin) - begin);
    std::string host;
    for (const char c : authority.substr(authority.rfind('@') + 1)) {
        host.push_back(lowered(c));
    }
    return host;
}

std::string localClass(std::string_view violatedDirective)
{
    for (const std::string_view known : {"'unsafe-inline'", "'unsafe-eval'"}) {
        if (contains(violatedDirective, known)) {
            return std::string(known);
        }
    }
    return "'self'";
}

std::string blockedTarget(std::string_view blocked, std::string_view violatedDirective)
{
    if (blocked.empty() || blocked == "self" || blocked == "'self'") {
        return localClass(violatedDirective);
    }
    if (blocked == "inline") {
        return "'unsafe-inline'";
    }
    if (blocked == "eval") {
        return "'unsafe-eval'";
    }
    if (contains(blocked, "://")) {
        return hostOf(blocked);
    }
    const std::string_view scheme = urlScheme(blocked);
    return scheme.empty() ? std::string(blocked) : std::string(scheme) + ":"; // data: and blob: have no host
}

} // namespace

std::optional<SecurityKey> securityKey(const model::Value &report)
{
    const model::Value &body = unwrapped(report);
    const std::string_view violated = text(body, {"violateddirective"});
    std::string_view directive = text(body, {"effectivedirective"});
    if (directive.empty()) {
        directive = violated.substr(0, violated.find(' '));
    }
    if (!directive.empty()) {
        return SecurityKey{"csp", std::string(directive),
                           blockedTarget(text(body, {"blockeduri", "blockedurl"}), violated)};
    }
    const std::string_view host = text(body, {"hostname", "notedhostname"});
    if (host.empty()) {
        return std::nullopt;
    }
    const std::string_view kind = member(body, {"knownpins"}) ? "hpkp"
        : member(body, {"responsestatus", "certstatus"})      ? "expectstaple"
                                                              : "expectct";
    return SecurityKey{kind, {}, std::string(host)};
}

} // namespace picket::grouping
