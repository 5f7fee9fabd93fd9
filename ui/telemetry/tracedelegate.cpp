// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/telemetry/tracedelegate.h"

#include "ui/telemetry/tracemodel.h"
#include "ui/telemetry/traceroles.h"
#include "ui/theme/theme.h"

#include <QPainter>

#include <algorithm>

namespace picket::ui {

namespace {

constexpr int gap = 8;
constexpr int branchMargin = 2; // beside a tree's branch the branch is the margin
constexpr int mostOperation = 160; // pixels, then the description has its turn
constexpr int gridParts = 4;
constexpr int barHeight = 10;
constexpr int leastBar = 2; // what took no time must be seen

} // namespace

void TraceDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto column = static_cast<TraceModel::Column>(index.column());
    if (column != TraceModel::Column::Operation && column != TraceModel::Column::Axis) {
        RowDelegate::paint(painter, option, index);
        return;
    }
    painter->save();
    paintBackground(painter, option);
    if (column == TraceModel::Column::Operation) {
        paintOperation(painter, option, index);
    } else {
        paintAxis(painter, option.rect.adjusted(padding, 0, -padding, -1), index);
    }
    painter->restore();
}

void TraceDelegate::paintOperation(QPainter *painter, const QStyleOptionViewItem &option,
                                   const QModelIndex &index) const
{
    const QVariant level = index.data(LevelRole);
    const QColor color =
        level.isValid() ? theme().levelColor(static_cast<model::Level>(level.toInt())) : toneColor(Tone::Quiet);
    const QString operation = index.data(OperationRole).toString();
    QFont font = option.font;
    font.setBold(index.data(InAppRole).toBool());
    QRect rect = option.rect.adjusted(branchMargin, 0, -padding, -1);
    constexpr Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignVCenter;
    if (!operation.isEmpty()) {
        QRect first = rect;
        first.setWidth(std::min({rect.width(), mostOperation, QFontMetrics(font).horizontalAdvance(operation) + 2}));
        paintText(painter, first, operation, alignment, font, color);
        rect.setLeft(first.right() + 1 + gap);
    }
    if (rect.width() > 0) {
        paintText(painter, rect, index.data(DescriptionRole).toString(), alignment, font, toneColor(Tone::Normal));
    }
}

void TraceDelegate::paintAxis(QPainter *painter, const QRect &rect, const QModelIndex &index) const
{
    painter->setPen(theme().colors().hairline);
    for (int part = 0; part <= gridParts; ++part) {
        const int x = rect.left() + rect.width() * part / gridParts;
        painter->drawLine(x, rect.top(), x, rect.bottom());
    }
    const auto pixel = [&](double share) {
        // What lies outside shows at the edge, half beyond it.
        return rect.left() + static_cast<int>(std::clamp(share, -0.01, 1.01) * rect.width());
    };
    const auto tone = static_cast<Tone>(index.data(ToneRole).toInt());
    const int top = rect.center().y() - barHeight / 2 + 1;
    if (const QVariant from = index.data(BarFromRole); from.isValid()) {
        const int left = pixel(from.toDouble());
        const int width = std::max(leastBar, pixel(index.data(BarToRole).toDouble()) - left);
        painter->fillRect(QRect(left, top, width, barHeight),
                          tone == Tone::Bad ? theme().colors().error : theme().colors().bar);
    } else if (const QVariant moment = index.data(MomentRole); moment.isValid()) {
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(theme().levelColor(static_cast<model::Level>(index.data(LevelRole).toInt())));
        constexpr double radius = barHeight / 2.0;
        const QPointF middle(pixel(moment.toDouble()) + 0.5, top + radius);
        painter->drawPolygon(QPolygonF{{middle + QPointF(0, -radius), middle + QPointF(radius, 0),
                                        middle + QPointF(0, radius), middle + QPointF(-radius, 0)}});
    }
}

QSize TraceDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return {RowDelegate::sizeHint(option, index).width(), rowHeight};
}

} // namespace picket::ui
