// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/securityreport.h"

#include "core/base/limits.h"
#include "core/formats/cspreport.h"
#include "core/formats/text.h"
#include "core/protocol/coercions.h"

#include <algorithm>
#include <array>

namespace picket::formats {

using model::Value;
using protocol::JsonNode;

namespace {

constexpr std::string_view logger = "csp"; // the protocol's, for all four kinds

// Reports about a host of one's own.
struct HostKind {
    std::string_view wrapper; // its plain key
    std::string_view attribute;
    std::string_view message;
};
constexpr HostKind hpkp = {"", "hpkp", "Public key pinning validation failed for '"};
constexpr std::array<HostKind, 2> wrappedKinds = {{
    {"expectctreport", "expectct", "Expect-CT failed for '"},
    {"expectstaplereport", "expectstaple", "Expect-Staple failed for '"},
}};

// The member by its name in any case.
JsonNode member(const JsonNode &object, std::string_view plain)
{
    const auto it = std::find_if(object.members.begin(), object.members.end(),
                                 [plain](const protocol::JsonMember &one) { return plainKey(one.key) == plain; });
    return it != object.members.end() ? it->value : JsonNode();
}

std::string textOf(const JsonNode &object, std::string_view plain)
{
    return protocol::readJsonText(member(object, plain));
}

class SecurityReader final
{
public:
    explicit SecurityReader(const SecurityRequest &request)
        : m_request(request)
    {
    }

    void read(const JsonNode &report)
    {
        if (m_reports.events.size() + m_reports.kept.size() >= limits::envelopeItems) {
            ++m_reports.reportsOverLimit;
        } else if (!readIssue(report)) {
            const JsonNode type = report["type"];
            m_reports.kept.push_back({type.isString() ? std::string(type.text) : "unknown",
                                      protocol::toValue(report, limits::jsonTreeDepth)});
        }
    }

    SecurityReports take() { return std::move(m_reports); }

private:
    bool readIssue(const JsonNode &report)
    {
        if (const JsonNode wrapped = member(report, "cspreport"); wrapped.isObject()) {
            return addCsp(wrapped, report);
        }
        for (const HostKind &kind : wrappedKinds) {
            if (const JsonNode wrapped = member(report, kind.wrapper); wrapped.isObject()) {
                return addHost(wrapped, kind);
            }
        }
        if (const JsonNode body = report["body"]; report["type"].isString() && !body.isNothing()) {
            return report["type"].text == "csp-violation" && body.isObject() && addCsp(body, report);
        }
        if (!member(report, "knownpins").isNothing()) {
            return addHost(report, hpkp);
        }
        return addCsp(report, {});
    }

    // `envelope` is what the Reporting API wraps around a report.
    bool addCsp(const JsonNode &node, const JsonNode &envelope)
    {
        auto report = readCspReport(node);
        if (!report) {
            return false;
        }
        const std::string url = report->documentUri.empty() ? textOf(envelope, "url") : report->documentUri;
        const std::string agent = textOf(envelope, "useragent");
        Members event = eventHead("csp", report->message, time(envelope));
        addText(event, "culprit", report->effectiveDirective);
        addTags(event,
                {{"effective-directive", report->effectiveDirective},
                 {"blocked-uri", report->blockedUri},
                 {"blocked-host", report->blockedHost}});
        addRequest(event, url, agent, textOf(node, "referrer"));
        addObject(event, "csp", std::move(report->members));
        m_reports.events.push_back(Value::object(std::move(event)));
        return true;
    }

    bool addHost(const JsonNode &node, const HostKind &kind)
    {
        const std::string host = textOf(node, "hostname");
        if (host.empty()) {
            return false;
        }
        const std::string port = textOf(node, "port");
        Members report;
        for (const auto &[key, value] : node.members) {
            std::string name(key);
            std::replace(name.begin(), name.end(), '-', '_');
            report.emplace_back(std::move(name), protocol::toValue(value, limits::jsonTreeDepth));
        }
        Members event = eventHead(kind.attribute, std::string(kind.message) + host + '\'', textOf(node, "datetime"));
        addText(event, "culprit", host);
        addTags(event, {{"hostname", host}, {"port", port}});
        addRequest(event, "https://" + host + (port.empty() || port == "443" ? std::string() : ':' + port), {}, {});
        addObject(event, kind.attribute, withUniqueKeys(std::move(report)));
        m_reports.events.push_back(Value::object(std::move(event)));
        return true;
    }

    // The Reporting API collects reports and says how many milliseconds ago each one happened.
    [[nodiscard]] std::string time(const JsonNode &envelope) const
    {
        protocol::Problems unused;
        const auto age = protocol::readInteger(member(envelope, "age"), "age", {protocol::Detail::Full, &unused});
        constexpr std::int64_t longest = std::chrono::milliseconds(std::chrono::days(limits::clampPastDays)).count();
        return age && *age >= 0 && *age <= longest ? toRfc3339(m_request.received - std::chrono::milliseconds(*age))
                                                   : std::string();
    }

    [[nodiscard]] Members eventHead(std::string_view type, std::string_view message, std::string_view timestamp) const
    {
        Members event;
        addText(event, "type", type);
        addText(event, "logger", logger);
        addText(event, "timestamp", timestamp);
        addText(event, "release", m_request.release);
        addText(event, "environment", m_request.environment);
        addObject(event, "logentry", {{"formatted", Value::string(std::string(message))}});
        return event;
    }

    static void addTags(Members &event, const std::vector<std::pair<std::string_view, std::string_view>> &pairs)
    {
        Members tags;
        for (const auto &[key, value] : pairs) {
            addText(tags, key, value);
        }
        addObject(event, "tags", std::move(tags));
    }

    void addRequest(Members &event, std::string_view url, std::string_view agent, std::string_view referrer) const
    {
        Members headers;
        addText(headers, "User-Agent", agent.empty() ? m_request.userAgent : agent);
        addText(headers, "Referer", referrer);
        Members members;
        addText(members, "url", url);
        addObject(members, "headers", std::move(headers));
        addObject(event, "request", std::move(members));
    }

    const SecurityRequest &m_request;
    SecurityReports m_reports;
};

} // namespace

Result<SecurityReports> readSecurityReports(std::string_view body, const SecurityRequest &request)
{
    const auto document = protocol::JsonDocument::parse(body);
    if (!document) {
        return tl::unexpected(document.error());
    }
    SecurityReader reader(request);
    if (document->root().isArray()) {
        for (const protocol::JsonMember &item : document->root().members) {
            reader.read(item.value);
        }
    } else if (document->root().isObject()) {
        reader.read(document->root());
    } else {
        return failure(ErrorCode::InvalidJson, "security report");
    }
    return reader.take();
}

} // namespace picket::formats
