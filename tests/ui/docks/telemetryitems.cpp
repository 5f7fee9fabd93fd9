// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/docks/telemetryitems.h"

#include "core/base/time.h"
#include "core/protocol/jsonwriter.h"
#include "tests/ui/workspacefixture.h"

namespace picket::test {

namespace {

void writeAttribute(protocol::JsonWriter &json, const char *name, const char *type, const std::string &value)
{
    json.key(name);
    json.beginObject();
    json.key("value");
    if (std::string_view(type) == "string") {
        json.string(value);
    } else {
        json.numberToken(value);
    }
    json.member("type", type);
    json.endObject();
}

} // namespace

std::string logEnvelope(const std::vector<SentLog> &logs)
{
    protocol::JsonWriter json;
    json.beginObject();
    json.key("items");
    json.beginArray();
    for (const SentLog &log : logs) {
        json.beginObject();
        json.member("timestamp", toRfc3339(now() - std::chrono::seconds(log.secondsAgo)));
        json.member("level", log.level);
        json.key("body");
        json.string(log.body);
        if (!log.trace.empty()) {
            json.member("trace_id", log.trace);
            json.member("span_id", "00f067aa0ba902b7");
        }
        json.key("attributes");
        json.beginObject();
        writeAttribute(json, "order.id", "integer", "1001");
        writeAttribute(json, "user", "string", "ada");
        json.endObject();
        json.endObject();
    }
    json.endArray();
    json.endObject();
    return itemEnvelope(R"({"type":"log","item_count":)" + std::to_string(logs.size())
                            + R"(,"content_type":"application/vnd.sentry.items.log+json"})",
                        json.take());
}

std::string feedbackJson(const SentFeedback &feedback)
{
    protocol::JsonWriter json;
    json.beginObject();
    json.member("type", "feedback");
    json.member("timestamp", toRfc3339(now() - std::chrono::seconds(5)));
    json.key("contexts");
    json.beginObject();
    json.key("feedback");
    json.beginObject();
    json.member("message", feedback.message);
    json.member("name", feedback.name);
    json.member("contact_email", feedback.email);
    json.member("url", "https://shop.test/cart");
    json.member("source", "widget");
    if (!feedback.eventId.empty()) {
        json.member("associated_event_id", feedback.eventId);
    }
    json.endObject();
    json.endObject();
    json.endObject();
    return json.take();
}

std::string feedbackEnvelope(const SentFeedback &feedback)
{
    return itemEnvelope(R"({"type":"feedback"})", feedbackJson(feedback));
}

std::string messageJson(const std::string &message, const std::string &trace)
{
    protocol::JsonWriter json;
    json.beginObject();
    json.member("message", message);
    if (!trace.empty()) {
        json.key("contexts");
        json.beginObject();
        json.key("trace");
        json.beginObject();
        json.member("trace_id", trace);
        json.endObject();
        json.endObject();
    }
    json.endObject();
    return json.take();
}

std::string envelopeWithId(const std::string &eventId, const std::string &type, const std::string &payload)
{
    return R"({"event_id":")" + eventId + "\"}\n{\"type\":\"" + type + R"(","length":)" + std::to_string(payload.size())
        + "}\n" + payload + "\n";
}

} // namespace picket::test
