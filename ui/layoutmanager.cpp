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

void LayoutManager::add(Dock *dock, Place place)
{
    Q_ASSERT(!find(dock->id()));
    m_docks.push_back(dock);
    m_places.push_back(place);
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
}

void LayoutManager::fillWindowMenu(QMenu *menu) const
{
    for (const auto &id : {u"view.triage"_s, u"view.debug"_s, u"view.wire"_s}) {
        menu->addAction(m_actions.get(id));
    }
    menu->addSeparator();
    for (const auto &id :
         {u"view.nextDock"_s, u"view.moveLeft"_s, u"view.moveRight"_s, u"view.moveBottom"_s, u"view.resetLayout"_s}) {
        menu->addAction(m_actions.get(id));
    }
}

std::vector<Dock *> LayoutManager::docksAt(Place place) const
{
    std::vector<Dock *> found;
    for (std::size_t i = 0; i < m_docks.size(); ++i) {
        if (m_places[i] == place) {
            found.push_back(m_docks[i]);
        }
    }
    return found;
}

Dock *LayoutManager::firstAt(Place place) const
{
    const std::vector<Dock *> found = docksAt(place);
    return found.empty() ? nullptr : found.front();
}

void LayoutManager::arrange()
{
    for (Dock *dock : m_docks) {
        dock->setFloating(false);
        m_window.removeDockWidget(dock);
    }
    Dock *event = firstAt(Place::Event);
    Dock *frames = firstAt(Place::Frames);
    Dock *details = firstAt(Place::Details);
    m_window.addDockWidget(Qt::RightDockWidgetArea, event);
    m_window.splitDockWidget(event, frames, Qt::Vertical);
    m_window.splitDockWidget(frames, details, Qt::Horizontal);
    if (Dock *below = firstAt(Place::BelowFrames)) {
        m_window.splitDockWidget(frames, below, Qt::Vertical);
    }
    if (Dock *below = firstAt(Place::BelowDetails)) {
        m_window.splitDockWidget(details, below, Qt::Vertical);
    }
    m_window.addDockWidget(Qt::BottomDockWidgetArea, firstAt(Place::Bottom));
    for (const Place place : {Place::Frames, Place::BelowFrames, Place::Details, Place::BelowDetails, Place::Bottom}) {
        const std::vector<Dock *> docks = docksAt(place);
        for (std::size_t i = 1; i < docks.size(); ++i) {
            m_window.tabifyDockWidget(docks[i - 1], docks[i]);
        }
    }
    for (Dock *dock : m_docks) {
        dock->show();
    }
    for (const Place place : {Place::Frames, Place::BelowFrames, Place::Details, Place::BelowDetails, Place::Bottom}) {
        if (Dock *first = firstAt(place)) {
            first->raise();
        }
    }
}

void LayoutManager::setShown(Place place, bool shown)
{
    for (Dock *dock : docksAt(place)) {
        dock->setVisible(shown);
    }
}

void LayoutManager::resizePlaces(std::initializer_list<std::pair<Place, int>> sizes, Qt::Orientation orientation)
{
    QList<QDockWidget *> docks;
    QList<int> pixels;
    for (const auto &[place, size] : sizes) {
        if (Dock *dock = firstAt(place)) {
            docks.push_back(dock);
            pixels.push_back(size);
        }
    }
    m_window.resizeDocks(docks, pixels, orientation);
}

void LayoutManager::apply(Perspective perspective)
{
    // The wire log needs width: in its own perspective the bottom reaches from side to side.
    const bool wire = perspective == Perspective::Wire;
    const bool debug = perspective == Perspective::Debug;
    m_window.setCorner(Qt::BottomRightCorner, wire ? Qt::BottomDockWidgetArea : Qt::RightDockWidgetArea);
    arrange();
    const int width = m_window.width();
    const int height = m_window.height();
    setShown(Place::Bottom, !debug);
    if (wire) {
        setShown(Place::Frames, false);
        setShown(Place::BelowFrames, false);
        setShown(Place::BelowDetails, false);
        find(u"raw"_s)->raise();
        find(u"wirelog"_s)->raise();
        resizePlaces({{Place::Details, width / 2}}, Qt::Horizontal);
        resizePlaces({{Place::Bottom, height / 2}}, Qt::Vertical);
    } else {
        const int details = debug ? width * 70 / 100 : width * 57 / 100;
        const int column = debug ? height * 55 / 100 : height * 60 / 100;
        resizePlaces({{Place::Frames, details * 37 / 100}, {Place::Details, details * 63 / 100}}, Qt::Horizontal);
        resizePlaces({{Place::Frames, column}, {Place::BelowFrames, height / 5}}, Qt::Vertical);
        resizePlaces({{Place::Details, column}, {Place::BelowDetails, height / 4}}, Qt::Vertical);
        resizePlaces({{Place::Bottom, height / 4}}, Qt::Vertical);
    }
    scheduleTitles();
}

void LayoutManager::save(QSettings &settings) const
{
    settings.setValue("window/geometry"_L1, m_window.saveGeometry());
    settings.setValue("window/layout"_L1, m_window.saveState(stateVersion));
    settings.setValue("window/wideBottom"_L1, m_window.corner(Qt::BottomRightCorner) == Qt::BottomDockWidgetArea);
}

bool LayoutManager::restore(const QSettings &settings)
{
    const bool wide = settings.value("window/wideBottom"_L1).toBool();
    m_window.setCorner(Qt::BottomRightCorner, wide ? Qt::BottomDockWidgetArea : Qt::RightDockWidgetArea);
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
        const QList<QDockWidget *> group = m_window.tabifiedDockWidgets(dock);
        const bool tabbed = !dock->isFloating()
            && std::any_of(group.begin(), group.end(), [](const QDockWidget *other) { return !other->isHidden(); });
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
