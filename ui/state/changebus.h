// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/changeset.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace picket::ui {

// GUI thread only. Collects what the store says has changed and tells the models at most ten times a second. While
// paused the display stands still and everything is kept for later; the ingest goes on.
class ChangeBus final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChangeBus)

public:
    explicit ChangeBus(QObject *parent = nullptr);

    void add(const store::ChangeSet &changes);

    void setPaused(bool paused);
    [[nodiscard]] bool isPaused() const { return m_paused; }
    // Events that arrived since the display was paused.
    [[nodiscard]] std::int64_t heldEvents() const { return m_paused ? m_pending.events : 0; }

Q_SIGNALS:
    void changed(const picket::store::ChangeSet &changes);
    void held(std::int64_t events);

private:
    void flush();

    store::ChangeSet m_pending;
    bool m_waiting = false; // m_pending holds something
    bool m_paused = false;
    QTimer m_timer;
    QElapsedTimer m_sinceFlush;
};

} // namespace picket::ui
