// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelinesource.h"

#include "core/base/limits.h"
#include "core/query/queryservice.h"
#include "ui/wording/timescale.h"

#include <algorithm>

namespace picket::ui {

namespace {

constexpr std::chrono::milliseconds settleTime{150}; // no question for every step of the wheel
constexpr store::TimeRange allTime{TimeScale::earliest, TimeScale::latest};

} // namespace

TimelineSource::TimelineSource(query::QueryService &query, QObject *parent)
    : QObject(parent)
    , m_query(query)
    , m_eventChannel(query.newChannel())
    , m_markChannel(query.newChannel())
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(limits::reorderInterval);
    connect(&m_rest, &QTimer::timeout, this, [this] {
        if (m_wanted) {
            refresh();
        }
    });
    m_settle.setSingleShot(true);
    m_settle.setInterval(settleTime);
    connect(&m_settle, &QTimer::timeout, this, &TimelineSource::followVisible);
}

void TimelineSource::setIssue(IssueId issue)
{
    if (std::exchange(m_issue, issue) == issue) {
        return;
    }
    m_query.cancel(query::Lane::Lists, m_eventChannel);
    m_events.clear();
    m_loaded.reset();
    m_whole = true;
    m_wanted = false;
    m_rest.stop();
    Q_EMIT changed();
}

void TimelineSource::setVisible(const store::TimeRange &range)
{
    if (m_visible != range) {
        m_visible = range;
        m_settle.start();
    }
}

void TimelineSource::refresh()
{
    m_wanted = true;
    if (!m_rest.isActive() && m_issue.isValid()) {
        askEvents();
        askMarks();
    }
}

void TimelineSource::followVisible()
{
    askMarks();
    if (m_loaded && !m_whole && (m_visible->from < m_loaded->from || m_visible->to > m_loaded->to)) {
        askEvents();
    }
}

store::TimeRange TimelineSource::aroundVisible() const
{
    const TimeScale scale(*m_visible, 0, 1);
    return {scale.toTime(-1), scale.toTime(2)};
}

void TimelineSource::askEvents()
{
    m_wanted = false;
    m_rest.start();
    const bool part = m_loaded && !m_whole && m_visible;
    const store::TimeRange range = part ? aroundVisible() : allTime;
    store::EventFilter filter;
    filter.issue = m_issue;
    m_query.ask<std::vector<model::EventPoint>>(
        query::Lane::Lists, m_eventChannel, this,
        [filter, range](store::Reader &reader) { return reader.eventPoints(filter, range); },
        [this, range, issue = m_issue](Result<std::vector<model::EventPoint>> events) {
            takeEvents(issue, range, std::move(events));
        });
}

void TimelineSource::takeEvents(IssueId issue, const store::TimeRange &range,
                                Result<std::vector<model::EventPoint>> newestFirst)
{
    if (!newestFirst || issue != m_issue) {
        return;
    }
    const bool cut = newestFirst->size() >= limits::timelineEvents;
    m_events = std::move(*newestFirst);
    std::reverse(m_events.begin(), m_events.end());
    m_whole = !cut && range == allTime;
    m_loaded = cut ? store::TimeRange{m_events.front().timestamp, range.to} : range;
    Q_EMIT changed();
}

void TimelineSource::askMarks()
{
    if (!m_visible) {
        return;
    }
    m_query.ask<std::vector<model::MarkRow>>(
        query::Lane::Lists, m_markChannel, this,
        [range = aroundVisible()](store::Reader &reader) { return reader.marks(range); },
        [this](Result<std::vector<model::MarkRow>> marks) {
            if (marks) {
                m_marks = std::move(*marks);
                Q_EMIT changed();
            }
        });
}

} // namespace picket::ui
