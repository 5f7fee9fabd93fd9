// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/telemetry/monitormodel.h"

#include "ui/state/projectnames.h"
#include "ui/telemetry/healthtext.h"
#include "ui/telemetry/tracetext.h"
#include "ui/widgets/roles.h"
#include "ui/wording/text.h"

using namespace Qt::Literals::StringLiterals;

namespace picket::ui {

namespace {

using Column = MonitorModel::Column;

int alignment(Column column)
{
    const bool number = column == Column::Duration || column == Column::CheckIns || column == Column::Failed;
    return int((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
}

Tone toneOf(const model::MonitorRow &row, Column column)
{
    if (column == Column::State) {
        return row.status == "ok" ? Tone::Good : row.status == "in_progress" ? Tone::Warning : Tone::Bad;
    }
    if (column == Column::Failed) {
        return row.failed > 0 ? Tone::Bad : Tone::Quiet;
    }
    return column == Column::Monitor ? Tone::Normal : Tone::Quiet;
}

} // namespace

MonitorModel::MonitorModel(const ProjectNames &names, QObject *parent)
    : FactsModel(parent)
    , m_names(names)
{
    connect(&names, &ProjectNames::changed, this, [this] {
        if (rows() > 0) {
            Q_EMIT dataChanged(index(0, int(Column::Project)), index(rows() - 1, int(Column::Project)));
        }
    });
}

std::string MonitorModel::keyOf(const model::MonitorRow &row) const
{
    return joined({std::to_string(row.project.value), row.monitor, row.environment});
}

QString MonitorModel::display(const model::MonitorRow &row, Column column) const
{
    switch (column) {
    case Column::Monitor:
        return row.monitor.empty() ? tr("<no name>") : toLine(row.monitor, 200);
    case Column::State:
        return checkInWord(row.status);
    case Column::LastCheckIn:
        return dateTime(row.updated);
    case Column::Duration:
        return row.durationMicros ? spanDuration(std::chrono::microseconds(*row.durationMicros)) : QString();
    case Column::Schedule:
        return scheduleText(row.config);
    case Column::CheckIns:
        return countText(row.checkIns);
    case Column::Failed:
        return countText(row.failed);
    case Column::Environment:
        return toLine(row.environment, 200);
    case Column::Project:
        return m_names.nameOf(row.project);
    }
    return {};
}

QString MonitorModel::toolTip(const model::MonitorRow &row, Column column) const
{
    return column == Column::LastCheckIn ? absoluteTime(row.updated) : display(row, column);
}

QString MonitorModel::accessibleText(const model::MonitorRow &row) const
{
    return tr("Monitor %1, %2, last check-in %3, %4 check-ins, %5 failed")
        .arg(display(row, Column::Monitor), display(row, Column::State), absoluteTime(row.updated),
             countText(row.checkIns), countText(row.failed));
}

QVariant MonitorModel::cell(int row, int column, int role) const
{
    const model::MonitorRow &facts = at(row);
    const auto c = static_cast<Column>(column);
    switch (role) {
    case Qt::DisplayRole:
        return display(facts, c);
    case Qt::ToolTipRole:
        return toolTip(facts, c);
    case Qt::TextAlignmentRole:
        return alignment(c);
    case Qt::AccessibleTextRole:
        return column == 0 ? accessibleText(facts) : display(facts, c);
    case ToneRole:
        return int(toneOf(facts, c));
    case BarRole:
        return int(toneOf(facts, Column::State) == Tone::Bad ? Tone::Bad : Tone::Normal);
    default:
        return {};
    }
}

QVariant MonitorModel::header(int column, int role) const
{
    const auto c = static_cast<Column>(column);
    if (role == Qt::TextAlignmentRole) {
        return alignment(c);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (c) {
    case Column::Monitor:
        return tr("Monitor");
    case Column::State:
        return tr("State");
    case Column::LastCheckIn:
        return tr("Last check-in");
    case Column::Duration:
        return tr("Duration");
    case Column::Schedule:
        return tr("Schedule");
    case Column::CheckIns:
        return tr("Check-ins");
    case Column::Failed:
        return tr("Failed");
    case Column::Environment:
        return tr("Environment");
    case Column::Project:
        return tr("Project");
    }
    return {};
}

} // namespace picket::ui
