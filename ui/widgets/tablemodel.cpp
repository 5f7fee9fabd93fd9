// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/tablemodel.h"

#include "ui/wording/plaintext.h"

namespace picket::ui {

int TableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : rows();
}

int TableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns();
}

QVariant TableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rows() || index.column() >= columns()) {
        return {};
    }
    QVariant value = cell(index.row(), index.column(), role);
    if (role == Qt::ToolTipRole && value.isValid()) {
        return plainToolTip(value.toString());
    }
    return value;
}

QVariant TableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columns()) {
        return {};
    }
    return header(section, role);
}

} // namespace picket::ui
