// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/roles.h"

#include <QStyledItemDelegate>

namespace picket::ui {

class Theme;

// GUI thread only. Paints the cells of all one-line tables: flat background, hairline below, colours by what the model
// says the cell means, a bar at the left where the row means trouble.
class RowDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit RowDelegate(const Theme &theme, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    static constexpr int padding = 8;
    static constexpr int barWidth = 4;

protected:
    [[nodiscard]] const Theme &theme() const { return m_theme; }
    [[nodiscard]] QColor toneColor(Tone tone) const;
    // Selection, hover, hairline, and who has the keyboard.
    void paintBackground(QPainter *painter, const QStyleOptionViewItem &option) const;
    static void paintText(QPainter *painter, const QRect &rect, const QString &text, Qt::Alignment alignment,
                          const QFont &font, const QColor &color, Qt::TextElideMode elide = Qt::ElideRight);

private:
    const Theme &m_theme;
};

} // namespace picket::ui
