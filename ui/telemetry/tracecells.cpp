// SPDX-License-Identifier: GPL-3.0-or-later
// What the cells of TraceModel say.
#include "ui/telemetry/tracemodel.h"

#include "ui/state/projectnames.h"
#include "ui/telemetry/logtext.h"
#include "ui/telemetry/traceroles.h"
#include "ui/telemetry/tracetext.h"
#include "ui/wording/plaintext.h"
#include "ui/wording/text.h"

using namespace Qt::Literals::StringLiterals;

namespace picket::ui {

namespace {

using Column = TraceModel::Column;
using Kind = TraceRow::Kind;

constexpr qsizetype toolTipLength = 2000;

int alignment(Column column)
{
    const bool number = column == Column::Start || column == Column::Duration;
    return int((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
}

} // namespace

QVariant TraceModel::level(const TraceRow &row) const
{
    switch (row.kind) {
    case Kind::Event:
        return int(m_content->parts.events[row.place].level);
    case Kind::Log:
        return int(levelOf(m_content->parts.logs[row.place].severity));
    case Kind::Span:
        break;
    }
    return {};
}

QString TraceModel::operation(const TraceRow &row) const
{
    switch (row.kind) {
    case Kind::Span:
        return toLine(m_content->parts.spans[row.place].op, 100);
    case Kind::Event:
        return levelWord(m_content->parts.events[row.place].level);
    case Kind::Log: {
        const QString word = severityWord(m_content->parts.logs[row.place].severity);
        return word.isEmpty() ? tr("log") : word;
    }
    }
    return {};
}

QString TraceModel::description(const TraceRow &row) const
{
    const model::TraceParts &parts = m_content->parts;
    switch (row.kind) {
    case Kind::Span: {
        const model::SpanRow &span = parts.spans[row.place];
        return span.description.empty() && span.op.empty() ? tr("<no name>") : toLine(span.description);
    }
    case Kind::Event:
        return parts.events[row.place].title.empty() ? tr("<no title>") : toLine(parts.events[row.place].title);
    case Kind::Log:
        return toLine(parts.logs[row.place].body);
    }
    return {};
}

QString TraceModel::project(const TraceRow &row) const
{
    const model::TraceParts &parts = m_content->parts;
    switch (row.kind) {
    case Kind::Span:
        return m_projects.nameOf(parts.spans[row.place].project);
    case Kind::Event:
        return m_projects.nameOf(parts.events[row.place].project);
    case Kind::Log:
        return m_projects.nameOf(parts.logs[row.place].project);
    }
    return {};
}

QString TraceModel::status(const TraceRow &row) const
{
    return row.kind == Kind::Span ? spanStatusWord(m_content->parts.spans[row.place].status)
        : isShownEvent(row)       ? tr("shown")
                                  : QString();
}

QString TraceModel::display(const TraceRow &row, Column column) const
{
    switch (column) {
    case Column::Operation: {
        const QString first = operation(row);
        const QString second = description(row);
        return first.isEmpty() || second.isEmpty() ? first + second : first + u"  "_s + second;
    }
    case Column::Project:
        return project(row);
    case Column::Status:
        return status(row);
    case Column::Start:
        return spanOffset(row.from - m_tree.axis.from);
    case Column::Duration:
        return row.kind == Kind::Span ? spanDuration(row.to - row.from) : QString();
    case Column::Axis:
        break;
    }
    return {};
}

QString TraceModel::toolTip(const TraceRow &row, Column column) const
{
    if (column == Column::Start) {
        return absoluteTime(row.from);
    }
    if (column != Column::Operation && column != Column::Axis) {
        return display(row, column);
    }
    QStringList lines{display(row, Column::Operation).left(toolTipLength)};
    QStringList facts{project(row), status(row), spanOffset(row.from - m_tree.axis.from)};
    if (row.kind == Kind::Span) {
        facts.push_back(spanDuration(row.to - row.from));
    }
    facts.removeAll(QString());
    lines.push_back(facts.join(u" · "_s));
    return lines.join(u'\n');
}

QString TraceModel::accessibleText(const TraceRow &row) const
{
    const QString start = spanOffset(row.from - m_tree.axis.from);
    switch (row.kind) {
    case Kind::Span: {
        const QString text =
            tr("Span %1, %2, at %3, took %4")
                .arg(display(row, Column::Operation), project(row), start, spanDuration(row.to - row.from));
        return status(row).isEmpty() ? text : text + u", "_s + status(row);
    }
    case Kind::Event:
        return isShownEvent(row) ? tr("The shown event, %1, %2, at %3").arg(operation(row), description(row), start)
                                 : tr("Event, %1, %2, at %3").arg(operation(row), description(row), start);
    case Kind::Log:
        return tr("Log, %1, %2, at %3").arg(operation(row), description(row), start);
    }
    return {};
}

Tone TraceModel::tone(const TraceRow &row, Column column) const
{
    if (row.kind == Kind::Span && isFailure(m_content->parts.spans[row.place].status)
        && (column == Column::Status || column == Column::Axis)) {
        return Tone::Bad;
    }
    return column == Column::Operation || column == Column::Duration ? Tone::Normal : Tone::Quiet;
}

QVariant TraceModel::axisCell(const TraceRow &row, int role) const
{
    const bool isSpan = row.kind == Kind::Span;
    switch (role) {
    case BarFromRole:
        return isSpan ? m_tree.share(row.from) : QVariant();
    case BarToRole:
        return isSpan ? m_tree.share(row.to) : QVariant();
    case MomentRole:
        return isSpan ? QVariant() : m_tree.share(row.from);
    default:
        return {};
    }
}

QVariant TraceModel::cell(const TraceRow &row, Column column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return display(row, column);
    case Qt::ToolTipRole:
        return plainToolTip(toolTip(row, column));
    case Qt::TextAlignmentRole:
        return alignment(column);
    case Qt::AccessibleTextRole:
        return column == Column::Operation ? accessibleText(row) : display(row, column);
    case ToneRole:
        return int(tone(row, column));
    case LevelRole:
        return level(row);
    case OperationRole:
        return operation(row);
    case DescriptionRole:
        return description(row);
    case InAppRole: // bold
        return isShownEvent(row);
    default:
        return column == Column::Axis ? axisCell(row, role) : QVariant();
    }
}

QVariant TraceModel::data(const QModelIndex &index, int role) const
{
    const TraceRow *row = rowAt(index);
    return row ? cell(*row, static_cast<Column>(index.column()), role) : QVariant();
}

QVariant TraceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnTotal) {
        return {};
    }
    const auto column = static_cast<Column>(section);
    if (role == Qt::TextAlignmentRole) {
        return alignment(column);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (column) {
    case Column::Operation:
        return tr("Operation");
    case Column::Project:
        return tr("Project");
    case Column::Status:
        return tr("Status");
    case Column::Start:
        return tr("Start");
    case Column::Duration:
        return tr("Duration");
    case Column::Axis:
        return m_tree.rows.empty() ? tr("Time") : tr("0 – %1").arg(spanDuration(m_tree.axis.to - m_tree.axis.from));
    }
    return {};
}

} // namespace picket::ui
