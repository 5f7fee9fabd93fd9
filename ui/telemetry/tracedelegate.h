// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/rowdelegate.h"

namespace picket::ui {

// GUI thread only. The rows of a trace: operation and description in two tones, and where on the axis of time it was.
class TraceDelegate final : public RowDelegate
{
    Q_OBJECT

public:
    using RowDelegate::RowDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    static constexpr int rowHeight = 24;

private:
    void paintOperation(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintAxis(QPainter *painter, const QRect &rect, const QModelIndex &index) const;
};

} // namespace picket::ui
