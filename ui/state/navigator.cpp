// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/navigator.h"

namespace picket::ui {

void Navigator::selectIssue(IssueId issue)
{
    if (issue == m_issue) {
        return;
    }
    m_issue = issue;
    m_event = {};
    m_frame = {};
    m_breadcrumb = -1;
    Q_EMIT issueChanged(issue);
    Q_EMIT eventChanged(m_event);
    selectTrace({});
}

void Navigator::selectEvent(EventId event)
{
    if (event == m_event) {
        return;
    }
    m_event = event;
    m_frame = {};
    m_breadcrumb = -1;
    Q_EMIT eventChanged(event);
    selectTrace({});
}

void Navigator::selectFrame(FrameRef frame)
{
    if (frame == m_frame) {
        return;
    }
    m_frame = frame;
    Q_EMIT frameChanged(frame);
}

void Navigator::selectBreadcrumb(int position)
{
    if (position == m_breadcrumb) {
        return;
    }
    m_breadcrumb = position;
    Q_EMIT breadcrumbChanged(position);
}

void Navigator::selectTrace(const model::TraceId &trace)
{
    if (trace == m_trace) {
        return;
    }
    m_trace = trace;
    Q_EMIT traceChanged(trace);
}

} // namespace picket::ui
