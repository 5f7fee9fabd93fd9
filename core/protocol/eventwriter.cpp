// SPDX-License-Identifier: GPL-3.0-or-later
// writeEvent(): resources/show.schema.json describes the document.
#include "core/protocol/eventreader.h"
#include "core/protocol/jsonwriter.h"
#include "core/protocol/stackwriter.h"

namespace picket::protocol {

namespace {

std::string_view typeName(model::EventType type)
{
    switch (type) {
    case model::EventType::Error:
        return "error";
    case model::EventType::Default:
        return "default";
    case model::EventType::Transaction:
        return "transaction";
    case model::EventType::Feedback:
        return "feedback";
    case model::EventType::Security:
        return "security";
    case model::EventType::Unreadable:
        return "unreadable";
    }
    return "default";
}

void writeTime(JsonWriter &writer, std::string_view name, const std::optional<Timestamp> &time)
{
    writer.member(name, time ? toRfc3339(*time) : std::string());
}

void writePairs(JsonWriter &writer, std::string_view name, const std::vector<model::TextPair> &pairs)
{
    writer.key(name);
    writer.beginArray();
    for (const auto &[key, value] : pairs) {
        writer.beginArray();
        writer.string(key);
        writer.string(value);
        writer.endArray();
    }
    writer.endArray();
}

void writeLogEntry(JsonWriter &writer, const model::LogEntry &entry)
{
    writer.key("logentry");
    if (entry.isEmpty() && entry.params.isAbsent()) {
        writer.null();
    } else {
        writer.beginObject();
        writer.member("message", entry.message);
        writer.member("formatted", entry.formatted);
        writeValue(writer, "params", entry.params);
        writer.endObject();
    }
    writer.member("message", entry.text());
}

void writeTemplate(JsonWriter &writer, const std::optional<model::Template> &templ)
{
    writer.key("template");
    if (!templ) {
        writer.null();
        return;
    }
    writer.beginObject();
    writer.member("filename", templ->filename);
    writer.member("abs_path", templ->absPath);
    writeOptional(writer, "lineno", templ->lineno);
    writer.member("context_line", templ->contextLine);
    writeTexts(writer, "pre_context", templ->preContext);
    writeTexts(writer, "post_context", templ->postContext);
    writer.endObject();
}

void writeStacks(JsonWriter &writer, const model::Event &event)
{
    writer.key("exceptions");
    writer.beginArray();
    for (const model::Exception &exception : event.exceptions) {
        writeException(writer, exception);
    }
    writer.endArray();
    writer.key("stacktrace");
    if (event.stacktrace) {
        writeFrames(writer, event.stacktrace->frames);
    } else {
        writer.null();
    }
    writeTemplate(writer, event.templ);
    writer.key("threads");
    writer.beginArray();
    for (const model::Thread &thread : event.threads) {
        writeThread(writer, thread);
    }
    writer.endArray();
}

void writeBreadcrumb(JsonWriter &writer, const model::Breadcrumb &breadcrumb)
{
    if (breadcrumb.isNull) {
        writer.null();
        return;
    }
    writer.beginObject();
    writeTime(writer, "timestamp", breadcrumb.timestamp);
    writer.member("type", breadcrumb.type);
    writer.member("category", breadcrumb.category);
    writer.member("level", model::levelName(breadcrumb.level));
    writer.member("message", breadcrumb.message);
    writeValue(writer, "data", breadcrumb.data);
    writer.member("event_id", breadcrumb.eventId);
    writer.member("origin", breadcrumb.origin);
    writeOther(writer, breadcrumb.other);
    writer.endObject();
}

void writeRequest(JsonWriter &writer, const std::optional<model::Request> &request)
{
    writer.key("request");
    if (!request) {
        writer.null();
        return;
    }
    writer.beginObject();
    writer.member("url", request->url);
    writer.member("method", request->method);
    writer.member("protocol", request->protocol);
    writer.member("fragment", request->fragment);
    writer.member("query_string", request->queryString);
    writePairs(writer, "query", request->query);
    writePairs(writer, "headers", request->headers);
    writePairs(writer, "cookies", request->cookies);
    writePairs(writer, "env", request->env);
    writeValue(writer, "data", request->data);
    writer.member("inferred_content_type", request->inferredContentType);
    writer.member("api_target", request->apiTarget);
    writer.endObject();
}

void writeUser(JsonWriter &writer, const std::optional<model::User> &user)
{
    writer.key("user");
    if (!user) {
        writer.null();
        return;
    }
    writer.beginObject();
    writer.member("id", user->id);
    writer.member("username", user->username);
    writer.member("name", user->name);
    writer.member("email", user->email);
    writer.member("ip_address", user->ipAddress);
    writer.member("segment", user->segment);
    writeValue(writer, "geo", user->geo);
    writeValue(writer, "data", user->data);
    writer.endObject();
}

void writeContexts(JsonWriter &writer, const std::vector<model::Context> &contexts)
{
    writer.key("contexts");
    writer.beginObject();
    for (const model::Context &context : contexts) {
        writeValue(writer, context.alias, context.value);
    }
    writer.endObject();
}

void writeSdk(JsonWriter &writer, const model::Sdk &sdk)
{
    writer.key("sdk");
    if (sdk.name.empty() && sdk.version.empty() && sdk.integrations.empty() && sdk.packages.empty()) {
        writer.null();
        return;
    }
    writer.beginObject();
    writer.key("name");
    writer.string(sdk.name);
    writer.member("version", sdk.version);
    writeTexts(writer, "integrations", sdk.integrations);
    writePairs(writer, "packages", sdk.packages);
    writer.endObject();
}

void writeErrors(JsonWriter &writer, const std::vector<model::Problem> &errors)
{
    writer.key("errors");
    writer.beginArray();
    for (const model::Problem &error : errors) {
        writer.beginObject();
        writer.member("type", error.type);
        writer.member("name", error.name);
        writer.member("value", error.value);
        writer.endObject();
    }
    writer.endArray();
}

void writeModules(JsonWriter &writer, const std::vector<model::TextPair> &modules)
{
    writer.key("modules");
    writer.beginObject();
    for (const auto &[name, version] : modules) {
        writer.member(name, version);
    }
    writer.endObject();
}

void writeAttributes(JsonWriter &writer, const model::Event &event)
{
    writer.member("event_id", event.id.hex());
    writer.member("type", typeName(event.type));
    writeTime(writer, "timestamp", event.timestamp);
    writeTime(writer, "original_timestamp", event.originalTimestamp);
    writeTime(writer, "start_timestamp", event.startTimestamp);
    writeTime(writer, "received", event.received);
    writer.member("platform", event.platform);
    writer.member("level", model::levelName(event.level));
    writer.member("logger", event.logger);
    writeLogEntry(writer, event.logentry);
    writer.member("transaction", event.transaction);
    writer.member("culprit", event.culprit);
    writer.member("server_name", event.serverName);
    writer.member("release", event.release);
    writer.member("dist", event.dist);
    writer.member("environment", event.environment);
    writePairs(writer, "tags", event.tags);
    writeTexts(writer, "fingerprint", event.fingerprint);
    writer.member("checksum", event.checksum);
}

} // namespace

void writeEvent(JsonWriter &writer, const model::Event &event)
{
    writeAttributes(writer, event);
    writeStacks(writer, event);
    writer.key("breadcrumbs");
    writer.beginArray();
    for (const model::Breadcrumb &breadcrumb : event.breadcrumbs) {
        writeBreadcrumb(writer, breadcrumb);
    }
    writer.endArray();
    writeRequest(writer, event.request);
    writeUser(writer, event.user);
    writeContexts(writer, event.contexts);
    writeValue(writer, "extra", event.extra);
    writeModules(writer, event.modules);
    writeSdk(writer, event.sdk);
    writeValue(writer, "debug_meta", event.debugMeta);
    writeValue(writer, "security", event.security);
    writeErrors(writer, event.errors);
    writeValue(writer, "_meta", event.meta);
    writeValue(writer, "other", event.other);
}

} // namespace picket::protocol
