// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <functional>

namespace picket {

// The empty wake-up behind a Mailbox: wake() from any thread makes `action` run once in the event loop of the thread
// that this object lives in. Wakes that come before the action has run are one.
//
// An eventfd and not a posted QEvent: an event is allocated in one thread and freed in the other, and what orders the
// two is hidden from ThreadSanitizer in a distribution's Qt, which is not instrumented.
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
