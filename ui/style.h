// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

class QStyleOptionHeader;
class QStyleOptionTab;

namespace picket::ui {

// GUI thread only. Fusion without its gradients and rounded frames: flat fills, hairlines, one accent. Everything is
// drawn from the palette, so a change of theme needs no new style.
class Style final : public QProxyStyle
{
    Q_OBJECT

public:
    Style();

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    [[nodiscard]] int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    [[nodiscard]] QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                         const QWidget *widget) const override;
    [[nodiscard]] int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                                QStyleHintReturn *result) const override;

private:
    static void drawTab(const QStyleOptionTab &tab, QPainter *painter);
    static void drawHeaderSection(const QStyleOptionHeader &header, QPainter *painter);
    static void drawButton(const QStyleOption &button, QPainter *painter, bool flat);
};

} // namespace picket::ui
