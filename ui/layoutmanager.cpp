// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/layoutmanager.h"

#include "ui/actions.h"
#include "ui/docks/dock.h"

#include <QApplication>
#include <QMainWindow>
#include <QMenu>
#include <QSettings>
#include <QTabBar>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace picket::ui {

LayoutManager::LayoutManager(QMainWindow &window, Actions &actions)
    : QObject(&window)
    , m_window(window)
    , m_actions(actions)
{
    m_window.setDockOptions(QMainWindow::AllowNestedDocks | QMainWindow::AllowTabbedDocks);
    m_window.setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
    m_window.setDocumentMode(true);
    m_window.setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    m_window.setCorner(Qt::TopRightCorner, Qt::RightDockWidgetArea);

    connect(actions.add(u"view.nextDock"_s, tr("Next Pane"), {QKeySequence(Qt::Key_F6)}), &QAction::triggered, this,
            &LayoutManager::focusNext);
    connect(actions.add(u"view.resetLayout"_s, tr("Reset Layout")), &QAction::triggered, this, [this] { reset(); });
    const struct {
        Perspective perspective;
        QString id;
        QString text;
    } perspectives[] = {{Perspective::Triage, u"view.triage"_s, tr("Triage")},
                        {Perspective::Debug, u"view.debug"_s, tr("Debug")},
                        {Perspective::Wire, u"view.wire"_s, tr("Wire")}};
    for (const auto &p : perspectives) {
        connect(actions.add(p.id, p.text), &QAction::triggered, this, [this, to = p.perspective] { apply(to); });
    }
    const struct {
        Qt::DockWidgetArea area;
        QString id;
        QString text;
    } places[] = {{Qt::LeftDockWidgetArea, u"view.moveLeft"_s, tr("Move Pane to the Left")},
                  {Qt::RightDockWidgetArea, u"view.moveRight"_s, tr("Move Pane to the Right")},
                  {Qt::BottomDockWidgetArea, u"view.moveBottom"_s, tr("Move Pane to the Bottom")}};
    for (const auto &p : places) {
        connect(actions.add(p.id, p.text), &QAction::triggered, this, [this, to = p.area] { moveFocusedDock(to); });
    }
}

void LayoutManager::add(Dock *dock)
{
    Q_ASSERT(!find(dock->id()));
    m_docks.push_back(dock);
    const auto number = static_cast<int>(m_docks.size());
    QAction *show = m_actions.add(u"view.dock."_s + dock->id(), dock->windowTitle());
    if (number <= 9) {
        show->setShortcut(QKeySequence(Qt::ALT | Qt::Key(Qt::Key_0 + number)));
    }
    show->setCheckable(true);
    m_showActions.push_back(show);
    connect(show, &QAction::triggered, this, [this, dock](bool on) {
        // Asked for while it is hidden behind another tab, a pane comes up; asked for again, it goes.
        const bool covered = dock->isVisible() && dock->visibleRegion().isEmpty();
        if (on || covered) {
            bringUp(dock);
        } else {
            dock->close();
        }
    });
    connect(dock->toggleViewAction(), &QAction::toggled, show, &QAction::setChecked);
    connect(dock, &Dock::placeChanged, this, &LayoutManager::scheduleTitles);
    m_window.addDockWidget(Qt::RightDockWidgetArea, dock);
}

Dock *LayoutManager::find(const QString &id) const
{
    const auto found = std::find_if(m_docks.begin(), m_docks.end(), [&](Dock *dock) { return dock->id() == id; });
    return found == m_docks.end() ? nullptr : *found;
}

void LayoutManager::fillViewMenu(QMenu *menu) const
{
    menu->addActions(QList<QAction *>(m_showActions.begin(), m_showActions.end()));
    menu->addSeparator();
    for (const auto &id : {u"view.triage"_s, u"view.debug"_s, u"view.wire"_s}) {
        menu->addAction(m_actions.get(id));
    }
    menu->addSeparator();
    for (const auto &id :
         {u"view.nextDock"_s, u"view.moveLeft"_s, u"view.moveRight"_s, u"view.moveBottom"_s, u"view.resetLayout"_s}) {
        menu->addAction(m_actions.get(id));
    }
}

// The places of mock and menu: the event above, stack beside source below it, the wire log under the list.
void LayoutManager::arrange()
{
    for (Dock *dock : m_docks) {
        m_window.removeDockWidget(dock);
        dock->setFloating(false);
    }
    Dock *event = find(u"event"_s);
    Dock *stack = find(u"stack"_s);
    Dock *source = find(u"source"_s);
    Dock *raw = find(u"raw"_s);
    Dock *wire = find(u"wirelog"_s);
    m_window.addDockWidget(Qt::RightDockWidgetArea, event);
    m_window.splitDockWidget(event, stack, Qt::Vertical);
    m_window.splitDockWidget(stack, source, Qt::Horizontal);
    m_window.tabifyDockWidget(source, raw);
    m_window.addDockWidget(Qt::BottomDockWidgetArea, wire);
    for (Dock *dock : m_docks) {
        dock->show();
    }
    source->raise();
}

void LayoutManager::apply(Perspective perspective)
{
    arrange();
    const int width = m_window.width();
    const int height = m_window.height();
    Dock *event = find(u"event"_s);
    Dock *stack = find(u"stack"_s);
    Dock *source = find(u"source"_s);
    Dock *wire = find(u"wirelog"_s);
    const int details = perspective == Perspective::Debug ? width * 3 / 4
        : perspective == Perspective::Triage              ? width * 58 / 100
                                                          : width / 2;
    if (perspective == Perspective::Debug) {
        wire->close();
    }
    if (perspective == Perspective::Wire) {
        event->close();
        stack->close();
        source->close();
        find(u"raw"_s)->raise();
        m_window.resizeDocks({wire}, {height * 3 / 5}, Qt::Vertical);
    } else {
        m_window.resizeDocks({stack, source}, {details * 37 / 100, details * 63 / 100}, Qt::Horizontal);
        m_window.resizeDocks({wire}, {height / 4}, Qt::Vertical);
    }
    scheduleTitles();
}

void LayoutManager::save(QSettings &settings) const
{
    settings.setValue("window/geometry"_L1, m_window.saveGeometry());
    settings.setValue("window/layout"_L1, m_window.saveState(stateVersion));
}

bool LayoutManager::restore(const QSettings &settings)
{
    const bool restored = m_window.restoreState(settings.value("window/layout"_L1).toByteArray(), stateVersion);
    scheduleTitles();
    return restored;
}

void LayoutManager::bringUp(Dock *dock)
{
    dock->show();
    dock->raise();
    dock->takeFocus();
}

Dock *LayoutManager::focusedDock() const
{
    const QWidget *focus = QApplication::focusWidget();
    const auto found = std::find_if(m_docks.begin(), m_docks.end(),
                                    [&](const Dock *dock) { return focus && dock->isAncestorOf(focus); });
    return found == m_docks.end() ? nullptr : *found;
}

// The list counts as a pane as well: it comes after the last dock.
void LayoutManager::focusNext()
{
    std::vector<Dock *> shown;
    std::copy_if(m_docks.begin(), m_docks.end(), std::back_inserter(shown),
                 [](const Dock *dock) { return dock->isVisible() && !dock->visibleRegion().isEmpty(); });
    const auto at = std::find(shown.begin(), shown.end(), focusedDock());
    const auto next = at == shown.end() ? shown.begin() : at + 1;
    if (next != shown.end()) {
        (*next)->takeFocus();
    } else if (m_window.centralWidget()) {
        m_window.centralWidget()->setFocus(Qt::TabFocusReason);
    }
}

void LayoutManager::moveFocusedDock(Qt::DockWidgetArea area)
{
    if (Dock *dock = focusedDock()) {
        m_window.addDockWidget(area, dock);
        bringUp(dock);
    }
}

void LayoutManager::scheduleTitles()
{
    if (!std::exchange(m_titlesScheduled, true)) {
        QMetaObject::invokeMethod(this, &LayoutManager::refreshTitles, Qt::QueuedConnection);
    }
}

void LayoutManager::refreshTitles()
{
    m_titlesScheduled = false;
    for (Dock *dock : m_docks) {
        const bool tabbed = !dock->isFloating() && !m_window.tabifiedDockWidgets(dock).isEmpty();
        dock->setTitleShown(!tabbed && dock->id() != u"event");
    }
    // Qt makes and drops the tab bars of groups as it likes; they can take the focus, so they need a name.
    for (QTabBar *bar : m_window.findChildren<QTabBar *>(QString(), Qt::FindDirectChildrenOnly)) {
        bar->setAccessibleName(tr("Panes"));
        bar->setUsesScrollButtons(true);
        bar->setElideMode(Qt::ElideNone);
    }
}

} // namespace picket::ui
