// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/model/telemetry.h"

#include <QObject>

#include <compare>

namespace picket::ui {

// Which frame of the shown event: the stack it stands in, and its position there as the SDK sent it (0 is the oldest
// call).
struct FrameRef {
    enum class Stack { None, Exception, Thread, Event };
    Stack stack = Stack::None;
    int owner = 0; // index into Event::exceptions or Event::threads
    int frame = 0;

    [[nodiscard]] bool isValid() const { return stack != Stack::None; }
    friend auto operator<=>(const FrameRef &, const FrameRef &) = default;
};

// GUI thread only. The one answer to "what is selected". Docks listen to it and ask it for another selection; no dock
// knows another. An issue without an event means: its latest event, as soon as that is known.
class Navigator final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Navigator)

public:
    explicit Navigator(QObject *parent = nullptr)
        : QObject(parent)
    {
    }

    [[nodiscard]] IssueId issue() const { return m_issue; }
    [[nodiscard]] EventId selectedEvent() const { return m_event; }
    [[nodiscard]] FrameRef frame() const { return m_frame; }
    // A position in the shown event's breadcrumbs, as sent; -1: none.
    [[nodiscard]] int breadcrumb() const { return m_breadcrumb; }

    // Chosen on its own; nil: that of the shown event.
    [[nodiscard]] const model::TraceId &trace() const { return m_trace; }

    void selectIssue(IssueId issue);
    void selectEvent(EventId event);
    void selectFrame(FrameRef frame);
    void selectBreadcrumb(int position);
    // Holds until an event is selected.
    void selectTrace(const picket::model::TraceId &trace);

Q_SIGNALS:
    void issueChanged(picket::IssueId issue);
    void eventChanged(picket::EventId event);
    void frameChanged(picket::ui::FrameRef frame);
    void breadcrumbChanged(int position);
    void traceChanged(const picket::model::TraceId &trace);

private:
    IssueId m_issue;
    EventId m_event;
    FrameRef m_frame;
    int m_breadcrumb = -1;
    model::TraceId m_trace;
};

} // namespace picket::ui
