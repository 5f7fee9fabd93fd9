// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/wakeup.h"

#include <QCoreApplication>
#include <QEvent>

namespace picket {

Wakeup::Wakeup(std::function<void()> action, QObject *parent)
    : QObject(parent)
    , m_action(std::move(action))
{
}

void Wakeup::wake()
{
    if (!m_pending.exchange(true)) {
        QCoreApplication::postEvent(this, new QEvent(QEvent::User));
    }
}

bool Wakeup::event(QEvent *event)
{
    if (event->type() != QEvent::User) {
        return QObject::event(event);
    }
    // Before the action: what arrives while it runs wakes again.
    m_pending = false;
    m_action();
    return true;
}

} // namespace picket
