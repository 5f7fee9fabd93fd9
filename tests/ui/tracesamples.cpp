// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/tracesamples.h"

#include "core/base/eventuuid.h"
#include "core/base/time.h"
#include "core/protocol/jsonwriter.h"
#include "tests/ui/workspacefixture.h"

#include <QByteArray>

namespace picket::test {

namespace {

using protocol::JsonWriter;

double nowSeconds()
{
    return static_cast<double>(toMicros(now())) / 1e6;
}

void addSeconds(JsonWriter &json, const char *key, double seconds)
{
    json.key(key);
    json.numberToken(QByteArray::number(seconds, 'f', 6).toStdString());
}

void addTraceContext(JsonWriter &json, const std::string &trace, const std::string &span, const std::string &op)
{
    json.key("contexts");
    json.beginObject();
    json.key("trace");
    json.beginObject();
    json.member("trace_id", trace);
    json.member("span_id", span);
    if (!op.empty()) {
        json.member("op", op);
        json.member("status", "internal_error");
    }
    json.endObject();
    json.endObject();
}

} // namespace

std::string transactionEnvelope(const std::string &name, const std::vector<SpanSample> &spans, double secondsAgo,
                                const std::string &trace)
{
    const double start = nowSeconds() - secondsAgo;
    JsonWriter json;
    json.beginObject();
    json.member("type", "transaction");
    json.member("event_id", EventUuid::generate().hex());
    json.member("transaction", name);
    json.member("platform", "python");
    json.member("release", "shop@1.4.2");
    addSeconds(json, "start_timestamp", start);
    addSeconds(json, "timestamp", start + 0.9);
    addTraceContext(json, trace, transactionSpan, "http.server");
    json.key("spans");
    json.beginArray();
    for (const SpanSample &span : spans) {
        json.beginObject();
        json.member("trace_id", trace);
        json.member("span_id", span.id);
        json.member("parent_span_id", span.parent.empty() ? std::string(transactionSpan) : span.parent);
        json.member("op", span.op);
        json.member("description", span.description);
        json.member("status", span.status);
        addSeconds(json, "start_timestamp", start + span.start);
        addSeconds(json, "timestamp", start + span.end);
        json.key("data");
        json.beginObject();
        json.member("db.system", "postgresql");
        json.endObject();
        json.endObject();
    }
    json.endArray();
    json.endObject();
    return itemEnvelope(R"({"type":"transaction"})", json.take());
}

std::vector<SpanSample> checkoutSpans()
{
    return {{"a000000000000001", {}, "middleware", "AuthenticationMiddleware", 0.004, 0.87},
            {"a000000000000002", "a000000000000001", "db", "SELECT * FROM cart WHERE user = %s", 0.02, 0.061},
            {"a000000000000003", "a000000000000001", "cache.get", "prices:eur", 0.07, 0.0704},
            {"a000000000000004", "a000000000000001", "http.client", "POST https://pay.test/charge", 0.09, 0.79,
             "internal_error"},
            {"a000000000000005", "a000000000000001", "template.render", "receipt.html", 0.8, 0.86}};
}

std::string errorInTrace(const std::string &type, const std::string &span, double secondsAgo, const std::string &trace)
{
    const std::string event = errorJson(type, "card was declined", "charge");
    JsonWriter json;
    json.beginObject();
    addSeconds(json, "timestamp", nowSeconds() - secondsAgo);
    addTraceContext(json, trace, span, {});
    json.endObject();
    // Both are objects: the members of the second go before those of the first.
    const std::string more = json.take();
    return more.substr(0, more.size() - 1) + ',' + event.substr(1);
}

std::string logEnvelope(const std::vector<LogSample> &logs, const std::string &trace)
{
    JsonWriter json;
    json.beginObject();
    json.key("items");
    json.beginArray();
    for (const LogSample &log : logs) {
        json.beginObject();
        addSeconds(json, "timestamp", nowSeconds() - log.secondsAgo);
        json.member("trace_id", trace);
        if (!log.span.empty()) {
            json.member("span_id", log.span);
        }
        json.member("level", log.level);
        json.member("body", log.body);
        json.key("attributes");
        json.beginObject();
        json.key("cart.items");
        json.beginObject();
        json.member("value", "3");
        json.member("type", "string");
        json.endObject();
        json.endObject();
        json.endObject();
    }
    json.endArray();
    json.endObject();
    return itemEnvelope(R"({"type":"log","item_count":)" + std::to_string(logs.size())
                            + R"(,"content_type":"application/vnd.sentry.items.log+json"})",
                        json.take());
}

std::string checkInEnvelope(const std::string &monitor, const std::string &status, const std::string &schedule,
                            const std::string &environment)
{
    JsonWriter json;
    json.beginObject();
    json.member("check_in_id", EventUuid::generate().hex());
    json.member("monitor_slug", monitor);
    json.member("status", status);
    json.member("environment", environment);
    if (status != "in_progress") {
        addSeconds(json, "duration", 12.5);
    }
    if (!schedule.empty()) {
        json.key("monitor_config");
        json.beginObject();
        json.key("schedule");
        json.numberToken(schedule);
        json.endObject();
    }
    json.endObject();
    return itemEnvelope(R"({"type":"check_in"})", json.take());
}

std::string sessionEnvelope(const std::string &release, const std::string &status, int errors)
{
    JsonWriter json;
    json.beginObject();
    json.member("sid", EventUuid::generate().hex());
    json.key("init");
    json.boolean(true);
    json.member("started", toRfc3339(now()));
    json.member("timestamp", toRfc3339(now()));
    json.member("status", status);
    json.member("errors", errors);
    json.key("attrs");
    json.beginObject();
    json.member("release", release);
    json.member("environment", "production");
    json.endObject();
    json.endObject();
    return itemEnvelope(R"({"type":"session"})", json.take());
}

std::string clientReportEnvelope(const std::string &reason, const std::string &category, int quantity)
{
    JsonWriter json;
    json.beginObject();
    json.member("timestamp", toRfc3339(now()));
    json.key("discarded_events");
    json.beginArray();
    json.beginObject();
    json.member("reason", reason);
    json.member("category", category);
    json.member("quantity", quantity);
    json.endObject();
    json.endArray();
    json.endObject();
    return itemEnvelope(R"({"type":"client_report"})", json.take());
}

} // namespace picket::test
