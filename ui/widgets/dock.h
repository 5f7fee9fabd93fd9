// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDockWidget>

class QSettings;

namespace picket::query {
class QueryService;
}

namespace picket::ui {

class Actions;
class CurrentEvent;
class Navigator;
class PinnedTags;
class Theme;

// What a dock may know. No dock knows another one.
struct DockContext {
    query::QueryService &query;
    Navigator &navigator;
    CurrentEvent &current;
    const Theme &theme;
    Actions &actions;
    QSettings &settings;
    PinnedTags &pinned;
};

// GUI thread only. A pane of the window. Alone it wears its title like a tab; in a group the group's tabs are enough.
class Dock : public QDockWidget
{
    Q_OBJECT

public:
    // `id` is stable: saved layouts and settings know the dock by it.
    Dock(const QString &id, const QString &title, QWidget *parent = nullptr);

    [[nodiscard]] QString id() const { return objectName(); }

    // Hides the title while the dock's tab shows it.
    void setTitleShown(bool shown);

    // Where Alt+N and F6 put the keyboard.
    virtual void takeFocus();

    // Not behind another tab. QDockWidget::visibilityChanged() is not told while a window is laid out.
    [[nodiscard]] bool isInView() const;

Q_SIGNALS:
    // The place among the other docks may have changed.
    void placeChanged();
    // It is in view now and was not before.
    void cameIntoView();

protected:
    bool event(QEvent *event) override;

private:
    void checkView();

    bool m_wasInView = false;
    bool m_checkScheduled = false;
};

} // namespace picket::ui
