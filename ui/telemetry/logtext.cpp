// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/telemetry/logtext.h"

#include "core/base/limits.h"
#include "core/protocol/jsonwriter.h"
#include "core/query/telemetrydetail.h"
#include "ui/values/rootlist.h"
#include "ui/wording/errortext.h"
#include "ui/wording/text.h"

#include <QCoreApplication>

namespace picket::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(picket::ui::Log)
};

constexpr qsizetype shortDigits = 8;

ValueRoot headingOf(const QString &text, model::Value value)
{
    ValueRoot root;
    root.key = text.toStdString();
    root.value = std::make_shared<const model::Value>(std::move(value));
    root.style = ValueStyle::Plain;
    root.heading = true;
    return root;
}

} // namespace

QString severityWord(model::Severity severity)
{
    switch (severity) {
    case model::Severity::Unknown:
        return {};
    case model::Severity::Trace:
        return Words::tr("trace");
    case model::Severity::Debug:
        return levelWord(model::Level::Debug);
    case model::Severity::Info:
        return levelWord(model::Level::Info);
    case model::Severity::Warning:
        return levelWord(model::Level::Warning);
    case model::Severity::Error:
        return levelWord(model::Level::Error);
    case model::Severity::Fatal:
        return levelWord(model::Level::Fatal);
    }
    return {};
}

QString shortId(const EventUuid &id)
{
    return id.isNil() ? QString() : QString::fromStdString(id.hex()).left(shortDigits);
}

Result<LogDetail> readLogDetail(store::Reader &reader, const model::LogRow &log)
{
    LogDetail detail;
    detail.log = log;
    detail.body = log.body;
    if (auto attributes = query::logAttributes(reader, log)) {
        detail.attributes = std::move(*attributes);
    } else {
        detail.error = std::move(attributes.error());
    }
    if (auto body = query::logBody(reader, log)) {
        detail.body = std::move(*body);
    } else if (!detail.error) {
        detail.error = std::move(body.error());
    }
    if (detail.error && detail.error->code == ErrorCode::Interrupted) {
        return tl::unexpected<Error>(std::move(*detail.error));
    }
    return detail;
}

std::vector<ValueRoot> logRoots(const LogDetail &detail, const QString &project)
{
    const model::LogRow &log = detail.log;
    std::vector<model::Value::Member> members;
    const auto add = [&members](const QString &name, const QString &text) {
        addText(members, name, text.toStdString());
    };
    addText(members, Words::tr("message"), detail.body);
    add(Words::tr("level"), severityWord(log.severity));
    add(Words::tr("time"), absoluteTime(log.timestamp));
    add(Words::tr("trace"), log.trace.isNil() ? QString() : QString::fromStdString(log.trace.hex()));
    add(Words::tr("span"), log.span == 0 ? QString() : QString::fromStdString(model::spanNumberText(log.span)));
    add(Words::tr("project"), project);
    if (detail.error) {
        add(Words::tr("note"), errorText(*detail.error, Words::tr("The item with its attributes")));
    }
    std::vector<ValueRoot> roots{headingOf(Words::tr("Log"), model::Value::object(std::move(members)))};
    if (!detail.attributes.members().empty()) {
        roots.push_back(headingOf(Words::tr("Attributes"), detail.attributes));
    }
    return roots;
}

QString logJson(const LogDetail &detail)
{
    const model::LogRow &log = detail.log;
    protocol::JsonWriter json(protocol::JsonWriter::Style::Indented);
    json.beginObject();
    json.member("timestamp", toRfc3339(log.timestamp));
    json.member("level", model::severityName(log.severity));
    json.member("body", detail.body);
    json.member("trace_id", log.trace.isNil() ? std::string() : log.trace.hex());
    json.member("span_id", log.span == 0 ? std::string() : model::spanNumberText(log.span));
    json.key("attributes");
    json.value(detail.attributes);
    json.endObject();
    return QString::fromStdString(json.take());
}

} // namespace picket::ui
