// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/rowdelegate.h"

namespace picket::ui {

// GUI thread only. A row of a stack in one column: what is called, and at the right where it stands (the cell beside
// it). Of a long place the end is kept, because it names the file and the line.
class StackDelegate final : public RowDelegate
{
    Q_OBJECT

public:
    using RowDelegate::RowDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

// How `width` is divided between the two texts, which would take so much: the first has its whole width if that leaves
// the second two fifths. Pure.
struct Division {
    int first = 0;
    int second = 0;
};
[[nodiscard]] Division divide(int width, int first, int second);

} // namespace picket::ui
