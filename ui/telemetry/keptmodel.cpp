// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/telemetry/keptmodel.h"

#include "ui/state/projectnames.h"
#include "ui/telemetry/logtext.h"
#include "ui/widgets/roles.h"
#include "ui/wording/text.h"

namespace picket::ui {

namespace {

using Column = KeptModel::Column;

int alignment(Column column)
{
    return int((column == Column::Size ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
}

} // namespace

KeptModel::KeptModel(query::QueryService &query, const ProjectNames &names, QObject *parent)
    : RowListModel(query, parent)
    , m_names(names)
{
    connect(&names, &ProjectNames::changed, this, [this] {
        if (rows() > 0) {
            Q_EMIT dataChanged(index(0, int(Column::Project)), index(rows() - 1, int(Column::Project)));
        }
    });
}

KeptModel::IdsQuestion KeptModel::idsQuestion() const
{
    return [](store::Reader &reader, std::size_t limit) {
        return reader.keptItemIds().map([limit](Ids ids) {
            if (limit > 0 && ids.size() > limit) {
                ids.resize(limit);
            }
            return ids;
        });
    };
}

KeptModel::RowsQuestion KeptModel::rowsQuestion() const
{
    return [](store::Reader &reader, const Ids &ids) {
        return reader.keptItems(ids);
    };
}

QString KeptModel::display(const model::KeptItemRow &item, Column column) const
{
    switch (column) {
    case Column::Received:
        return listTime(item.received, now());
    case Column::Type:
        return toLine(item.type, 100);
    case Column::Size:
        return sizeText(item.size);
    case Column::Name:
        return toLine(item.filename.empty() ? item.contentType : item.filename, 200);
    case Column::Event:
        return item.eventId ? shortId(*item.eventId) : QString();
    case Column::Project:
        return m_names.nameOf(item.project);
    }
    return {};
}

QString KeptModel::toolTip(const model::KeptItemRow &item, Column column) const
{
    switch (column) {
    case Column::Received:
        return absoluteTime(item.received);
    case Column::Name:
        return item.filename.empty() || item.contentType.empty()
            ? display(item, column)
            : display(item, column) + u'\n' + toLine(item.contentType, 200);
    case Column::Event:
        return item.eventId ? QString::fromStdString(item.eventId->hex()) : QString();
    default:
        return display(item, column);
    }
}

QVariant KeptModel::cell(int row, int column, int role) const
{
    const auto c = static_cast<Column>(column);
    if (role == Qt::TextAlignmentRole) {
        return alignment(c);
    }
    const model::KeptItemRow *item = rowAt(row);
    if (!item) {
        return role == LoadingRole                         ? QVariant(true)
            : role == Qt::DisplayRole && c == Column::Type ? QVariant(tr("Loading …"))
            : role == Qt::AccessibleTextRole               ? QVariant(tr("Loading"))
            : role == ToneRole                             ? QVariant(int(Tone::Quiet))
                                                           : QVariant();
    }
    switch (role) {
    case Qt::DisplayRole:
        return display(*item, c);
    case Qt::ToolTipRole:
        return toolTip(*item, c);
    case Qt::AccessibleTextRole:
        return column == 0 ? tr("%1, %2, received at %3")
                                 .arg(toLine(item->type, 100), sizeText(item->size), absoluteTime(item->received))
                           : display(*item, c);
    case LoadingRole:
        return false;
    case ToneRole:
        return int(c == Column::Type || c == Column::Name || c == Column::Received ? Tone::Normal : Tone::Quiet);
    case CodeRole:
        return c == Column::Event;
    default:
        return {};
    }
}

QVariant KeptModel::header(int column, int role) const
{
    const auto c = static_cast<Column>(column);
    if (role == Qt::TextAlignmentRole) {
        return alignment(c);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (c) {
    case Column::Received:
        return tr("Received");
    case Column::Type:
        return tr("Type");
    case Column::Size:
        return tr("Size");
    case Column::Name:
        return tr("Name");
    case Column::Event:
        return tr("Event");
    case Column::Project:
        return tr("Project");
    }
    return {};
}

} // namespace picket::ui
