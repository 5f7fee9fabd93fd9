// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/layoutmanager.h"

#include "ui/state/actions.h"
#include "ui/widgets/dock.h"

#include <QActionGroup>
#include <QApplication>
#include <QEvent>
#include <QMainWindow>
#include <QMenu>
#include <QSettings>
#include <QTabBar>
#include <QToolBar>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace picket::ui {

namespace {

constexpr int leastWidth = 180; // of a dock beside the list: enough to read the beginning of its rows

// A dock may want to give the keyboard to a part that it does not show while it is empty.
void giveFocus(Dock &dock)
{
    dock.takeFocus();
    const QWidget *focus = dock.window()->focusWidget();
    if (dock.widget() && (!focus || !focus->isVisible() || !dock.isAncestorOf(focus))) {
        dock.widget()->setFocus(Qt::ShortcutFocusReason);
    }
}

} // namespace

LayoutManager::LayoutManager(QMainWindow &window, Actions &actions)
    : QObject(&window)
    , m_window(window)
    , m_actions(actions)
    , m_perspectives(new QActionGroup(this))
{
    m_window.setDockOptions(QMainWindow::AllowNestedDocks | QMainWindow::AllowTabbedDocks);
    m_window.setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
    m_window.setDocumentMode(true);
    m_window.setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    m_window.setCorner(Qt::TopRightCorner, Qt::RightDockWidgetArea);

    connect(actions.add(u"view.nextDock"_s, tr("Next Pane"), {QKeySequence(Qt::Key_F6)}), &QAction::triggered, this,
            &LayoutManager::focusNext);
    connect(actions.add(u"view.resetLayout"_s, tr("Reset Layout")), &QAction::triggered, this, [this] { reset(); });
    addPerspectives();
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

void LayoutManager::addPerspectives()
{
    const struct {
        Perspective perspective;
        QString id;
        QString text;
    } perspectives[] = {{Perspective::Triage, u"view.triage"_s, tr("&Triage")},
                        {Perspective::Debug, u"view.debug"_s, tr("&Debug")},
                        {Perspective::Wire, u"view.wire"_s, tr("&Wire")}};
    for (const auto &p : perspectives) {
        QAction *action = m_actions.add(p.id, p.text);
        action->setCheckable(true);
        m_perspectives->addAction(action);
        connect(action, &QAction::triggered, this, [this, to = p.perspective] { apply(to); });
    }
}

void LayoutManager::add(Dock *dock, Place place)
{
    Q_ASSERT(!find(dock->id()));
    m_docks.push_back(dock);
    m_places.push_back(place);
    const auto number = static_cast<int>(m_docks.size());
    QAction *goTo = m_actions.add(u"view.dock."_s + dock->id(), dock->windowTitle());
    if (number <= 9) {
        goTo->setShortcut(QKeySequence(Qt::ALT | Qt::Key(Qt::Key_0 + number)));
    }
    connect(goTo, &QAction::triggered, this, [this, dock] { bringUp(dock); });
    m_toggles.push_back(addToggle(dock, *goTo));
    if (place != Place::Bottom) {
        dock->setMinimumWidth(leastWidth);
    }
    connect(dock, &Dock::placeChanged, this, &LayoutManager::scheduleTitles);
    m_window.addDockWidget(Qt::RightDockWidgetArea, dock);
}

// QDockWidget::toggleViewAction() follows the window as well, and would take the keys for going there.
QAction *LayoutManager::addToggle(Dock *dock, const QAction &goTo)
{
    // What stands behind the tab character is shown where a menu has its keys.
    const QString keys = goTo.shortcut().toString(QKeySequence::NativeText);
    QAction *toggle = m_actions.add(u"view.open."_s + dock->id(),
                                    keys.isEmpty() ? dock->windowTitle() : dock->windowTitle() + u'\t' + keys);
    toggle->setCheckable(true);
    toggle->setChecked(!dock->isHidden());
    connect(toggle, &QAction::triggered, this, [this, dock](bool open) {
        if (open) {
            bringUp(dock);
        } else {
            dock->close();
        }
    });
    dock->installEventFilter(this);
    return toggle;
}

bool LayoutManager::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShowToParent || event->type() == QEvent::HideToParent) {
        const auto at = std::find(m_docks.begin(), m_docks.end(), watched);
        m_toggles[static_cast<std::size_t>(at - m_docks.begin())]->setChecked(!(*at)->isHidden());
    }
    return QObject::eventFilter(watched, event);
}

Dock *LayoutManager::find(const QString &id) const
{
    const auto found = std::find_if(m_docks.begin(), m_docks.end(), [&](Dock *dock) { return dock->id() == id; });
    return found == m_docks.end() ? nullptr : *found;
}

void LayoutManager::fillViewMenu(QMenu *menu) const
{
    menu->addActions(QList<QAction *>(m_toggles.begin(), m_toggles.end()));
}

void LayoutManager::fillWindowMenu(QMenu *menu) const
{
    menu->addActions(m_perspectives->actions());
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
    m_perspectives->actions().at(int(perspective))->setChecked(true);
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

LayoutManager::Perspective LayoutManager::perspective() const
{
    return static_cast<Perspective>(m_perspectives->actions().indexOf(m_perspectives->checkedAction()));
}

void LayoutManager::reset()
{
    for (QToolBar *bar : m_window.findChildren<QToolBar *>(QString(), Qt::FindDirectChildrenOnly)) {
        bar->show();
    }
    apply(Perspective::Triage);
}

void LayoutManager::save(QSettings &settings) const
{
    settings.setValue("window/geometry"_L1, m_window.saveGeometry());
    settings.setValue("window/layout"_L1, m_window.saveState(stateVersion));
    settings.setValue("window/perspective"_L1, int(perspective()));
    settings.setValue("window/wideBottom"_L1, m_window.corner(Qt::BottomRightCorner) == Qt::BottomDockWidgetArea);
}

bool LayoutManager::restore(const QSettings &settings)
{
    const bool wide = settings.value("window/wideBottom"_L1).toBool();
    m_window.setCorner(Qt::BottomRightCorner, wide ? Qt::BottomDockWidgetArea : Qt::RightDockWidgetArea);
    const bool restored = m_window.restoreState(settings.value("window/layout"_L1).toByteArray(), stateVersion);
    for (QToolBar *bar : m_window.findChildren<QToolBar *>(QString(), Qt::FindDirectChildrenOnly)) {
        if (!bar->toggleViewAction()->isVisible()) {
            bar->show(); // no command would bring it back
        }
    }
    if (const int last = settings.value("window/perspective"_L1).toInt();
        restored && last >= 0 && last < m_perspectives->actions().size()) {
        m_perspectives->actions().at(last)->setChecked(true);
    }
    scheduleTitles();
    return restored;
}

void LayoutManager::bringUp(Dock *dock)
{
    dock->show();
    dock->raise();
    if (dock->isFloating()) {
        dock->activateWindow();
    }
    giveFocus(*dock);
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
                 [](const Dock *dock) { return dock->isInView(); });
    const auto at = std::find(shown.begin(), shown.end(), focusedDock());
    const auto next = at == shown.end() ? shown.begin() : at + 1;
    if (next != shown.end()) {
        giveFocus(**next);
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
