// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/values/valueroles.h"
#include "ui/widgets/rowdelegate.h"

namespace picket::ui {

// GUI thread only. The cells of trees and tables with an event's own data: values coloured by what they are, bars for
// shares, icons before names.
class ValueDelegate final : public RowDelegate
{
    Q_OBJECT

public:
    using RowDelegate::RowDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    static constexpr int rowHeight = 24;

private:
    [[nodiscard]] QColor textColor(const QModelIndex &index) const;
    [[nodiscard]] static QFont fontFor(const QStyleOptionViewItem &option, const QModelIndex &index);
    void paintShare(QPainter *painter, const QRect &rect, double share) const;
};

} // namespace picket::ui
