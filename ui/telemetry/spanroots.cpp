// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/telemetry/spanroots.h"

#include "core/query/telemetrydetail.h"
#include "ui/telemetry/tracetext.h"
#include "ui/values/rootlist.h"
#include "ui/wording/errortext.h"
#include "ui/wording/text.h"

#include <QCoreApplication>

namespace picket::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(picket::ui::Span)
};

using Members = std::vector<model::Value::Member>;

void addWords(Members &members, const QString &name, const QString &text)
{
    addText(members, name, text.toStdString());
}

std::string numberText(model::SpanNumber number)
{
    return number == 0 ? std::string() : model::spanNumberText(number);
}

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

Result<SpanDetail> readSpanDetail(store::Reader &reader, const model::SpanRow &span)
{
    SpanDetail detail;
    detail.span = span;
    if (auto data = query::spanData(reader, span)) {
        detail.data = std::move(*data);
    } else if (data.error().code == ErrorCode::Interrupted) {
        return tl::unexpected<Error>(std::move(data.error()));
    } else {
        detail.error = std::move(data.error());
    }
    return detail;
}

std::vector<ValueRoot> spanRoots(const SpanDetail &detail, const QString &project)
{
    const model::SpanRow &span = detail.span;
    Members members;
    addText(members, span.isSegment ? Words::tr("transaction") : Words::tr("description"), span.description);
    addText(members, Words::tr("operation"), span.op);
    addWords(members, Words::tr("status"), spanStatusWord(span.status));
    addWords(members, Words::tr("took"), spanDuration(span.end - span.start));
    addWords(members, Words::tr("start"), absoluteTime(span.start));
    addWords(members, Words::tr("end"), absoluteTime(span.end));
    addWords(members, Words::tr("project"), project);
    addText(members, Words::tr("span"), numberText(span.number));
    addText(members, Words::tr("parent"), numberText(span.parent));
    if (detail.error) {
        addWords(members, Words::tr("note"), errorText(*detail.error, Words::tr("The item with its data")));
    }
    std::vector<ValueRoot> roots{headingOf(Words::tr("Span"), model::Value::object(std::move(members)))};
    if (!detail.data.members().empty()) {
        roots.push_back(headingOf(Words::tr("Data"), detail.data));
    }
    return roots;
}

std::vector<ValueRoot> traceEventRoots(const model::EventRow &event, const QString &project)
{
    Members members;
    addText(members, Words::tr("title"), event.title);
    addWords(members, Words::tr("level"), levelWord(event.level));
    addWords(members, Words::tr("time"), absoluteTime(event.timestamp));
    addText(members, Words::tr("transaction"), event.transaction);
    addText(members, Words::tr("release"), event.release);
    addText(members, Words::tr("environment"), event.environment);
    addText(members, Words::tr("user"), event.user);
    addText(members, Words::tr("SDK"), event.sdk);
    addWords(members, Words::tr("project"), project);
    return {headingOf(Words::tr("Event"), model::Value::object(std::move(members)))};
}

} // namespace picket::ui
