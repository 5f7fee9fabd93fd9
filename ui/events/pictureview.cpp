// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/pictureview.h"

#include <QPainter>

namespace picket::ui {

void PictureView::setImage(const QImage &image)
{
    m_image = image;
    update();
}

void PictureView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().base());
    if (m_image.isNull()) {
        return;
    }
    constexpr int margin = 8;
    const QRect room = rect().adjusted(margin, margin, -margin, -margin);
    const QSize size = m_image.size().boundedTo(m_image.size().scaled(room.size(), Qt::KeepAspectRatio));
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(QRect(room.topLeft(), size), m_image);
}

} // namespace picket::ui
