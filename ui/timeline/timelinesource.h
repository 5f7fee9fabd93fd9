// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/rows.h"
#include "core/store/reader.h"

#include <QObject>
#include <QTimer>

#include <optional>
#include <vector>

namespace picket::query {
class QueryService;
}

namespace picket::ui {

// GUI thread only. The events of one issue by time, and the marks near what is on screen. Of an issue with more events
// than limits::timelineEvents it has the newest, or those around what is on screen.
class TimelineSource final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TimelineSource)

public:
    explicit TimelineSource(query::QueryService &query, QObject *parent = nullptr);

    // Oldest first. Empty until the answer is here, when isLoaded() is true.
    [[nodiscard]] const std::vector<model::EventPoint> &events() const { return m_events; }
    [[nodiscard]] bool isLoaded() const { return m_loaded.has_value(); }
    // False: older events exist that are not here.
    [[nodiscard]] bool isWhole() const { return m_whole; }
    [[nodiscard]] const std::vector<model::MarkRow> &marks() const { return m_marks; }

    // Another issue empties it; what it has is asked for by refresh().
    void setIssue(IssueId issue);
    // What is on screen.
    void setVisible(const store::TimeRange &range);
    // The store has changed. Asks at most once a second.
    void refresh();

Q_SIGNALS:
    void changed();

private:
    void askEvents();
    void askMarks();
    void followVisible();
    [[nodiscard]] store::TimeRange aroundVisible() const;
    void takeEvents(IssueId issue, const store::TimeRange &range, Result<std::vector<model::EventPoint>> newestFirst);

    query::QueryService &m_query;
    const int m_eventChannel;
    const int m_markChannel;
    IssueId m_issue;
    std::vector<model::EventPoint> m_events;
    std::optional<store::TimeRange> m_loaded; // all events in it are here
    bool m_whole = true;
    std::vector<model::MarkRow> m_marks;
    std::optional<store::TimeRange> m_visible;
    bool m_wanted = false;
    QTimer m_rest; // runs while the events are younger than a second
    QTimer m_settle; // runs while the axis is being moved
};

} // namespace picket::ui
