// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <functional>

namespace picket {

// Wakes the receiver of a Mailbox: wake(), from any thread, runs `action` once in the event loop of this object's
// thread. Calls before the action has run count as one.
//
// An eventfd instead of a posted QEvent: an event is allocated in one thread and freed in the other, and
// ThreadSanitizer cannot see the synchronisation inside a distribution's Qt, which is not instrumented.
class Wakeup final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Wakeup)

public:
    explicit Wakeup(std::function<void()> action, QObject *parent = nullptr);
    ~Wakeup() override;

    void wake();

private:
    void run();

    const std::function<void()> m_action;
    const int m_fd;
    QSocketNotifier m_notifier;
};

} // namespace picket
