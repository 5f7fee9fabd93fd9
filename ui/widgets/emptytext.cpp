// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/emptytext.h"

#include <QPainter>
#include <QWidget>

#include <algorithm>

namespace picket::ui {

void paintEmptyText(QWidget &area, const QString &text)
{
    constexpr int flags = int(Qt::AlignHCenter | Qt::AlignTop) | Qt::TextWordWrap;
    constexpr int margin = 16;
    constexpr int top = 24;
    QRect rect = area.rect().adjusted(margin, 0, -margin, 0);
    // A low dock shows all of it rather than the space above it.
    const int height = area.fontMetrics().boundingRect(rect, flags, text).height();
    rect.setTop(std::clamp((area.height() - height) / 2, 0, top));
    QPainter painter(&area);
    painter.setPen(area.palette().color(QPalette::PlaceholderText));
    painter.drawText(rect, flags, text);
}

} // namespace picket::ui
