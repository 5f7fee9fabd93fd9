// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/telemetry/releasehealthmodel.h"

#include "ui/state/projectnames.h"
#include "ui/telemetry/healthtext.h"
#include "ui/widgets/roles.h"
#include "ui/wording/text.h"

using namespace Qt::Literals::StringLiterals;

namespace picket::ui {

namespace {

using Column = ReleaseHealthModel::Column;

int alignment(Column column)
{
    const bool number = column == Column::CrashFree || column == Column::Started || column == Column::Exited
        || column == Column::Errored || column == Column::Crashed || column == Column::Abnormal
        || column == Column::Unhandled;
    return int((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
}

Tone toneOf(const model::ReleaseHealthRow &row, Column column)
{
    const model::SessionCounts &counts = row.counts;
    switch (column) {
    case Column::Release:
    case Column::Started:
        return Tone::Normal;
    case Column::CrashFree:
        return counts.crashed > 0 ? Tone::Bad : row.started > 0 ? Tone::Good : Tone::Quiet;
    case Column::Crashed:
        return counts.crashed > 0 ? Tone::Bad : Tone::Quiet;
    case Column::Errored:
        return counts.errored > 0 ? Tone::Warning : Tone::Quiet;
    case Column::Abnormal:
        return counts.abnormal > 0 ? Tone::Warning : Tone::Quiet;
    case Column::Unhandled:
        return counts.unhandled > 0 ? Tone::Warning : Tone::Quiet;
    default:
        return Tone::Quiet;
    }
}

} // namespace

ReleaseHealthModel::ReleaseHealthModel(const ProjectNames &names, QObject *parent)
    : FactsModel(parent)
    , m_names(names)
{
    connect(&names, &ProjectNames::changed, this, [this] {
        if (rows() > 0) {
            Q_EMIT dataChanged(index(0, int(Column::Project)), index(rows() - 1, int(Column::Project)));
        }
    });
}

std::string ReleaseHealthModel::keyOf(const model::ReleaseHealthRow &row) const
{
    return joined({std::to_string(row.project.value), row.release, row.environment});
}

QString ReleaseHealthModel::display(const model::ReleaseHealthRow &row, Column column) const
{
    switch (column) {
    case Column::Release:
        return row.release.empty() ? tr("<no release>") : toLine(row.release, 200);
    case Column::CrashFree:
        return crashFreeText(row);
    case Column::Started:
        return countText(row.started);
    case Column::Exited:
        return countText(row.counts.exited);
    case Column::Errored:
        return countText(row.counts.errored);
    case Column::Crashed:
        return countText(row.counts.crashed);
    case Column::Abnormal:
        return countText(row.counts.abnormal);
    case Column::Unhandled:
        return countText(row.counts.unhandled);
    case Column::LastStarted:
        return dateTime(row.lastStarted);
    case Column::Environment:
        return toLine(row.environment, 200);
    case Column::Project:
        return m_names.nameOf(row.project);
    }
    return {};
}

QString ReleaseHealthModel::toolTip(const model::ReleaseHealthRow &row, Column column) const
{
    return column == Column::LastStarted
        ? tr("%1, the first one %2").arg(absoluteTime(row.lastStarted), absoluteTime(row.firstStarted))
        : display(row, column);
}

QString ReleaseHealthModel::accessibleText(const model::ReleaseHealthRow &row) const
{
    return tr("Release %1, %2 sessions, %3 without a crash, %4 crashed, the last one %5")
        .arg(display(row, Column::Release), countText(row.started), crashFreeText(row), countText(row.counts.crashed),
             absoluteTime(row.lastStarted));
}

QVariant ReleaseHealthModel::cell(int row, int column, int role) const
{
    const model::ReleaseHealthRow &facts = at(row);
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
        return int(facts.counts.crashed > 0 ? Tone::Bad : Tone::Normal);
    default:
        return {};
    }
}

QVariant ReleaseHealthModel::header(int column, int role) const
{
    const auto c = static_cast<Column>(column);
    if (role == Qt::TextAlignmentRole) {
        return alignment(c);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (c) {
    case Column::Release:
        return tr("Release");
    case Column::CrashFree:
        return tr("Crash-free");
    case Column::Started:
        return tr("Sessions");
    case Column::Exited:
        return tr("Exited");
    case Column::Errored:
        return tr("Errored");
    case Column::Crashed:
        return tr("Crashed");
    case Column::Abnormal:
        return tr("Abnormal");
    case Column::Unhandled:
        return tr("Unhandled");
    case Column::LastStarted:
        return tr("Last started");
    case Column::Environment:
        return tr("Environment");
    case Column::Project:
        return tr("Project");
    }
    return {};
}

} // namespace picket::ui
