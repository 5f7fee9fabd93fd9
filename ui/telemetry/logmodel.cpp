// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/telemetry/logmodel.h"

#include "ui/state/projectnames.h"
#include "ui/telemetry/logtext.h"
#include "ui/widgets/roles.h"
#include "ui/wording/text.h"

#include <tuple>

namespace picket::ui {

namespace {

using Column = LogModel::Column;

auto partsOf(const store::LogFilter &filter)
{
    return std::tie(filter.project, filter.trace, filter.text, filter.atLeast);
}

Tone toneOf(model::Severity severity)
{
    return severity >= model::Severity::Error  ? Tone::Bad
        : severity == model::Severity::Warning ? Tone::Warning
                                               : Tone::Quiet;
}

} // namespace

LogModel::LogModel(query::QueryService &query, const ProjectNames &names, QObject *parent)
    : RowListModel(query, parent)
    , m_names(names)
{
    connect(&names, &ProjectNames::changed, this, [this] {
        if (rows() > 0) {
            Q_EMIT dataChanged(index(0, int(Column::Project)), index(rows() - 1, int(Column::Project)));
        }
    });
}

void LogModel::setFilter(const store::LogFilter &filter)
{
    if (!m_filter || partsOf(*m_filter) != partsOf(filter)) {
        m_filter = filter;
        reload();
    }
}

LogModel::IdsQuestion LogModel::idsQuestion() const
{
    return [filter = m_filter.value_or(store::LogFilter())](store::Reader &reader, std::size_t limit) {
        return reader.logIds(filter, limit);
    };
}

LogModel::RowsQuestion LogModel::rowsQuestion() const
{
    return [](store::Reader &reader, const Ids &ids) {
        return reader.logs(ids);
    };
}

QString LogModel::display(const model::LogRow &log, Column column) const
{
    switch (column) {
    case Column::Time:
        return listTime(log.timestamp, now());
    case Column::Level:
        return severityWord(log.severity);
    case Column::Message:
        return log.body.empty() ? tr("<no message>") : toLine(log.body);
    case Column::Trace:
        return shortId(log.trace);
    case Column::Project:
        return m_names.nameOf(log.project);
    }
    return {};
}

QString LogModel::toolTip(const model::LogRow &log, Column column) const
{
    switch (column) {
    case Column::Time:
        return absoluteTime(log.timestamp);
    case Column::Trace:
        return log.trace.isNil() ? QString() : QString::fromStdString(log.trace.hex());
    default:
        return display(log, column);
    }
}

QVariant LogModel::cell(int row, int column, int role) const
{
    const auto c = static_cast<Column>(column);
    if (role == Qt::TextAlignmentRole) {
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    }
    const model::LogRow *log = rowAt(row);
    if (!log) {
        return role == LoadingRole                            ? QVariant(true)
            : role == Qt::DisplayRole && c == Column::Message ? QVariant(tr("Loading …"))
            : role == Qt::AccessibleTextRole                  ? QVariant(tr("Loading"))
            : role == ToneRole                                ? QVariant(int(Tone::Quiet))
                                                              : QVariant();
    }
    switch (role) {
    case Qt::DisplayRole:
        return display(*log, c);
    case Qt::ToolTipRole:
        return toolTip(*log, c);
    case Qt::AccessibleTextRole:
        return column == 0
            ? tr("%1, %2, at %3").arg(severityWord(log->severity), toLine(log->body), absoluteTime(log->timestamp))
            : display(*log, c);
    case LoadingRole:
        return false;
    case ToneRole:
        return int(c == Column::Level                              ? toneOf(log->severity)
                       : c == Column::Message || c == Column::Time ? Tone::Normal
                                                                   : Tone::Quiet);
    case BarRole:
        return int(toneOf(log->severity));
    case CodeRole:
        return c == Column::Trace;
    default:
        return {};
    }
}

QVariant LogModel::header(int column, int role) const
{
    if (role == Qt::TextAlignmentRole) {
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (static_cast<Column>(column)) {
    case Column::Time:
        return tr("Time");
    case Column::Level:
        return tr("Level");
    case Column::Message:
        return tr("Message");
    case Column::Trace:
        return tr("Trace");
    case Column::Project:
        return tr("Project");
    }
    return {};
}

} // namespace picket::ui
