// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/sdktelemetry.h"

#include "core/store/reader.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace picket::test {

namespace {

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

QJsonArray logs(store::Reader &reader)
{
    QJsonArray array;
    const auto ids = reader.logIds({}).value_or(std::vector<LogId>());
    for (const model::LogRow &log : reader.logs(ids).value_or(std::vector<model::LogRow>())) {
        array.append(
            QJsonObject{{u"severity"_s, text(model::severityName(log.severity))}, {u"body"_s, text(log.body)}});
    }
    return array;
}

QJsonObject traceObject(const model::TraceParts &trace)
{
    QJsonArray spans;
    for (const model::SpanRow &span : trace.spans) {
        spans.append(text(span.op + ' ' + span.description));
    }
    QJsonArray events;
    for (const model::EventRow &event : trace.events) {
        events.append(text(event.title));
    }
    return {{u"spans"_s, spans}, {u"events"_s, events}};
}

// By their transactions: what the trace dock begins with.
QJsonArray traces(store::Reader &reader)
{
    QJsonArray array;
    const auto ids = reader.transactionIds({}).value_or(std::vector<SpanId>());
    for (const model::SpanRow &transaction : reader.spans(ids).value_or(std::vector<model::SpanRow>())) {
        array.append(traceObject(reader.trace(transaction.trace).value_or(model::TraceParts())));
    }
    return array;
}

QJsonArray monitors(store::Reader &reader)
{
    QJsonArray array;
    for (const model::MonitorRow &row : reader.monitors().value_or(std::vector<model::MonitorRow>())) {
        array.append(QJsonObject{{u"monitor"_s, text(row.monitor)},
                                 {u"environment"_s, text(row.environment)},
                                 {u"status"_s, text(row.status)},
                                 {u"check_ins"_s, double(row.checkIns)}});
    }
    return array;
}

QJsonArray releases(store::Reader &reader)
{
    QJsonArray array;
    for (const auto &row : reader.releaseHealth().value_or(std::vector<model::ReleaseHealthRow>())) {
        array.append(QJsonObject{{u"release"_s, text(row.release)},
                                 {u"environment"_s, text(row.environment)},
                                 {u"sessions"_s, double(row.started)},
                                 {u"errored"_s, double(row.counts.errored)},
                                 {u"unhandled"_s, double(row.counts.unhandled)},
                                 {u"crashed"_s, double(row.counts.crashed)}});
    }
    return array;
}

QJsonArray feedback(store::Reader &reader)
{
    QJsonArray array;
    for (const model::FeedbackRow &row : reader.feedback().value_or(std::vector<model::FeedbackRow>())) {
        array.append(QJsonObject{{u"name"_s, text(row.feedback.name)},
                                 {u"email"_s, text(row.feedback.email)},
                                 {u"message"_s, text(row.feedback.message)}});
    }
    return array;
}

// Lists hold at least the fact's elements, in any order.
bool holds(const QJsonValue &fact, const QJsonValue &stored)
{
    const QJsonArray needed = fact.toArray();
    const QJsonArray there = stored.toArray();
    return fact.isArray()
        ? std::all_of(needed.begin(), needed.end(), [&](const QJsonValue &element) { return there.contains(element); })
        : fact == stored;
}

bool holds(const QJsonObject &fact, const QJsonObject &stored)
{
    const QStringList keys = fact.keys();
    return std::all_of(keys.begin(), keys.end(), [&](const QString &key) { return holds(fact[key], stored[key]); });
}

} // namespace

QJsonObject storedTelemetry(store::Reader &reader)
{
    return {{u"traces"_s, traces(reader)},
            {u"logs"_s, logs(reader)},
            {u"monitors"_s, monitors(reader)},
            {u"releases"_s, releases(reader)},
            {u"feedback"_s, feedback(reader)}};
}

QString missingTelemetry(const QJsonObject &facts, const QJsonObject &stored)
{
    for (auto kind = facts.begin(); kind != facts.end(); ++kind) {
        const QJsonArray objects = stored[kind.key()].toArray();
        for (const QJsonValue &fact : kind.value().toArray()) {
            const bool found = std::any_of(objects.begin(), objects.end(), [&](const QJsonValue &object) {
                return holds(fact.toObject(), object.toObject());
            });
            if (!found) {
                const auto json = [](const auto &value) {
                    return QString::fromUtf8(QJsonDocument(value).toJson(QJsonDocument::Compact));
                };
                return u"%1: nothing is %2, only %3"_s.arg(kind.key(), json(fact.toObject()), json(objects));
            }
        }
    }
    return {};
}

} // namespace picket::test
