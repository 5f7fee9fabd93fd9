// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/cspreport.h"

#include "core/base/limits.h"
#include "core/formats/text.h"
#include "core/protocol/coercions.h"

#include <algorithm>
#include <array>

namespace picket::formats {

using model::Value;

namespace {

struct Name {
    std::string_view plain;
    std::string_view normalised;
};

constexpr std::array<Name, 16> names = {{
    {"blockeduri", "blocked_uri"},
    {"blockedurl", "blocked_uri"},
    {"columnnumber", "column_number"},
    {"disposition", "disposition"},
    {"documenturi", "document_uri"},
    {"documenturl", "document_uri"},
    {"effectivedirective", "effective_directive"},
    {"linenumber", "line_number"},
    {"originalpolicy", "original_policy"},
    {"referrer", "referrer"},
    {"sample", "script_sample"},
    {"scriptsample", "script_sample"},
    {"sourcefile", "source_file"},
    {"statuscode", "status_code"},
    {"violateddirective", "violated_directive"},
    {"useragent", "user_agent"},
}};

// What a directive keeps out, where that is another word than the directive without "-src".
struct Noun {
    std::string_view directive;
    std::string_view noun;
};
constexpr std::array<Noun, 7> nouns = {{
    {"base-uri", "base"},
    {"form-action", "form"},
    {"frame-ancestors", "frame ancestor"},
    {"img-src", "image"},
    {"script-src-attr", "script"},
    {"script-src-elem", "script"},
    {"style-src-elem", "style"},
}};

std::string_view firstWord(std::string_view text)
{
    text = trimmed(text);
    return text.substr(0, text.find_first_of(" \t"));
}

// "a b; report-uri /x; c" -> "a b; c": where reports go is no part of what was violated, and holds our key.
std::string withoutReporting(std::string_view policy)
{
    std::string kept;
    while (!policy.empty()) {
        const std::size_t end = std::min(policy.find(';'), policy.size());
        const std::string_view directive = trimmed(policy.substr(0, end));
        policy.remove_prefix(std::min(end + 1, policy.size()));
        const std::string_view word = firstWord(directive);
        if (!directive.empty() && !equalsIgnoringCase(word, "report-uri") && !equalsIgnoringCase(word, "report-to")) {
            kept.append(kept.empty() ? "" : "; ").append(directive);
        }
    }
    return kept;
}

std::string hostOf(std::string_view url)
{
    const std::size_t scheme = url.find("://");
    if (scheme == std::string_view::npos) {
        return {};
    }
    std::string_view authority = url.substr(scheme + 3);
    authority = authority.substr(0, authority.find_first_of("/?#"));
    const std::size_t user = authority.rfind('@');
    return lowered(user == std::string_view::npos ? authority : authority.substr(user + 1));
}

std::string nounOf(std::string_view directive)
{
    for (const Noun &noun : nouns) {
        if (noun.directive == directive) {
            return std::string(noun.noun);
        }
    }
    return std::string(directive.substr(0, directive.rfind("-src")));
}

std::string messageOf(const CspReport &report, std::string_view violatedDirective)
{
    const std::string what = '\'' + nounOf(report.effectiveDirective) + '\'';
    const std::string_view uri = report.blockedUri;
    const auto violates = [violatedDirective](std::string_view source) {
        return violatedDirective.find(source) != std::string_view::npos;
    };
    if (uri == "inline" || (uri == "self" && violates("'unsafe-inline'"))) {
        return "Blocked inline " + what;
    }
    if (uri == "eval" || uri == "wasm-eval" || (uri == "self" && violates("'unsafe-eval'"))) {
        return "Blocked " + what + " from eval";
    }
    const std::string_view from = report.blockedHost.empty() ? uri.substr(0, uri.find(':')) : report.blockedHost;
    return "Blocked " + what + " from '" + std::string(from) + '\'';
}

std::string_view textOf(const Members &members, std::string_view key)
{
    const auto it = std::find_if(members.begin(), members.end(), [key](const auto &one) { return one.first == key; });
    return it != members.end() ? std::string_view(it->second.text()) : std::string_view();
}

void setText(Members &members, std::string_view key, std::string_view text)
{
    const auto it = std::find_if(members.begin(), members.end(), [key](const auto &one) { return one.first == key; });
    if (it != members.end()) {
        it->second = Value::string(std::string(text));
    } else {
        addText(members, key, text);
    }
}

Members normalised(const protocol::JsonNode &report)
{
    Members members;
    for (const auto &[key, node] : report.members) {
        const std::string plain = plainKey(key);
        const auto name =
            std::find_if(names.begin(), names.end(), [&plain](const Name &known) { return known.plain == plain; });
        if (!node.isNothing()) {
            members.emplace_back(name != names.end() ? std::string(name->normalised) : std::string(key),
                                 protocol::toValue(node, limits::jsonTreeDepth));
        }
    }
    return withUniqueKeys(std::move(members));
}

} // namespace

std::string plainKey(std::string_view key)
{
    std::string plain = lowered(key);
    plain.erase(std::remove_if(plain.begin(), plain.end(), [](char c) { return c == '-' || c == '_'; }), plain.end());
    return plain;
}

std::optional<CspReport> readCspReport(const protocol::JsonNode &node)
{
    CspReport report;
    report.members = normalised(node);
    const std::string violated = withoutReporting(textOf(report.members, "violated_directive"));
    const std::string_view effective = firstWord(textOf(report.members, "effective_directive"));
    report.effectiveDirective = lowered(effective.empty() ? firstWord(violated) : effective);
    const std::string_view blocked = trimmed(textOf(report.members, "blocked_uri"));
    if (report.effectiveDirective.empty() && blocked.empty()) {
        return std::nullopt;
    }
    report.blockedUri = blocked.empty() ? "self" : std::string(blocked);
    report.blockedHost = hostOf(report.blockedUri);
    report.documentUri = textOf(report.members, "document_uri");
    report.message = messageOf(report, violated);
    setText(report.members, "effective_directive", report.effectiveDirective);
    setText(report.members, "blocked_uri", report.blockedUri);
    setText(report.members, "violated_directive", violated);
    setText(report.members, "original_policy", withoutReporting(textOf(report.members, "original_policy")));
    return report;
}

} // namespace picket::formats
