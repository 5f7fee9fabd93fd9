// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <initializer_list>
#include <utility>
#include <vector>

class QAction;
class QActionGroup;
class QMainWindow;
class QMenu;
class QSettings;

namespace picket::ui {

class Actions;
class Dock;

// GUI thread only. Knows the docks by id and where they belong: first arrangement, perspectives, saving and restoring,
// and the commands to show, focus and move them without a mouse.
class LayoutManager final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LayoutManager)

public:
    enum class Perspective { Triage, Debug, Wire };
    Q_ENUM(Perspective)

    // Where a dock stands in the first arrangement. Docks of one place share it as tabs, the first one in front.
    enum class Place {
        Event, // above all details
        Frames, // the column beside the details
        BelowFrames,
        Details,
        BelowDetails,
        Bottom, // under the list
    };
    Q_ENUM(Place)

    // Raise it when a saved state would put docks into wrong places.
    static constexpr int stateVersion = 5;

    LayoutManager(QMainWindow &window, Actions &actions);

    // The order of adding is the order in the View menu and of Alt+1 … Alt+9.
    void add(Dock *dock, Place place);
    [[nodiscard]] Dock *find(const QString &id) const;
    [[nodiscard]] const std::vector<Dock *> &docks() const { return m_docks; }
    void fillViewMenu(QMenu *menu) const; // which docks are open
    void fillWindowMenu(QMenu *menu) const; // where they are

    void apply(Perspective perspective);
    // The one that was applied last, also before a restart.
    [[nodiscard]] Perspective perspective() const;
    // The first arrangement, with all tool bars.
    void reset();

    void save(QSettings &settings) const;
    // Call it in the window's first showEvent: earlier, the sizes of docks get lost. False: nothing usable was saved.
    bool restore(const QSettings &settings);

    // Makes the dock visible and gives it the keyboard.
    void bringUp(Dock *dock);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void addPerspectives();
    QAction *addToggle(Dock *dock, const QAction &goTo);
    void focusNext();
    void moveFocusedDock(Qt::DockWidgetArea area);
    void refreshTitles();
    void scheduleTitles();
    void arrange();
    [[nodiscard]] std::vector<Dock *> docksAt(Place place) const;
    [[nodiscard]] Dock *firstAt(Place place) const; // null: the place is empty
    void setShown(Place place, bool shown);
    void resizePlaces(std::initializer_list<std::pair<Place, int>> sizes, Qt::Orientation orientation);
    [[nodiscard]] Dock *focusedDock() const;

    QMainWindow &m_window;
    Actions &m_actions;
    std::vector<Dock *> m_docks;
    std::vector<Place> m_places; // of each dock
    std::vector<QAction *> m_toggles; // of each dock: checked while it is open, also behind another tab
    QActionGroup *m_perspectives; // in the order of Perspective
    bool m_titlesScheduled = false;
};

} // namespace picket::ui
