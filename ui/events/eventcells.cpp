// SPDX-License-Identifier: GPL-3.0-or-later
// What the cells of EventListModel say.
#include "ui/events/eventlistmodel.h"
#include "ui/widgets/roles.h"
#include "ui/wording/text.h"

namespace picket::ui {

namespace {

using Column = EventListModel::Column;

QVariant alignment(Column column)
{
    return int((column == Column::Number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
}

Tone toneOf(Column column)
{
    return column == Column::Message || column == Column::Time ? Tone::Normal : Tone::Quiet;
}

// Only beside events of several issues: within one the level hardly ever differs.
QVariant barOf(const model::EventRow &event)
{
    return event.level >= model::Level::Error  ? QVariant(int(Tone::Bad))
        : event.level == model::Level::Warning ? QVariant(int(Tone::Warning))
                                               : QVariant();
}

} // namespace

QVariant EventListModel::display(int row, const model::EventRow &event, Column column) const
{
    switch (column) {
    case Column::Number:
        return m_complete ? countText(numberOf(row)) : QString();
    case Column::Time:
        return listTime(event.timestamp, now());
    case Column::Message:
        return event.title.empty() ? tr("<no title>") : toLine(event.title);
    case Column::Release:
        return toLine(event.release, 200);
    case Column::Environment:
        return toLine(event.environment, 200);
    case Column::User:
        return toLine(event.user, 200);
    }
    return {};
}

QString EventListModel::accessibleText(int row, const model::EventRow &event) const
{
    return tr("Event %1, %2, %3, at %4")
        .arg(countText(numberOf(row)), levelWord(event.level), toLine(event.title), absoluteTime(event.timestamp));
}

QVariant EventListModel::cell(int row, int column, int role) const
{
    const auto c = static_cast<Column>(column);
    if (role == Qt::TextAlignmentRole) {
        return alignment(c);
    }
    const model::EventRow *event = rowAt(row);
    if (!event) {
        return role == LoadingRole                            ? QVariant(true)
            : role == Qt::DisplayRole && c == Column::Message ? QVariant(tr("Loading …"))
            : role == Qt::AccessibleTextRole                  ? QVariant(tr("Loading"))
            : role == ToneRole                                ? QVariant(int(Tone::Quiet))
                                                              : QVariant();
    }
    switch (role) {
    case Qt::DisplayRole:
        return display(row, *event, c);
    case Qt::ToolTipRole:
        return c == Column::Time ? absoluteTime(event->timestamp) : display(row, *event, c).toString();
    case Qt::AccessibleTextRole:
        return column == 0 ? accessibleText(row, *event) : display(row, *event, c).toString();
    case LoadingRole:
        return false;
    case ToneRole:
        return int(toneOf(c));
    case BarRole:
        return m_all ? barOf(*event) : QVariant();
    default:
        return {};
    }
}

QVariant EventListModel::header(int column, int role) const
{
    const auto c = static_cast<Column>(column);
    if (role == Qt::TextAlignmentRole) {
        return alignment(c);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (c) {
    case Column::Number:
        return tr("#");
    case Column::Time:
        return tr("Time");
    case Column::Message:
        return tr("Message");
    case Column::Release:
        return tr("Release");
    case Column::Environment:
        return tr("Environment");
    case Column::User:
        return tr("User");
    }
    return {};
}

} // namespace picket::ui
