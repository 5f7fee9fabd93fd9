// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/rowdelegate.h"

#include "ui/theme/theme.h"
#include "ui/wording/elision.h"

#include <QPainter>

namespace picket::ui {

RowDelegate::RowDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

QColor RowDelegate::toneColor(Tone tone) const
{
    const Colors &colors = m_theme.colors();
    switch (tone) {
    case Tone::Normal:
        return colors.text;
    case Tone::Quiet:
        return colors.muted;
    case Tone::Good:
        return colors.good;
    case Tone::Warning:
        return colors.warning;
    case Tone::Bad:
        return colors.error;
    }
    return colors.text;
}

void RowDelegate::paintBackground(QPainter *painter, const QStyleOptionViewItem &option) const
{
    const Colors &colors = m_theme.colors();
    const bool selected = option.state & QStyle::State_Selected;
    const bool hot = option.state & QStyle::State_MouseOver;
    painter->fillRect(option.rect, selected ? colors.selected : hot ? colors.alternate : colors.base);
    // Between rows a whisper is enough; lists would be all lines otherwise.
    painter->setPen(colors.window);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    if (selected && option.state & QStyle::State_KeyboardFocusChange && option.state & QStyle::State_Active) {
        painter->setPen(colors.accent);
        painter->drawLine(option.rect.topLeft(), option.rect.topRight());
        painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    }
}

void RowDelegate::paintText(QPainter *painter, const QRect &rect, const QString &text, Qt::Alignment alignment,
                            const QFont &font, const QColor &color, Qt::TextElideMode elide)
{
    painter->setFont(font);
    painter->setPen(color);
    painter->drawText(rect, int(alignment) | Qt::TextSingleLine, elided(text, font, rect.width(), elide));
}

void RowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    paintBackground(painter, option);
    if (const QVariant bar = index.data(BarRole); index.column() == 0 && bar.isValid()) {
        if (const auto tone = static_cast<Tone>(bar.toInt()); tone == Tone::Bad || tone == Tone::Warning) {
            painter->fillRect(QRect(option.rect.left(), option.rect.top(), barWidth, option.rect.height() - 1),
                              toneColor(tone));
        }
    }
    QFont font = index.data(CodeRole).toBool() ? Theme::codeFont() : option.font;
    font.setBold(index.column() == 0 && (index.data(InAppRole).toBool() || index.data(HeadingRole).toBool()));
    const auto tone = static_cast<Tone>(index.data(ToneRole).toInt());
    paintText(painter, option.rect.adjusted(padding, 0, -padding, -1), index.data(Qt::DisplayRole).toString(),
              Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt()), font, toneColor(tone));
    painter->restore();
}

} // namespace picket::ui
