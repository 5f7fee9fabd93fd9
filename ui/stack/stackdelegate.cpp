// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stack/stackdelegate.h"

#include "ui/widgets/roles.h"

#include <QPainter>

#include <algorithm>

namespace picket::ui {

namespace {

constexpr int gap = 16;
constexpr int rounding = 2; // widths of texts are rounded, and what is one pixel short is cut

} // namespace

Division divide(int width, int first, int second)
{
    if (first + second <= width) {
        return {width - second, second};
    }
    const int atLeast = std::min(second, width * 2 / 5);
    const int left = std::max(atLeast, width - first);
    return {width - left, left};
}

void StackDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    paintBackground(painter, option);
    QFont strong = option.font;
    strong.setBold(index.data(InAppRole).toBool() || index.data(HeadingRole).toBool());
    const QString call = index.data().toString();
    const QString place = index.siblingAtColumn(1).data().toString();
    const QRect rect = option.rect.adjusted(padding, 0, -padding, -1);
    // Texts longer than a row need not be measured in full.
    constexpr qsizetype enough = 400;
    const int callWidth =
        QFontMetrics(strong).horizontalAdvance(call.left(enough)) + (place.isEmpty() ? rounding : gap);
    const int placeWidth = QFontMetrics(option.font).horizontalAdvance(place.right(enough)) + rounding;
    const Division division = divide(rect.width(), callWidth, placeWidth);
    const auto tone = static_cast<Tone>(index.data(ToneRole).toInt());
    paintText(painter, rect.adjusted(0, 0, -division.second - (place.isEmpty() ? 0 : gap), 0), call,
              Qt::AlignLeft | Qt::AlignVCenter, strong, toneColor(tone));
    paintText(painter, QRect(rect.right() + 1 - division.second, rect.top(), division.second, rect.height()), place,
              Qt::AlignRight | Qt::AlignVCenter, option.font, toneColor(Tone::Quiet), Qt::ElideLeft);
    painter->restore();
}

} // namespace picket::ui
