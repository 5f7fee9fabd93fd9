// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QKeySequence>
#include <QObject>

#include <initializer_list>
#include <vector>

namespace picket::ui {

// GUI thread only. Every command of the window, with a stable id ("event.next") by which settings and the palette know
// it. Menus and buttons show these actions and nothing else, so what can be clicked can be typed.
class Actions final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Actions)

public:
    explicit Actions(QWidget *window);

    // `id` must be new. The action belongs to the window, so that its shortcuts work wherever the focus is.
    QAction *add(const QString &id, const QString &text, std::initializer_list<QKeySequence> shortcuts = {});

    // An id that nobody added is a mistake in the program.
    [[nodiscard]] QAction *get(const QString &id) const;
    [[nodiscard]] const std::vector<QAction *> &all() const { return m_actions; }

private:
    QWidget *m_window;
    std::vector<QAction *> m_actions; // in the order added; objectName() is the id
};

} // namespace picket::ui
