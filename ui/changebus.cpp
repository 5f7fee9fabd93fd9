// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/changebus.h"

#include "core/base/limits.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

namespace picket::ui {

namespace {

void mergeIds(std::vector<IssueId> &into, const std::vector<IssueId> &more)
{
    if (more.empty()) {
        return;
    }
    std::unordered_set<IssueId> known(into.begin(), into.end());
    for (const IssueId id : more) {
        if (known.insert(id).second) {
            into.push_back(id);
        }
    }
}

} // namespace

void mergeChanges(store::ChangeSet &into, const store::ChangeSet &more)
{
    mergeIds(into.issues, more.issues);
    mergeIds(into.newIssues, more.newIssues);
    mergeIds(into.regressed, more.regressed);
    into.events += more.events;
    into.lastEvent = std::max(into.lastEvent, more.lastEvent);
    into.deliveries += more.deliveries;
    into.refused += more.refused;
    into.marks = into.marks || more.marks;
    into.origins = into.origins || more.origins;
    into.telemetry = into.telemetry || more.telemetry;
    into.issuesReordered = into.issuesReordered || more.issuesReordered;
}

ChangeBus::ChangeBus(QObject *parent)
    : QObject(parent)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &ChangeBus::flush);
}

void ChangeBus::add(const store::ChangeSet &changes)
{
    mergeChanges(m_pending, changes);
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
