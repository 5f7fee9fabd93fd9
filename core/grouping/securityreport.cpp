// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/grouping/securityreport.h"

#include "core/base/limits.h"
#include "core/grouping/text.h"

#include <array>
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

constexpr std::array<std::string_view, 4> kinds = {"csp", "hpkp", "expectct", "expectstaple"};

struct Report {
    const model::Value *body = nullptr;
    std::string_view kind; // empty: the body must tell
};

// Takes off what is around the report itself: the event attribute's name, and the browser's wrapper.
Report unwrapped(const model::Value &security)
{
    Report report{&security, {}};
    for (const std::string_view kind : kinds) {
        if (const model::Value *named = member(security, {kind}); named && named->isContainer()) {
            report = {named, kind};
        }
    }
    const model::Value *inner = member(*report.body, {"cspreport", "expectctreport", "expectstaplereport", "body"});
    if (inner && inner->kind() == model::Value::Kind::Object) {
        report.body = inner;
    }
    return report;
}

std::string_view kindOf(const Report &report)
{
    if (!report.kind.empty()) {
        return report.kind;
    }
    return member(*report.body, {"knownpins"})                   ? "hpkp"
        : member(*report.body, {"responsestatus", "certstatus"}) ? "expectstaple"
                                                                 : "expectct";
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
    return std::string(
        blocked.substr(0, blocked.find(':'))); // data: and blob: have no host, and come with or without ':'
}

} // namespace

std::optional<SecurityKey> securityKey(const model::Value &report)
{
    const Report unwrappedReport = unwrapped(report);
    const model::Value &body = *unwrappedReport.body;
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
    return SecurityKey{kindOf(unwrappedReport), {}, std::string(host)};
}

} // namespace picket::grouping
