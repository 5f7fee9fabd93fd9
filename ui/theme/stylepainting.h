// SPDX-License-Identifier: GPL-3.0-or-later
// How Style draws its pieces. GUI thread only.
#pragma once

#include <QStyleOption>

class QPainter;

namespace picket::ui::painting {

// Edges as fills: at fractional scales a pen would lie half outside and lose a side.
void outline(const QRect &rect, const QColor &color, QPainter *painter);
void lineBelow(const QStyleOption &option, QPainter *painter);
// `strong`: in the accent, for what has the keyboard.
void frame(const QStyleOption &option, QPainter *painter, bool strong);
void button(const QStyleOption &option, QPainter *painter, bool flat);
void tab(const QStyleOptionTab &tab, QPainter *painter);
void header(const QStyleOptionHeader &header, QPainter *painter);
void menuBarItem(const QStyleOptionMenuItem &item, QPainter *painter);
// Wide enough for the mouse, but only a hairline for the eye.
void separator(const QStyleOption &option, QPainter *painter);

// A slider in a groove, without arrow buttons.
void scrollBar(const QStyleOptionSlider &option, const QRect &slider, QPainter *painter);
[[nodiscard]] QRect scrollBarPart(const QStyleOptionSlider &option, QStyle::SubControl part);

[[nodiscard]] int textHeight(const QStyleOption &option);

} // namespace picket::ui::painting
