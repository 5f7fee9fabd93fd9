// SPDX-License-Identifier: GPL-3.0-or-later
// TimelineStrip: what the mouse and the keys do.
#include "ui/timeline/timelinestrip.h"

#include "ui/state/issuescope.h"
#include "ui/timeline/histogrammodel.h"
#include "ui/wording/plaintext.h"

#include <QApplication>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QToolTip>

#include <cmath>

namespace picket::ui {

namespace {

constexpr double edgeReach = 4; // pixels on either side by which an edge of the brush is caught

} // namespace

bool TimelineStrip::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const QString text = textAt(help->pos());
        const QRect place = text.isEmpty() ? QRect() : columnOf(barAtPixel(help->pos().x()));
        QToolTip::showText(help->globalPos(), plainToolTip(text), this, place);
        return true;
    }
    // Escape is a shortcut of the window, too: here it first lifts what is marked out.
    if (event->type() == QEvent::ShortcutOverride && takesKey(*static_cast<QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

// The end of the brush that stays when the edge at `x` is dragged; nullopt: there is no edge.
std::optional<Timestamp> TimelineStrip::farEndAt(double x) const
{
    const auto shown = band();
    const auto &brush = m_scope.brush();
    if (!shown || !brush) {
        return std::nullopt;
    }
    const double toLeft = std::abs(x - shown->first);
    const double toRight = std::abs(x - shown->second);
    if (std::min(toLeft, toRight) > edgeReach) {
        return std::nullopt;
    }
    return toLeft < toRight ? brush->to : brush->from;
}

void TimelineStrip::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || m_model.content().spans() == 0) {
        return;
    }
    const auto farEnd = farEndAt(event->position().x());
    m_pressed = true;
    m_resizing = farEnd.has_value();
    m_pressedAt = event->position().toPoint().x();
    m_anchor = m_resizing ? farEnd : std::optional(middleOf(barAtPixel(event->position().x())));
}

void TimelineStrip::mouseMoveEvent(QMouseEvent *event)
{
    if (m_model.content().spans() == 0) {
        return;
    }
    const double x = event->position().x();
    const bool drags = m_pressed && m_anchor
        && (m_pending || m_resizing || std::abs(x - m_pressedAt) >= QApplication::startDragDistance());
    if (drags) {
        m_pending = rangeBetween(*m_anchor, middleOf(barAtPixel(x)));
    }
    m_hovered = barAtPixel(x);
    setCursor(m_resizing || (!m_pressed && farEndAt(x)) ? Qt::SplitHCursor : Qt::ArrowCursor);
    follow();
}

void TimelineStrip::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !std::exchange(m_pressed, false)) {
        return;
    }
    const bool resized = std::exchange(m_resizing, false);
    if (const auto marked = std::exchange(m_pending, std::nullopt)) {
        m_scope.setBrush(marked);
    } else if (!resized && m_model.content().spans() > 0) {
        clickAt(event->position().x());
    }
    follow();
}

void TimelineStrip::clickAt(double x)
{
    const auto shown = band();
    if (m_scope.brush() && (!shown || x < shown->first || x > shown->second)) {
        liftBrush();
        return;
    }
    const std::size_t bar = barAtPixel(x);
    if (m_model.content().histogram.events[bar] > 0) {
        m_scope.setBrush(m_model.content().rangeOf(bar, bar));
    }
}

void TimelineStrip::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    m_hovered.reset();
    update();
}

bool TimelineStrip::takesKey(const QKeyEvent &event) const
{
    if (event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)) {
        return false;
    }
    switch (event.key()) {
    case Qt::Key_Escape:
        return m_pending || m_scope.brush();
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Home:
    case Qt::Key_End:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return m_model.content().spans() > 0;
    default:
        return false;
    }
}

void TimelineStrip::keyPressEvent(QKeyEvent *event)
{
    if (!takesKey(*event)) {
        QWidget::keyPressEvent(event);
        return;
    }
    if (event->key() == Qt::Key_Escape) {
        if (std::exchange(m_pending, std::nullopt)) {
            m_anchor.reset();
            m_pressed = m_resizing = false;
        } else {
            liftBrush();
        }
        follow();
        return;
    }
    const std::size_t last = m_model.content().spans() - 1;
    const std::size_t bar = cursor().value_or(last);
    const bool extend = event->modifiers() & Qt::ShiftModifier;
    switch (event->key()) {
    case Qt::Key_Left:
        moveCursor(bar > 0 ? bar - 1 : 0, extend);
        break;
    case Qt::Key_Right:
        moveCursor(std::min(bar + 1, last), extend);
        break;
    case Qt::Key_Home:
        moveCursor(0, extend);
        break;
    case Qt::Key_End:
        moveCursor(last, extend);
        break;
    default:
        setCursorBrush();
        break;
    }
}

void TimelineStrip::moveCursor(std::size_t bar, bool extend)
{
    if (!extend) {
        m_pending.reset();
        m_anchor.reset();
    } else if (!m_anchor) {
        m_anchor = m_cursor;
    }
    m_cursor = middleOf(bar);
    if (extend) {
        m_pending = rangeBetween(m_anchor.value_or(*m_cursor), *m_cursor);
    }
    follow();
}

void TimelineStrip::setCursorBrush()
{
    const auto marked = std::exchange(m_pending, std::nullopt);
    m_anchor.reset();
    if (marked) {
        m_scope.setBrush(marked);
    } else if (const auto bar = cursor()) {
        m_scope.setBrush(m_model.content().rangeOf(*bar, *bar));
    }
    follow();
}

void TimelineStrip::liftBrush()
{
    m_scope.setBrush(std::nullopt);
}

void TimelineStrip::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    // A click points at a bar by itself.
    m_cursorWanted = event->reason() != Qt::MouseFocusReason;
    follow();
}

// What was begun here is not finished elsewhere.
void TimelineStrip::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    if (!m_pressed) {
        m_pending.reset();
        m_anchor.reset();
    }
    follow();
}

} // namespace picket::ui
