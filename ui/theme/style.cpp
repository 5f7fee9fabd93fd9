// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/style.h"

#include "ui/theme/stylepainting.h"

#include <QPainter>
#include <QStyleOption>

using namespace Qt::Literals::StringLiterals;

namespace picket::ui {

Style::Style()
    : QProxyStyle(u"Fusion"_s)
{
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                          const QWidget *widget) const
{
    switch (element) {
    case PE_FrameTabBarBase:
        painting::lineBelow(*option, painter);
        return;
    case PE_PanelButtonTool:
        painting::button(*option, painter, true);
        return;
    case PE_PanelButtonCommand:
        painting::button(*option, painter, false);
        return;
    case PE_Frame:
    case PE_FrameLineEdit:
        painting::frame(*option, painter, element == PE_FrameLineEdit && option->state & State_HasFocus);
        return;
    case PE_PanelLineEdit:
        painter->fillRect(option->rect, option->palette.brush(QPalette::Base));
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option); frame && frame->lineWidth > 0) {
            drawPrimitive(PE_FrameLineEdit, option, painter, widget);
        }
        return;
    case PE_PanelScrollAreaCorner:
        painter->fillRect(option->rect, option->palette.brush(QPalette::Base));
        return;
    case PE_FrameStatusBarItem:
        return;
    case PE_FrameFocusRect:
        painting::frame(*option, painter, true);
        return;
    case PE_IndicatorDockWidgetResizeHandle:
        painting::separator(*option, painter);
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void Style::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                        const QWidget *widget) const
{
    switch (element) {
    case CE_TabBarTabShape:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option)) {
            painting::tab(*tab, painter);
            return;
        }
        break;
    case CE_TabBarTabLabel:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option)) {
            QStyleOptionTab quiet(*tab);
            if (!(tab->state & (State_Selected | State_MouseOver))) {
                quiet.palette.setColor(QPalette::WindowText, tab->palette.color(QPalette::PlaceholderText));
            }
            quiet.state &= ~State_HasFocus;
            QProxyStyle::drawControl(element, &quiet, painter, widget);
            return;
        }
        break;
    case CE_Header:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            painting::header(*header, painter);
            return;
        }
        break;
    case CE_MenuBarItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option)) {
            painting::menuBarItem(*item, painter);
            return;
        }
        break;
    case CE_HeaderEmptyArea:
    case CE_ToolBar:
        painter->fillRect(option->rect, option->palette.color(QPalette::Window));
        painting::lineBelow(*option, painter);
        return;
    case CE_MenuBarEmptyArea:
        painter->fillRect(option->rect, option->palette.color(QPalette::Window));
        return;
    case CE_Splitter:
        painter->fillRect(option->rect, option->palette.color(QPalette::Mid));
        return;
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                               const QWidget *widget) const
{
    if (const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option); control == CC_ScrollBar && slider) {
        painting::scrollBar(*slider, subControlRect(control, option, SC_ScrollBarSlider, widget), painter);
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                            const QWidget *widget) const
{
    if (const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option); control == CC_ScrollBar && slider) {
        return painting::scrollBarPart(*slider, part);
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_DockWidgetSeparatorExtent:
        return 5;
    case PM_DockWidgetFrameWidth:
        return 0;
    case PM_DefaultFrameWidth:
        return 1;
    case PM_TabBarTabHSpace:
        return widget && widget->property("compact").toBool() ? 12 : 24;
    case PM_TabBarTabShiftVertical:
    case PM_TabBarBaseOverlap:
    case PM_TabBarTabOverlap:
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    case PM_HeaderMargin:
    case PM_ToolBarItemSpacing:
        return 8;
    case PM_ToolBarItemMargin:
        return 6;
    case PM_ToolBarFrameWidth:
    case PM_SplitterWidth:
        return 1;
    case PM_ScrollBarExtent:
        return 11;
    case PM_ScrollBarSliderMin:
        return 24;
    case PM_SmallIconSize:
    case PM_ToolBarIconSize:
    case PM_ButtonIconSize:
        return 16;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                              const QWidget *widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_TabBarTab:
        result.setHeight(qMax(tabHeight, size.height()));
        break;
    case CT_HeaderSection:
        result.setHeight(qMax(headerHeight, painting::textHeight(*option) + 8));
        break;
    case CT_MenuBarItem:
        result.setHeight(qMax(24, painting::textHeight(*option) + 8));
        break;
    case CT_PushButton:
        result = {size.width() + 20, qMax(26, painting::textHeight(*option) + 10)};
        break;
    case CT_ToolButton:
        result.setHeight(qMax(26, result.height()));
        break;
    case CT_LineEdit:
    case CT_ComboBox:
        result.setHeight(qMax(26, painting::textHeight(*option) + 10));
        break;
    default:
        break;
    }
    return result;
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *result) const
{
    switch (hint) {
    case SH_TabBar_Alignment:
        return int(Qt::AlignLeft);
    case SH_Widget_Animate:
    case SH_Widget_Animation_Duration:
    case SH_EtchDisabledText:
    case SH_ScrollBar_Transient:
        return 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, result);
    }
}

} // namespace picket::ui
