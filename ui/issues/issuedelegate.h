// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/rowdelegate.h"

namespace picket::ui {

// GUI thread only. The cells of the issue table: level bar with title above culprit, project and release; the trend;
// numbers.
class IssueDelegate final : public RowDelegate
{
    Q_OBJECT

public:
    using RowDelegate::RowDelegate;

    static constexpr int rowHeight = 44;
    static constexpr int trendWidth = 96;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintIssue(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintTrend(QPainter *painter, const QRect &rect, const QList<int> &events) const;
};

} // namespace picket::ui
