// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/stylepainting.h"

#include <QPainter>
#include <QStyle>

using namespace Qt::Literals::StringLiterals;

namespace picket::ui::painting {

namespace {

QColor hairline(const QStyleOption &option)
{
    return option.palette.color(QPalette::Mid);
}

} // namespace

void lineBelow(const QStyleOption &option, QPainter *painter)
{
    painter->setPen(hairline(option));
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
}

void outline(const QRect &rect, const QColor &color, QPainter *painter)
{
    painter->fillRect(QRect(rect.left(), rect.top(), rect.width(), 1), color);
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), color);
    painter->fillRect(QRect(rect.left(), rect.top(), 1, rect.height()), color);
    painter->fillRect(QRect(rect.right(), rect.top(), 1, rect.height()), color);
}

void frame(const QStyleOption &option, QPainter *painter, bool strong)
{
    outline(option.rect, strong ? option.palette.color(QPalette::Link) : hairline(option), painter);
}

void button(const QStyleOption &option, QPainter *painter, bool flat)
{
    const bool down = option.state & (QStyle::State_Sunken | QStyle::State_On);
    const bool hot = option.state & QStyle::State_MouseOver && option.state & QStyle::State_Enabled;
    if (flat && !down && !hot && option.state & QStyle::State_AutoRaise) {
        return;
    }
    painter->fillRect(option.rect, option.palette.color(down ? QPalette::Highlight : QPalette::Base));
    outline(option.rect, hot ? option.palette.color(QPalette::PlaceholderText) : hairline(option), painter);
}

void tab(const QStyleOptionTab &tab, QPainter *painter)
{
    const bool selected = tab.state & QStyle::State_Selected;
    const QRect rect = tab.rect;
    painter->fillRect(rect, tab.palette.color(selected ? QPalette::Base : QPalette::Window));
    painter->setPen(hairline(tab));
    painter->drawLine(rect.topRight(), rect.bottomRight());
    if (selected) {
        painter->fillRect(QRect(rect.left(), rect.top(), rect.width(), 2), tab.palette.color(QPalette::Link));
    } else {
        painter->drawLine(rect.bottomLeft(), rect.bottomRight());
    }
    if (tab.state & QStyle::State_HasFocus && tab.state & QStyle::State_KeyboardFocusChange) {
        painter->setPen(tab.palette.color(QPalette::Link));
        painter->drawRect(rect.adjusted(3, 4, -4, -4));
    }
}

void header(const QStyleOptionHeader &header, QPainter *painter)
{
    painter->fillRect(header.rect, header.palette.color(QPalette::Window));
    lineBelow(header, painter);
    QString text = header.text;
    // Qt's "up" stands for descending.
    if (header.sortIndicator != QStyleOptionHeader::None) {
        text += header.sortIndicator == QStyleOptionHeader::SortUp ? u" ▾"_s : u" ▴"_s;
    }
    const QRect rect = header.rect.adjusted(8, 0, -8, -1);
    painter->setPen(header.palette.color(QPalette::PlaceholderText));
    painter->drawText(rect, int(header.textAlignment | Qt::AlignVCenter) | Qt::TextSingleLine,
                      header.fontMetrics.elidedText(text, Qt::ElideRight, rect.width()));
}

void menuBarItem(const QStyleOptionMenuItem &item, QPainter *painter)
{
    const bool open =
        item.state & (QStyle::State_Selected | QStyle::State_Sunken) && item.state & QStyle::State_Enabled;
    painter->fillRect(item.rect, item.palette.color(open ? QPalette::Highlight : QPalette::Window));
    painter->setPen(item.palette.color(QPalette::WindowText));
    painter->drawText(item.rect, Qt::AlignCenter | Qt::TextShowMnemonic | Qt::TextSingleLine, item.text);
}

void separator(const QStyleOption &option, QPainter *painter)
{
    painter->fillRect(option.rect, option.palette.color(QPalette::Window));
    painter->setPen(hairline(option));
    const QRect rect = option.rect;
    if (rect.width() > rect.height()) {
        painter->drawLine(rect.left(), rect.center().y(), rect.right(), rect.center().y());
    } else {
        painter->drawLine(rect.center().x(), rect.top(), rect.center().x(), rect.bottom());
    }
}

void scrollBar(const QStyleOptionSlider &option, const QRect &slider, QPainter *painter)
{
    painter->fillRect(option.rect, option.palette.color(QPalette::Base));
    if (option.maximum <= option.minimum) {
        return;
    }
    const bool active = option.state & QStyle::State_MouseOver || option.state & QStyle::State_Sunken;
    QColor color = option.palette.color(QPalette::PlaceholderText);
    color.setAlphaF(active ? 0.7F : 0.35F);
    painter->fillRect(slider.adjusted(2, 2, -2, -2), color);
}

QRect scrollBarPart(const QStyleOptionSlider &option, QStyle::SubControl part)
{
    const bool horizontal = option.orientation == Qt::Horizontal;
    const QRect groove = option.rect;
    const int length = horizontal ? groove.width() : groove.height();
    const qint64 range = qint64(option.maximum) - option.minimum;
    const int least = qMin(24, length);
    const int slider = range <= 0
        ? length
        : qMax(least, static_cast<int>(qint64(length) * option.pageStep / (range + option.pageStep)));
    const int start = QStyle::sliderPositionFromValue(option.minimum, option.maximum, option.sliderPosition,
                                                      length - slider, option.upsideDown);
    const auto along = [&](int from, int size) {
        return horizontal ? QRect(groove.left() + from, groove.top(), size, groove.height())
                          : QRect(groove.left(), groove.top() + from, groove.width(), size);
    };
    switch (part) {
    case QStyle::SC_ScrollBarGroove:
        return groove;
    case QStyle::SC_ScrollBarSlider:
        return along(start, slider);
    case QStyle::SC_ScrollBarSubPage:
        return along(0, start);
    case QStyle::SC_ScrollBarAddPage:
        return along(start + slider, length - start - slider);
    default:
        return {};
    }
}

int textHeight(const QStyleOption &option)
{
    return option.fontMetrics.height();
}

} // namespace picket::ui::painting
