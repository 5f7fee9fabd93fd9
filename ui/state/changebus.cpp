// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/changebus.h"

#include "core/base/limits.h"

#include <utility>

namespace picket::ui {

ChangeBus::ChangeBus(QObject *parent)
    : QObject(parent)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &ChangeBus::flush);
}

void ChangeBus::add(const store::ChangeSet &changes)
{
    m_pending.merge(changes);
    m_waiting = true;
    if (m_paused) {
        Q_EMIT held(m_pending.events);
        return;
    }
    if (m_timer.isActive()) {
        return;
    }
    // The first change after a quiet time is shown at once, the following ones wait for each other.
    constexpr std::chrono::milliseconds interval = limits::changeInterval;
    const bool quiet = !m_sinceFlush.isValid() || m_sinceFlush.hasExpired(interval.count());
    m_timer.start(quiet ? std::chrono::milliseconds(0) : interval);
}

void ChangeBus::setPaused(bool paused)
{
    m_paused = paused;
    if (paused) {
        m_timer.stop();
    } else if (m_waiting) {
        flush();
    }
}

void ChangeBus::flush()
{
    m_sinceFlush.start();
    m_waiting = false;
    Q_EMIT changed(std::exchange(m_pending, {}));
}

} // namespace picket::ui
