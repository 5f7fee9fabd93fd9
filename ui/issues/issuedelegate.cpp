// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/issues/issuedelegate.h"

#include "ui/theme/theme.h"

#include <QPainter>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace picket::ui {

void IssueDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QVariant trend = index.data(TrendRole);
    const bool isTrend = index.column() > 0 && !index.data(Qt::DisplayRole).isValid();
    if (index.column() > 0 && !isTrend) {
        RowDelegate::paint(painter, option, index);
        return;
    }
    painter->save();
    paintBackground(painter, option);
    if (isTrend) {
        paintTrend(painter, option.rect.adjusted(padding, 12, -padding, -13), trend.value<QList<int>>());
    } else {
        paintIssue(painter, option, index);
    }
    painter->restore();
}

void IssueDelegate::paintIssue(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Colors &colors = theme().colors();
    const bool loading = index.data(LoadingRole).toBool();
    const QRect rect = option.rect;
    if (!loading) {
        const auto level = static_cast<model::Level>(index.data(LevelRole).toInt());
        painter->fillRect(QRect(rect.left(), rect.top(), barWidth, rect.height() - 1), theme().levelColor(level));
    }
    const int left = rect.left() + barWidth + padding;
    const int width = rect.right() - left - padding;
    const int middle = rect.top() + rect.height() / 2;

    QFont bold = option.font;
    bold.setBold(true);
    paintText(painter, QRect(left, rect.top() + 3, width, middle - rect.top() - 3),
              index.data(Qt::DisplayRole).toString(), Qt::AlignLeft | Qt::AlignVCenter, bold,
              loading ? colors.muted : colors.text);

    QStringList parts{index.data(StatusRole).toString(), index.data(CulpritRole).toString(),
                      index.data(ProjectRole).toString(), index.data(ReleaseRole).toString()};
    parts.removeAll(QString());
    QFont small = option.font;
    small.setPointSizeF(std::max(9.0, small.pointSizeF() - 1.0));
    paintText(painter, QRect(left, middle, width, rect.bottom() - middle - 4), parts.join(u" · "_s),
              Qt::AlignLeft | Qt::AlignVCenter, small, colors.muted);
}

void IssueDelegate::paintTrend(QPainter *painter, const QRect &rect, const QList<int> &events) const
{
    if (events.isEmpty()) {
        return;
    }
    const int most = std::max(1, *std::max_element(events.begin(), events.end()));
    const int step = std::max(2, rect.width() / static_cast<int>(events.size()));
    int x = rect.left();
    for (const int count : events) {
        // One event must not vanish beside a thousand.
        const int height = count == 0 ? 1 : std::max(2, rect.height() * count / most);
        painter->fillRect(QRect(x, rect.bottom() - height + 1, step - 1, height),
                          count == 0 ? theme().colors().hairline : theme().colors().bar);
        x += step;
    }
}

} // namespace picket::ui
