// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/eventreader.h"

#include "core/base/limits.h"
#include "core/protocol/breadcrumbreader.h"
#include "core/protocol/contextreader.h"
#include "core/protocol/eventkeys.h"
#include "core/protocol/eventrest.h"
#include "core/protocol/exceptionreader.h"
#include "core/protocol/imagereader.h"
#include "core/protocol/jsonwriter.h"
#include "core/protocol/leftovers.h"
#include "core/protocol/messagereader.h"
#include "core/protocol/requestreader.h"
#include "core/protocol/stackreader.h"
#include "core/protocol/tagreader.h"

#include <algorithm>
#include <array>

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
    if (std::string platform = readPlatform(fields[EventKey::Platform], scope); !platform.empty()) {
        event.platform = std::move(platform);
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
    const auto isPart = [](const JsonNode &part) {
        return part.isString() || part.isNumber() || part.isBool();
    };
    std::vector<std::string> fingerprint;
    if (const auto items = listItems(node)) {
        for (const JsonMember &item : *items) {
            if (isPart(item.value)) {
                fingerprint.push_back(fingerprintPart(item.value, scope));
            } else {
                scope.problems->invalid("fingerprint", item.value);
            }
        }
    } else if (node.isNumber() || (node.isString() && !node.text.empty())) {
        fingerprint.push_back(fingerprintPart(node, scope));
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
    model::Value security;
    for (const Kind &kind : kinds) {
        const model::Value report = readBag(fields.either(kind.key, kind.alias), kind.name, scope);
        if (!report.isAbsent() && security.isAbsent()) {
            security = model::Value::object({{std::string(kind.name), report}});
        } else if (!report.isAbsent()) {
            scope.problems->keep(kind.name); // an event is one report
        }
    }
    return security;
}

// One problem as the sender tells it: what has no place beside its type, name and value stands in the value, too.
bool readError(const JsonNode &node, const ReadScope &scope)
{
    static constexpr std::array<std::string_view, 3> known{"type", "name", "value"};
    if (!node.isObject()) {
        return scope.problems->add(node.isString() ? "error" : "invalid_data", "errors", readJsonText(node));
    }
    const Leftovers left(scope);
    const std::string type = readText(node["type"], "errors.type", scope);
    const std::string name = readText(node["name"], "errors.name", scope);
    std::string value = readJsonText(node["value"]);
    if (const model::Value rest = left.of(node, known); !rest.isAbsent()) {
        JsonWriter writer;
        writer.value(rest);
        value += (value.empty() ? "" : " ") + writer.take();
    }
    return scope.problems->add(type.empty() ? "error" : type, name, value);
}

void readErrors(const JsonNode &node, const ReadScope &scope)
{
    const ValueList errors(node, "errors", scope);
    for (const JsonMember &item : errors.items()) {
        if (!item.value.isNothing() && !readError(item.value, scope)) {
            scope.problems->keep("errors");
        }
    }
}

// PROTOCOL C.1, "type".
model::EventType inferType(const JsonNode &type, const model::Event &event, const ReadScope &scope)
{
    static constexpr std::array<std::string_view, 8> inferred{"error", "event",    "default",      "csp",
                                                              "hpkp",  "expectct", "expectstaple", "generic"};
    const std::string name = readText(type, "type", scope);
    if (name == "transaction") {
        return model::EventType::Transaction;
    }
    if (name == "feedback" || name == "userreportv2") {
        return model::EventType::Feedback;
    }
    if (!name.empty() && std::find(inferred.begin(), inferred.end(), name) == inferred.end()) {
        scope.problems->keep("type");
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

void readDetail(model::Event &event, const EventFields &fields, const ReadScope &scope)
{
    event.breadcrumbs = readBreadcrumbs(fields.either(EventKey::Breadcrumbs, EventKey::LegacyBreadcrumbs), scope);
    event.extra = readBag(fields[EventKey::Extra], "extra", scope);
    event.modules = readPairs(fields[EventKey::Modules], "modules", scope);
    event.debugMeta = readBag(fields.either(EventKey::DebugMeta, EventKey::LegacyDebugMeta), "debug_meta", scope);
    event.meta = readBag(fields[EventKey::Meta], "_meta", scope);
}

} // namespace

model::Event readEvent(const JsonNode &root, const ReadContext &context)
{
    Problems problems;
    const ReadScope scope{context.detail, &problems};
    const EventFields fields(root, eventKeys);
    const Leftovers left(scope);
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
    event.stacktrace =
        readStacktrace(fields.either(EventKey::Stacktrace, EventKey::LegacyStacktrace), "stacktrace", scope);
    event.templ = readTemplate(fields.either(EventKey::Template, EventKey::LegacyTemplate), scope);
    event.threads = readThreads(fields.either(EventKey::Threads, EventKey::LegacyThreads), scope);
    event.request = readRequest(fields.either(EventKey::Request, EventKey::LegacyRequest), scope);
    event.user = readUser(fields.either(EventKey::User, EventKey::LegacyUser), scope);
    event.contexts = readContexts(fields.either(EventKey::Contexts, EventKey::LegacyContexts), scope);
    event.sdk = readSdk(fields[EventKey::Sdk], scope);
    event.security = readSecurity(fields, scope);
    assignStacks(event);
    fillUserAddress(event);
    event.type = inferType(fields[EventKey::Type], event, scope);
    readEventLevel(event, fields[EventKey::Level], scope);
    if (scope.isFull()) {
        readDetail(event, fields, scope);
        event.other = readOther(root, fields, left, scope);
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
