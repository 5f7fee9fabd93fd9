// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/actions.h"

#include <QWidget>

#include <algorithm>

namespace picket::ui {

Actions::Actions(QWidget *window)
    : QObject(window)
    , m_window(window)
{
}

QAction *Actions::add(const QString &id, const QString &text, std::initializer_list<QKeySequence> shortcuts)
{
    Q_ASSERT_X(std::none_of(m_actions.begin(), m_actions.end(), [&](QAction *a) { return a->objectName() == id; }),
               "Actions::add", "an id is used twice");
    auto *action = new QAction(text, m_window);
    action->setObjectName(id);
    action->setShortcuts(QList<QKeySequence>(shortcuts));
    m_window->addAction(action);
    m_actions.push_back(action);
    return action;
}

QAction *Actions::get(const QString &id) const
{
    const auto found =
        std::find_if(m_actions.begin(), m_actions.end(), [&](QAction *a) { return a->objectName() == id; });
    Q_ASSERT_X(found != m_actions.end(), "Actions::get", "no such action");
    return found == m_actions.end() ? nullptr : *found;
}

} // namespace picket::ui
