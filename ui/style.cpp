// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style.h"

#include <QHeaderView>
#include <QPainter>
#include <QStyleOption>

using namespace Qt::Literals::StringLiterals;

namespace picket::ui {

namespace {

constexpr int tabHeight = 27;
constexpr int headerHeight = 24;
constexpr int menuHeight = 24;

QColor hairline(const QStyleOption &option)
{
    return option.palette.color(QPalette::Mid);
}

} // namespace

Style::Style()
    : QProxyStyle(u"Fusion"_s)
{
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                          const QWidget *widget) const
{
    switch (element) {
    case PE_FrameTabBarBase:
        painter->setPen(hairline(*option));
        painter->drawLine(option->rect.bottomLeft(), option->rect.bottomRight());
        return;
    case PE_PanelButtonTool:
        drawButton(*option, painter, true);
        return;
    case PE_PanelButtonCommand:
        drawButton(*option, painter, false);
        return;
    case PE_Frame:
    case PE_FrameLineEdit:
        painter->setPen(option->state & State_HasFocus && element == PE_FrameLineEdit
                            ? option->palette.color(QPalette::Link)
                            : hairline(*option));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        return;
    case PE_PanelLineEdit:
        painter->fillRect(option->rect, option->palette.brush(QPalette::Base));
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option); frame && frame->lineWidth > 0) {
            drawPrimitive(PE_FrameLineEdit, option, painter, widget);
        }
        return;
    case PE_FrameStatusBarItem:
        return;
    case PE_FrameFocusRect:
        painter->setPen(QPen(option->palette.color(QPalette::Link), 1));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        return;
    case PE_IndicatorDockWidgetResizeHandle:
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
            drawTab(*tab, painter);
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
    case CE_HeaderSection:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            drawHeaderSection(*header, painter);
            return;
        }
        break;
    case CE_HeaderLabel:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeaderV2 *>(option)) {
            QStyleOptionHeaderV2 quiet(*header);
            quiet.palette.setColor(QPalette::ButtonText, header->palette.color(QPalette::PlaceholderText));
            quiet.state &= ~(State_On | State_Sunken);
            QProxyStyle::drawControl(element, &quiet, painter, widget);
            return;
        }
        break;
    case CE_HeaderEmptyArea:
        painter->fillRect(option->rect, option->palette.color(QPalette::Window));
        painter->setPen(hairline(*option));
        painter->drawLine(option->rect.bottomLeft(), option->rect.bottomRight());
        return;
    case CE_MenuBarEmptyArea:
        painter->fillRect(option->rect, option->palette.color(QPalette::Window));
        return;
    case CE_ToolBar:
        painter->fillRect(option->rect, option->palette.color(QPalette::Window));
        painter->setPen(hairline(*option));
        painter->drawLine(option->rect.bottomLeft(), option->rect.bottomRight());
        return;
    case CE_Splitter:
        painter->fillRect(option->rect, hairline(*option));
        return;
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawTab(const QStyleOptionTab &tab, QPainter *painter)
{
    const bool selected = tab.state & State_Selected;
    const QRect rect = tab.rect;
    painter->fillRect(rect, tab.palette.color(selected ? QPalette::Base : QPalette::Window));
    painter->setPen(hairline(tab));
    painter->drawLine(rect.topRight(), rect.bottomRight());
    if (selected) {
        painter->fillRect(QRect(rect.left(), rect.top(), rect.width(), 2), tab.palette.color(QPalette::Link));
    } else {
        painter->drawLine(rect.bottomLeft(), rect.bottomRight());
    }
    if (tab.state & State_HasFocus) {
        painter->setPen(tab.palette.color(QPalette::Link));
        painter->drawRect(rect.adjusted(3, 4, -4, -4));
    }
}

void Style::drawHeaderSection(const QStyleOptionHeader &header, QPainter *painter)
{
    painter->fillRect(header.rect, header.palette.color(QPalette::Window));
    painter->setPen(hairline(header));
    painter->drawLine(header.rect.bottomLeft(), header.rect.bottomRight());
}

void Style::drawButton(const QStyleOption &button, QPainter *painter, bool flat)
{
    const bool down = button.state & (State_Sunken | State_On);
    const bool hot = button.state & State_MouseOver && button.state & State_Enabled;
    if (flat && !down && !hot && button.state & State_AutoRaise) {
        return;
    }
    const QRect rect = button.rect.adjusted(0, 0, -1, -1);
    painter->fillRect(rect, button.palette.color(down ? QPalette::Highlight : QPalette::Base));
    painter->setPen(hot ? button.palette.color(QPalette::PlaceholderText) : hairline(button));
    painter->setBrush(Qt::NoBrush);
    painter->drawRect(rect);
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_DockWidgetSeparatorExtent:
        return 5;
    case PM_DockWidgetFrameWidth:
    case PM_DefaultFrameWidth:
        return metric == PM_DockWidgetFrameWidth ? 0 : 1;
    case PM_TabBarTabHSpace:
        return 24;
    case PM_TabBarTabShiftVertical:
    case PM_TabBarBaseOverlap:
    case PM_TabBarTabOverlap:
        return 0;
    case PM_HeaderMargin:
        return 8;
    case PM_ToolBarItemSpacing:
        return 8;
    case PM_ToolBarItemMargin:
        return 6;
    case PM_ToolBarFrameWidth:
        return 1;
    case PM_SplitterWidth:
        return 1;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
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
        result.setHeight(qMax(headerHeight, result.height()));
        break;
    case CT_MenuBarItem:
        result.setHeight(qMax(menuHeight, result.height()));
        break;
    case CT_PushButton:
    case CT_ToolButton:
        result.setHeight(qMax(26, result.height()));
        break;
    case CT_LineEdit:
    case CT_ComboBox:
        result.setHeight(26);
        break;
    default:
        break;
    }
    return result;
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *result) const
{
    switch (hint) {
    case SH_Header_ArrowAlignment:
        return int(Qt::AlignRight | Qt::AlignVCenter);
    case SH_TabBar_Alignment:
        return int(Qt::AlignLeft);
    case SH_Widget_Animate:
    case SH_Widget_Animation_Duration:
    case SH_EtchDisabledText:
        return 0;
    case SH_ScrollBar_Transient:
        return 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, result);
    }
}

} // namespace picket::ui
