// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/eventreader.h"

#include "core/base/limits.h"
#include "core/protocol/breadcrumbreader.h"
#include "core/protocol/contextreader.h"
#include "core/protocol/eventkeys.h"
#include "core/protocol/exceptionreader.h"
#include "core/protocol/imagereader.h"
#include "core/protocol/messagereader.h"
#include "core/protocol/requestreader.h"
#include "core/protocol/stackreader.h"
#include "core/protocol/tagreader.h"

#include <algorithm>

namespace picket::protocol {

namespace {

void readId(model::Event &event, const JsonNode &node, const ReadContext &context, const ReadScope &scope)
{
    const auto sent = node.isString() ? EventUuid::parse(node.text) : std::nullopt;
    if (!sent || sent->isNil()) {
        scope.problems->invalid("event_id", node);
    }
    if (context.envelopeId && !context.envelopeId->isNil()) {
        event.id = *context.envelopeId;
    } else if (sent && !sent->isNil()) {
        event.id = *sent;
    } else {
        event.id = EventUuid::generate();
    }
}

// PROTOCOL C.1: absurd times are shown as the time of arrival; what was sent is kept.
void readTimes(model::Event &event, const EventFields &fields, const ReadContext &context, const ReadScope &scope)
{
    event.received = context.received;
    event.timestamp = context.received;
    event.originalTimestamp = readTimestamp(fields[EventKey::Timestamp], "timestamp", scope);
    event.startTimestamp = readTimestamp(fields[EventKey::StartTimestamp], "start_timestamp", scope);
    if (!event.originalTimestamp) {
        return;
    }
    if (*event.originalTimestamp < context.received - std::chrono::days(limits::clampPastDays)) {
        scope.problems->add("past_timestamp", "timestamp", toRfc3339(*event.originalTimestamp));
    } else if (*event.originalTimestamp > context.received + limits::clampFuture) {
        scope.problems->add("future_timestamp", "timestamp", toRfc3339(*event.originalTimestamp));
    } else {
        event.timestamp = *event.originalTimestamp;
    }
}

void readTexts(model::Event &event, const EventFields &fields, const ReadScope &scope)
{
    event.logger = readText(fields[EventKey::Logger], "logger", scope);
    std::erase_if(event.logger, [](char c) { return c == '\r' || c == '\n'; });
    event.logentry =
        readLogEntry(fields.either(EventKey::Logentry, EventKey::LegacyLogentry), fields[EventKey::Message], scope);
    event.transaction = readText(fields[EventKey::Transaction], "transaction", scope);
    event.culprit = readText(fields[EventKey::Culprit], "culprit", scope);
    event.serverName = readText(fields[EventKey::ServerName], "server_name", scope);
    event.release = readText(fields[EventKey::Release], "release", scope);
    event.dist = readText(fields[EventKey::Dist], "dist", scope);
    event.environment = readText(fields[EventKey::Environment], "environment", scope);
    event.checksum = readText(fields[EventKey::Checksum], "checksum", scope);
    const std::string sentPlatform = readText(fields[EventKey::Platform], "platform", scope);
    if (const std::string platform = normalisedPlatform(sentPlatform); !platform.empty()) {
        event.platform = platform;
    }
}

// "2.0" and "2" are one fingerprint: only the integral part of a number counts (PROTOCOL C.1).
std::string fingerprintPart(const JsonNode &node, const ReadScope &scope)
{
    if (node.isNumber()) {
        return std::string(node.text.substr(0, node.text.find('.')));
    }
    return readText(node, "fingerprint", scope);
}

std::vector<std::string> readFingerprint(const JsonNode &node, const ReadScope &scope)
{
    std::vector<std::string> fingerprint;
    if (node.isArray()) {
        for (const JsonMember &item : node.members) {
            if (item.value.isString() || item.value.isNumber() || item.value.isBool()) {
                fingerprint.push_back(fingerprintPart(item.value, scope));
            } else {
                scope.problems->invalid("fingerprint", item.value);
            }
        }
    } else if (node.isString() && !node.text.empty()) {
        fingerprint.emplace_back(node.text);
    } else {
        scope.problems->invalid("fingerprint", node);
    }
    return fingerprint;
}

// One member, named by the kind of the report.
model::Value readSecurity(const EventFields &fields, const ReadScope &scope)
{
    struct Kind {
        std::string_view name;
        EventKey key;
        EventKey alias;
    };
    static constexpr std::array kinds{
        Kind{"csp", EventKey::Csp, EventKey::LegacyCsp},
        Kind{"hpkp", EventKey::Hpkp, EventKey::LegacyHpkp},
        Kind{"expectct", EventKey::Expectct, EventKey::LegacyExpectct},
        Kind{"expectstaple", EventKey::Expectstaple, EventKey::LegacyExpectstaple},
    };
    for (const Kind &kind : kinds) {
        const model::Value report = readBag(fields.either(kind.key, kind.alias), kind.name, scope);
        if (!report.isAbsent()) {
            return model::Value::object({{std::string(kind.name), report}});
        }
    }
    return {};
}

void readErrors(const JsonNode &node, const ReadScope &scope)
{
    if (!node.isArray()) {
        scope.problems->invalid("errors", node);
        return;
    }
    for (const JsonMember &item : node.members) {
        if (item.value.isObject()) {
            scope.problems->add(readText(item.value["type"], "errors.type", scope),
                                readText(item.value["name"], "errors.name", scope), readJsonText(item.value["value"]));
        } else {
            scope.problems->invalid("errors", item.value);
        }
    }
}

// PROTOCOL C.1, "type".
model::EventType inferType(const JsonNode &type, const model::Event &event)
{
    const std::string_view name = type.isString() ? type.text : std::string_view();
    if (name == "transaction") {
        return model::EventType::Transaction;
    }
    if (name == "feedback" || name == "userreportv2") {
        return model::EventType::Feedback;
    }
    const bool hasException = std::any_of(event.exceptions.begin(), event.exceptions.end(), [](const auto &exception) {
        return !exception.type.empty() || !exception.value.empty() || exception.stacktrace;
    });
    if (hasException) {
        return model::EventType::Error;
    }
    return event.security.isAbsent() ? model::EventType::Default : model::EventType::Security;
}

void readEventLevel(model::Event &event, const JsonNode &node, const ReadScope &scope)
{
    const auto level = readLevel(node, "level", scope);
    event.levelSent = level.has_value();
    const bool isTransaction = event.type == model::EventType::Transaction;
    event.level = level.value_or(isTransaction ? model::Level::Info : model::Level::Error);
}

model::Value readOther(const JsonNode &root)
{
    std::vector<model::Value::Member> members;
    for (const auto &[key, value] : root.members) {
        if (eventKeys.find(key) != KeyTable<eventKeyCount>::none) {
            continue;
        }
        const auto same =
            std::find_if(members.begin(), members.end(), [&key = key](const auto &m) { return m.first == key; });
        if (same != members.end()) {
            same->second = toValue(value, limits::jsonTreeDepth);
        } else {
            members.emplace_back(std::string(key), toValue(value, limits::jsonTreeDepth));
        }
    }
    return members.empty() ? model::Value() : model::Value::object(std::move(members));
}

void readDetail(model::Event &event, const JsonNode &root, const EventFields &fields, const ReadScope &scope)
{
    event.breadcrumbs = readBreadcrumbs(fields.either(EventKey::Breadcrumbs, EventKey::LegacyBreadcrumbs), scope);
    event.extra = readBag(fields[EventKey::Extra], "extra", scope);
    event.modules = readPairs(fields[EventKey::Modules], "modules", scope);
    event.debugMeta = readBag(fields.either(EventKey::DebugMeta, EventKey::LegacyDebugMeta), "debug_meta", scope);
    event.meta = readBag(fields[EventKey::Meta], "_meta", scope);
    event.other = readOther(root);
}

} // namespace

model::Event readEvent(const JsonNode &root, const ReadContext &context)
{
    Problems problems;
    const ReadScope scope{context.detail, &problems};
    const EventFields fields(root, eventKeys);
    model::Event event;
    readErrors(fields[EventKey::Errors], scope);
    readId(event, fields[EventKey::EventId], context, scope);
    readTimes(event, fields, context, scope);
    readTexts(event, fields, scope);
    readTags(event, fields[EventKey::Tags], scope);
    if (const std::string site = readText(fields[EventKey::Site], "site", scope); !site.empty()) {
        addTag(event, "site", site);
    }
    event.fingerprint = readFingerprint(fields[EventKey::Fingerprint], scope);
    event.exceptions = readExceptions(fields.either(EventKey::Exception, EventKey::LegacyException), scope);
    event.stacktrace = readStacktrace(fields.either(EventKey::Stacktrace, EventKey::LegacyStacktrace), scope);
    event.templ = readTemplate(fields.either(EventKey::Template, EventKey::LegacyTemplate), scope);
    event.threads = readThreads(fields.either(EventKey::Threads, EventKey::LegacyThreads), scope);
    event.request = readRequest(fields.either(EventKey::Request, EventKey::LegacyRequest), scope);
    event.user = readUser(fields.either(EventKey::User, EventKey::LegacyUser), scope);
    event.contexts = readContexts(fields.either(EventKey::Contexts, EventKey::LegacyContexts), scope);
    event.sdk = readSdk(fields[EventKey::Sdk], scope);
    event.security = readSecurity(fields, scope);
    assignStacks(event);
    fillUserAddress(event);
    event.type = inferType(fields[EventKey::Type], event);
    readEventLevel(event, fields[EventKey::Level], scope);
    if (scope.isFull()) {
        readDetail(event, root, fields, scope);
    } else {
        event.debugMeta =
            readImagesOfNamelessFrames(fields.either(EventKey::DebugMeta, EventKey::LegacyDebugMeta), event);
    }
    event.errors = problems.take();
    return event;
}

Result<model::Event> readEvent(std::string_view payload, const ReadContext &context)
{
    const auto document = JsonDocument::parseFront(payload);
    if (!document) {
        return tl::unexpected(document.error());
    }
    if (!document->root().isObject()) {
        return failure(ErrorCode::InvalidJson, "the event is no JSON object");
    }
    model::Event event = readEvent(document->root(), context);
    for (const std::string &repair : document->repairs()) {
        event.errors.push_back({"repaired_json", std::string(), repair});
    }
    return event;
}

} // namespace picket::protocol
