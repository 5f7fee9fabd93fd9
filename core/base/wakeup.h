// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <atomic>
#include <functional>

namespace picket {

// The empty Qt event behind a Mailbox: wake() from any thread makes `action` run once in the event loop of the thread
// that this object lives in. Wakes that come before the action has run are one.
class Wakeup final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Wakeup)

public:
    explicit Wakeup(std::function<void()> action, QObject *parent = nullptr);

    void wake();

protected:
    bool event(QEvent *event) override;

private:
    const std::function<void()> m_action;
    std::atomic<bool> m_pending = false;
};

} // namespace picket
