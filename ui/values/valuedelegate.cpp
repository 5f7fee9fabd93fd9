// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/values/valuedelegate.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QPainter>

#include <algorithm>

namespace picket::ui {

namespace {

constexpr int iconSize = 16;
constexpr int iconGap = 6;

// Beside a tree's branch the branch is the margin.
int leftMargin(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const bool afterBranch = index.column() == 0 && option.widget && option.widget->inherits("QTreeView");
    return afterBranch ? 2 : RowDelegate::padding;
}

} // namespace

QColor ValueDelegate::textColor(const QModelIndex &index) const
{
    const Colors &colors = theme().colors();
    if (const QVariant level = index.data(LevelRole); level.isValid()) {
        return theme().levelColor(static_cast<model::Level>(level.toInt()));
    }
    const QVariant kind = index.data(ValueKindRole);
    if (index.column() == 0 || !kind.isValid()) {
        return toneColor(static_cast<Tone>(index.data(ToneRole).toInt()));
    }
    switch (static_cast<ValueKind>(kind.toInt())) {
    case ValueKind::Text:
        return colors.text;
    case ValueKind::Number:
        return colors.number;
    case ValueKind::Truth:
        return colors.keyword;
    case ValueKind::Nothing:
        return colors.error;
    case ValueKind::Preview:
    case ValueKind::Note:
        return colors.muted;
    }
    return colors.text;
}

QFont ValueDelegate::fontFor(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    QFont font = index.data(CodeRole).toBool() ? Theme::codeFont() : option.font;
    font.setBold(index.column() == 0 && index.data(HeadingRole).toBool());
    return font;
}

void ValueDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    paintBackground(painter, option);
    if (const QVariant share = index.data(ShareRole); share.isValid()) {
        paintShare(painter, option.rect.adjusted(padding, 8, -padding, -9), share.toDouble());
    }
    QRect rect = option.rect.adjusted(leftMargin(option, index), 0, -padding, -1);
    if (const QString name = index.data(IconNameRole).toString(); !name.isEmpty()) {
        icon(name).paint(painter, QRect(rect.left(), rect.center().y() - iconSize / 2 + 1, iconSize, iconSize));
        rect.setLeft(rect.left() + iconSize + iconGap);
    }
    const QVariant alignment = index.data(Qt::TextAlignmentRole);
    paintText(painter, rect, index.data(Qt::DisplayRole).toString(),
              alignment.isValid() ? Qt::Alignment(alignment.toInt()) : Qt::AlignLeft | Qt::AlignVCenter,
              fontFor(option, index), textColor(index));
    painter->restore();
}

void ValueDelegate::paintShare(QPainter *painter, const QRect &rect, double share) const
{
    painter->fillRect(rect, theme().colors().hairline);
    QRect filled = rect;
    // What is there at all must be seen.
    filled.setWidth(std::max(share > 0 ? 1 : 0, static_cast<int>(rect.width() * std::clamp(share, 0.0, 1.0))));
    painter->fillRect(filled, theme().colors().bar);
}

QSize ValueDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QString text = index.data(Qt::DisplayRole).toString();
    const bool hasIcon = index.data(IconNameRole).isValid();
    const int width = QFontMetrics(fontFor(option, index)).horizontalAdvance(text) + leftMargin(option, index) + padding
        + (hasIcon ? iconSize + iconGap : 0) + 1;
    return {width, rowHeight};
}

} // namespace picket::ui
