// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/hostile/guiwatchdog.h"
#include "tests/ui/workspacefixture.h"
#include "ui/window/mainwindow.h"

#include <QStringList>
#include <QTemporaryDir>

#include <functional>
#include <memory>
#include <string>

class QAbstractItemView;
class QAbstractScrollArea;
class QWidget;

namespace picket::ui {
class Dock;
class SearchBox;
} // namespace picket::ui

namespace picket::test {

// A window over its own workspace, used as an impatient person would use it: everything is scrolled, opened, searched,
// hovered and copied, under the eyes of a watchdog. GUI thread only.
class WindowDriver final
{
public:
    // Sources below the folder may be read.
    explicit WindowDriver(const std::string &agreedFolder);

    // Delivers the event under the window's eyes and selects it. False: its detail never came.
    [[nodiscard]] bool show(const std::string &name, const std::string &eventJson);
    [[nodiscard]] bool showEnvelope(const std::string &name, const std::string &envelope);
    // Brings the dock up and does everything to it that can be done.
    void use(const std::string &name, ui::Dock &dock);
    // Steps through frames and events, toggles what can be toggled.
    void runCommands(const std::string &name);

    // Runs `action` and the event loop until nothing is left to do, watched as `what`. The loop is quiet when no
    // question is open and nothing but the watchdog's beat comes.
    void act(const std::string &what, const std::function<void()> &action);
    // The same until `isDone`, too; false: it never was.
    [[nodiscard]] bool actUntil(const std::string &what, const std::function<void()> &action,
                                const std::function<bool()> &isDone);

    [[nodiscard]] ui::MainWindow &window() const { return *m_window; }
    [[nodiscard]] GuiWatchdog &watchdog() { return m_watchdog; }
    // Tooltips that would have been read as markup.
    [[nodiscard]] QStringList takeRichToolTips() { return std::exchange(m_richToolTips, {}); }

private:
    [[nodiscard]] bool select(const std::string &name, const store::ChangeSet &changes);
    void settle();
    void walk(const std::string &what, const QWidget &root);
    void search(const std::string &what, ui::SearchBox &box);
    void scroll(const std::string &what, QAbstractScrollArea &area);
    void useItems(const std::string &what, QAbstractItemView &view);
    void hover(const std::string &what, QAbstractItemView &view);
    void key(const std::string &what, QWidget &widget, int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);

    QTemporaryDir m_folder;
    WorkspaceFixture m_workspace;
    std::unique_ptr<ui::MainWindow> m_window;
    int m_channel;
    GuiWatchdog m_watchdog;
    QStringList m_richToolTips;
};

} // namespace picket::test
