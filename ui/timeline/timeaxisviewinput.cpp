// SPDX-License-Identifier: GPL-3.0-or-later
// TimeAxisView: what the mouse and the keys do.
#include "ui/timeline/timeaxisview.h"
#include "ui/wording/plaintext.h"

#include <QApplication>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace picket::ui {

namespace {

constexpr double wheelStep = 1.25; // per notch
constexpr double keyStep = 1.5;
constexpr double panShare = 0.1; // of the width, per key
constexpr double notch = 120; // in the units of a wheel event

} // namespace

bool TimeAxisView::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const QPoint at = help->pos();
        // A tooltip of this place only: a step aside may show something else.
        QToolTip::showText(help->globalPos(), plainToolTip(textAt(at)), this, QRect(at.x() - 3, 0, 7, height()));
        return true;
    }
    if (event->type() == QEvent::ShortcutOverride && takesKey(*static_cast<QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void TimeAxisView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton) {
        m_pressedAt = event->position();
        m_panning = false;
    }
}

void TimeAxisView::mouseMoveEvent(QMouseEvent *event)
{
    const QPointF at = event->position();
    if (!m_pressedAt) {
        setCursor(hitAt(at).isNothing() ? Qt::ArrowCursor : Qt::PointingHandCursor);
        return;
    }
    const double moved = at.x() - m_pressedAt->x();
    if (m_panning || std::abs(moved) >= QApplication::startDragDistance()) {
        m_panning = true;
        setCursor(Qt::ClosedHandCursor);
        setScale(m_scale.panned(moved));
        m_pressedAt = at;
    }
}

void TimeAxisView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !std::exchange(m_pressedAt, std::nullopt)) {
        return;
    }
    if (!std::exchange(m_panning, false)) {
        choose(hitAt(event->position()));
    }
    setCursor(Qt::ArrowCursor);
}

void TimeAxisView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton) {
        Q_EMIT fitWanted();
    }
}

void TimeAxisView::choose(const Hit &hit)
{
    if (hit.crumb >= 0) {
        Q_EMIT crumbChosen(m_crumbs.points[static_cast<std::size_t>(hit.crumb)].position);
    } else if (hit.crumb == -2 && hit.first != hit.last) {
        Q_EMIT eventChosen(m_events[hit.nearest].id);
    }
}

void TimeAxisView::wheelEvent(QWheelEvent *event)
{
    const QPoint turned = event->angleDelta();
    if (std::abs(turned.x()) > std::abs(turned.y())) {
        setScale(m_scale.panned(turned.x()));
    } else if (turned.y() != 0) {
        setScale(m_scale.zoomed(std::pow(wheelStep, turned.y() / notch), event->position().x()));
    }
    event->accept();
}

bool TimeAxisView::takesKey(const QKeyEvent &event) const
{
    if (!m_emptyText.isEmpty() || event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)) {
        return false;
    }
    switch (event.key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
    case Qt::Key_Minus:
    case Qt::Key_0:
    case Qt::Key_Left:
    case Qt::Key_Right:
        return true;
    case Qt::Key_Up:
    case Qt::Key_Down:
        return !m_crumbs.points.empty();
    default:
        return false;
    }
}

void TimeAxisView::keyPressEvent(QKeyEvent *event)
{
    if (!takesKey(*event)) {
        QWidget::keyPressEvent(event);
        return;
    }
    const double middle = width() / 2.0;
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        setScale(m_scale.zoomed(keyStep, middle));
        break;
    case Qt::Key_Minus:
        setScale(m_scale.zoomed(1 / keyStep, middle));
        break;
    case Qt::Key_0:
        Q_EMIT fitWanted();
        break;
    case Qt::Key_Left:
        setScale(m_scale.panned(width() * panShare));
        break;
    case Qt::Key_Right:
        setScale(m_scale.panned(-width() * panShare));
        break;
    case Qt::Key_Up:
        stepCrumb(-1);
        break;
    default:
        stepCrumb(1);
        break;
    }
}

// As in the list of breadcrumbs: up is older. Without a choice the newest comes first.
void TimeAxisView::stepCrumb(int by)
{
    const auto last = static_cast<std::ptrdiff_t>(m_crumbs.points.size()) - 1;
    const CrumbPoint *chosen = m_crumbs.find(m_chosenCrumb);
    const std::ptrdiff_t at = chosen ? std::clamp<std::ptrdiff_t>(chosen - m_crumbs.points.data() + by, 0, last) : last;
    Q_EMIT crumbChosen(m_crumbs.points[static_cast<std::size_t>(at)].position);
}

void TimeAxisView::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

void TimeAxisView::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    m_pressedAt.reset();
    update();
}

} // namespace picket::ui
