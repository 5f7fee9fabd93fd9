// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/telemetry/discardedmodel.h"

#include "ui/state/projectnames.h"
#include "ui/telemetry/healthtext.h"
#include "ui/widgets/roles.h"
#include "ui/wording/text.h"

using namespace Qt::Literals::StringLiterals;

namespace picket::ui {

namespace {

using Column = DiscardedModel::Column;

int alignment(Column column)
{
    const bool number = column == Column::Quantity || column == Column::Reports;
    return int((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
}

// What the SDK was told to leave out is no trouble.
bool isWanted(const std::string &reason)
{
    constexpr std::string_view wanted[] = {"sample_rate", "before_send", "event_processor", "ignored"};
    return std::find(std::begin(wanted), std::end(wanted), reason) != std::end(wanted);
}

Tone toneOf(const model::DiscardedRow &row, Column column)
{
    if (column == Column::Reason) {
        return isWanted(row.discarded.reason) ? Tone::Normal : Tone::Warning;
    }
    return column == Column::Quantity || column == Column::Category ? Tone::Normal : Tone::Quiet;
}

} // namespace

DiscardedModel::DiscardedModel(const ProjectNames &names, QObject *parent)
    : FactsModel(parent)
    , m_names(names)
{
    connect(&names, &ProjectNames::changed, this, [this] {
        if (rows() > 0) {
            Q_EMIT dataChanged(index(0, int(Column::Project)), index(rows() - 1, int(Column::Project)));
        }
    });
}

std::string DiscardedModel::keyOf(const model::DiscardedRow &row) const
{
    return joined(
        {std::to_string(row.project.value), row.discarded.list, row.discarded.category, row.discarded.reason});
}

QString DiscardedModel::display(const model::DiscardedRow &row, Column column) const
{
    switch (column) {
    case Column::Quantity:
        return countText(row.discarded.quantity);
    case Column::Category:
        return categoryWord(row.discarded.category);
    case Column::Reason:
        return discardReasonText(row.discarded.reason);
    case Column::By:
        return discardedByText(row.discarded.list);
    case Column::Reports:
        return countText(row.reports);
    case Column::Last:
        return dateTime(row.last);
    case Column::Project:
        return m_names.nameOf(row.project);
    }
    return {};
}

QString DiscardedModel::toolTip(const model::DiscardedRow &row, Column column) const
{
    return column == Column::Last ? absoluteTime(row.last) : display(row, column);
}

QString DiscardedModel::accessibleText(const model::DiscardedRow &row) const
{
    return tr("%1 × %2, %3: %4, last reported %5")
        .arg(display(row, Column::Quantity), display(row, Column::Category), display(row, Column::By),
             display(row, Column::Reason), absoluteTime(row.last));
}

QVariant DiscardedModel::cell(int row, int column, int role) const
{
    const model::DiscardedRow &facts = at(row);
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
        return int(toneOf(facts, Column::Reason));
    default:
        return {};
    }
}

QVariant DiscardedModel::header(int column, int role) const
{
    const auto c = static_cast<Column>(column);
    if (role == Qt::TextAlignmentRole) {
        return alignment(c);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (c) {
    case Column::Quantity:
        return tr("Quantity");
    case Column::Category:
        return tr("What");
    case Column::Reason:
        return tr("Why");
    case Column::By:
        return tr("By");
    case Column::Reports:
        return tr("Reports");
    case Column::Last:
        return tr("Last");
    case Column::Project:
        return tr("Project");
    }
    return {};
}

} // namespace picket::ui
