// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/dock.h"

#include "ui/theme/style.h"

#include <QEvent>
#include <QPainter>
#include <QStyle>
#include <QStyleOptionTab>

#include <utility>

namespace picket::ui {

namespace {

class DockTitle final : public QWidget
{
public:
    explicit DockTitle(QDockWidget *dock)
        : QWidget(dock)
    {
        setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    }

    void setShown(bool shown)
    {
        m_shown = shown;
        updateGeometry();
        update();
    }

    [[nodiscard]] QSize sizeHint() const override { return {40, m_shown ? Style::tabHeight : 0}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const QString title = parentWidget()->windowTitle();
        painter.fillRect(rect(), palette().color(QPalette::Window));
        painter.setPen(palette().color(QPalette::Mid));
        painter.drawLine(rect().bottomLeft(), rect().bottomRight());
        QStyleOptionTab tab;
        tab.initFrom(this);
        tab.rect = QRect(0, 0, fontMetrics().horizontalAdvance(title) + 26, height());
        tab.state |= QStyle::State_Selected;
        tab.state &= ~QStyle::State_HasFocus;
        style()->drawControl(QStyle::CE_TabBarTabShape, &tab, &painter, this);
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(tab.rect, Qt::AlignCenter, title);
    }

private:
    bool m_shown = true;
};

} // namespace

Dock::Dock(const QString &id, const QString &title, QWidget *parent)
    : QDockWidget(title, parent)
{
    setObjectName(id);
    setTitleBarWidget(new DockTitle(this));
    connect(this, &QDockWidget::dockLocationChanged, this, &Dock::placeChanged);
    connect(this, &QDockWidget::topLevelChanged, this, &Dock::placeChanged);
    connect(this, &QDockWidget::visibilityChanged, this, &Dock::placeChanged);
}

void Dock::setTitleShown(bool shown)
{
    static_cast<DockTitle *>(titleBarWidget())->setShown(shown);
}

void Dock::takeFocus()
{
    if (widget()) {
        widget()->setFocus(Qt::ShortcutFocusReason);
    }
}

// Qt puts docks behind another tab outside of the window. visibleRegion() would miss docks that are all content.
bool Dock::isInView() const
{
    return isVisible() && (isWindow() || parentWidget()->rect().intersects(geometry()));
}

bool Dock::event(QEvent *event)
{
    const bool done = QDockWidget::event(event);
    switch (event->type()) {
    case QEvent::Show:
    case QEvent::Hide:
    case QEvent::Move:
    case QEvent::Resize:
    case QEvent::ZOrderChange:
        // The layout is not done with the others yet.
        if (!std::exchange(m_checkScheduled, true)) {
            QMetaObject::invokeMethod(this, &Dock::checkView, Qt::QueuedConnection);
        }
        break;
    default:
        break;
    }
    return done;
}

void Dock::checkView()
{
    m_checkScheduled = false;
    const bool inView = isInView();
    if (inView && !std::exchange(m_wasInView, inView)) {
        Q_EMIT cameIntoView();
    }
    m_wasInView = inView;
}

} // namespace picket::ui
