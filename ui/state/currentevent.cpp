// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/currentevent.h"

#include "core/model/framenames.h"
#include "core/query/queryservice.h"
#include "core/store/delivery.h"

#include <algorithm>

namespace picket::ui {

namespace {

struct IssueAnswer {
    std::optional<model::IssueRow> row;
    std::vector<EventId> events;
};

Result<IssueAnswer> readIssue(store::Reader &reader, IssueId issue)
{
    const std::vector<IssueId> ids{issue};
    auto rows = reader.issues(ids);
    if (!rows) {
        return tl::unexpected(rows.error());
    }
    store::EventFilter filter;
    filter.issue = issue;
    auto events = reader.eventIds(filter);
    if (!events) {
        return tl::unexpected(events.error());
    }
    IssueAnswer answer;
    if (!rows->empty()) {
        answer.row = std::move(rows->front());
    }
    answer.events = std::move(*events);
    return answer;
}

bool hasFrames(const std::optional<model::Stacktrace> &stack)
{
    return stack && !stack->frames.empty();
}

// -1 without a call.
int mainFrameOf(const model::Stacktrace &stack)
{
    const auto &frames = stack.frames;
    int newest = -1;
    for (std::size_t i = frames.size(); i > 0; --i) {
        const model::Frame &frame = frames[i - 1];
        if (model::isAsynchronousGap(frame)) {
            continue;
        }
        if (frame.inApp == true && !frame.isNull) {
            return static_cast<int>(i - 1);
        }
        newest = std::max(newest, static_cast<int>(i) - 1);
    }
    return newest;
}

FrameRef mainFrameOf(const model::Stacktrace &stack, FrameRef::Stack owner, std::size_t index)
{
    const int frame = mainFrameOf(stack);
    return frame < 0 ? FrameRef() : FrameRef{owner, static_cast<int>(index), frame};
}

} // namespace

CurrentEvent::CurrentEvent(query::QueryService &query, Navigator &navigator, QObject *parent)
    : QObject(parent)
    , m_query(query)
    , m_navigator(navigator)
    , m_detailChannel(query.newChannel())
    , m_issueChannel(query.newChannel())
{
    connect(&navigator, &Navigator::issueChanged, this, &CurrentEvent::onIssueSelected);
    connect(&navigator, &Navigator::eventChanged, this, &CurrentEvent::onEventSelected);
}

const model::Frame *CurrentEvent::frame() const
{
    return m_detail ? findFrame(m_detail->event, m_navigator.frame()) : nullptr;
}

qsizetype CurrentEvent::position() const
{
    const EventId shown = m_detail ? m_detail->row.id : m_navigator.selectedEvent();
    const auto found = std::find(m_events.begin(), m_events.end(), shown);
    return found == m_events.end() ? 0 : static_cast<qsizetype>(m_events.end() - found);
}

void CurrentEvent::step(int by)
{
    const qsizetype wanted = position() + by;
    if (position() > 0 && wanted >= 1 && wanted <= count()) {
        m_navigator.selectEvent(m_events[m_events.size() - static_cast<std::size_t>(wanted)]);
    }
}

void CurrentEvent::goToOldest()
{
    if (!m_events.empty()) {
        m_navigator.selectEvent(m_events.back());
    }
}

void CurrentEvent::goToNewest()
{
    if (!m_events.empty()) {
        m_navigator.selectEvent(m_events.front());
    }
}

void CurrentEvent::onIssueSelected(IssueId issue)
{
    m_events.clear();
    m_issue.reset();
    m_query.cancel(query::Lane::Details, m_detailChannel);
    if (!issue.isValid()) {
        m_query.cancel(query::Lane::Details, m_issueChannel);
        setDetail(nullptr, std::nullopt);
        Q_EMIT issueChanged();
        return;
    }
    // The event comes first: the stack should be there before the counts are.
    m_query.ask<EventId>(
        query::Lane::Details, m_detailChannel, this,
        [issue](store::Reader &reader) { return reader.latestEvent(issue); },
        [this, issue](Result<EventId> latest) {
            if (m_navigator.issue() != issue || m_navigator.selectedEvent().isValid()) {
                return;
            }
            if (latest) {
                m_navigator.selectEvent(*latest);
            } else {
                setDetail(nullptr, latest.error());
            }
        });
    loadIssue();
}

void CurrentEvent::onEventSelected(EventId event)
{
    if (event.isValid()) {
        loadDetail(event);
        Q_EMIT issueChanged();
    }
}

void CurrentEvent::loadDetail(EventId event)
{
    m_query.ask<DetailPtr>(
        query::Lane::Details, m_detailChannel, this,
        [event](store::Reader &reader) -> Result<DetailPtr> {
            auto detail = query::loadEventDetail(reader, event);
            if (!detail) {
                return tl::unexpected(detail.error());
            }
            return std::make_shared<const query::EventDetail>(std::move(*detail));
        },
        [this](Result<DetailPtr> detail) {
            if (detail) {
                setDetail(std::move(*detail), std::nullopt);
            } else if (detail.error().code != ErrorCode::Interrupted) {
                setDetail(nullptr, detail.error());
            }
        });
}

void CurrentEvent::loadIssue()
{
    const IssueId issue = m_navigator.issue();
    m_query.ask<IssueAnswer>(
        query::Lane::Details, m_issueChannel, this, [issue](store::Reader &reader) { return readIssue(reader, issue); },
        [this, issue](Result<IssueAnswer> answer) {
            if (answer && m_navigator.issue() == issue) {
                m_issue = std::move(answer->row);
                m_events = std::move(answer->events);
                Q_EMIT issueChanged();
            }
        });
}

void CurrentEvent::setDetail(DetailPtr detail, std::optional<Error> error)
{
    m_detail = std::move(detail);
    m_error = std::move(error);
    if (m_detail) {
        m_navigator.selectFrame(mainFrame(m_detail->event, m_detail->grouping.crash));
    }
    Q_EMIT detailChanged();
    Q_EMIT issueChanged();
}

void CurrentEvent::applyChanges(const store::ChangeSet &changes)
{
    const IssueId issue = m_navigator.issue();
    const bool mine = std::find(changes.issues.begin(), changes.issues.end(), issue) != changes.issues.end();
    if (issue.isValid() && (mine || changes.issuesReordered)) {
        loadIssue();
    }
}

FrameRef mainFrame(const model::Event &event)
{
    for (std::size_t i = event.exceptions.size(); i > 0; --i) {
        if (const auto &stack = event.exceptions[i - 1].stacktrace; hasFrames(stack)) {
            return mainFrameOf(*stack, FrameRef::Stack::Exception, i - 1);
        }
    }
    if (hasFrames(event.stacktrace)) {
        return mainFrameOf(*event.stacktrace, FrameRef::Stack::Event, 0);
    }
    const auto crashed = std::find_if(event.threads.begin(), event.threads.end(), [](const model::Thread &thread) {
        return (thread.crashed == true || thread.current == true) && hasFrames(thread.stacktrace);
    });
    const auto any = crashed != event.threads.end()
        ? crashed
        : std::find_if(event.threads.begin(), event.threads.end(),
                       [](const model::Thread &thread) { return hasFrames(thread.stacktrace); });
    return any == event.threads.end()
        ? FrameRef()
        : mainFrameOf(*any->stacktrace, FrameRef::Stack::Thread, static_cast<std::size_t>(any - event.threads.begin()));
}

FrameRef mainFrame(const model::Event &event, const model::CrashSite &crash)
{
    const auto at = [&crash](FrameRef::Stack stack) {
        return FrameRef{stack, static_cast<int>(crash.owner), static_cast<int>(crash.frame)};
    };
    switch (crash.stack) {
    case model::CrashSite::Stack::Exception:
        return at(FrameRef::Stack::Exception);
    case model::CrashSite::Stack::Thread:
        return at(FrameRef::Stack::Thread);
    case model::CrashSite::Stack::Event:
        return at(FrameRef::Stack::Event);
    case model::CrashSite::Stack::None:
        break;
    }
    return mainFrame(event);
}

const model::Stacktrace *findStack(const model::Event &event, const FrameRef &ref)
{
    const auto owner = static_cast<std::size_t>(ref.owner);
    const std::optional<model::Stacktrace> *stack = nullptr;
    if (ref.stack == FrameRef::Stack::Exception && owner < event.exceptions.size()) {
        stack = &event.exceptions[owner].stacktrace;
    } else if (ref.stack == FrameRef::Stack::Thread && owner < event.threads.size()) {
        stack = &event.threads[owner].stacktrace;
    } else if (ref.stack == FrameRef::Stack::Event) {
        stack = &event.stacktrace;
    }
    return stack && *stack ? &**stack : nullptr;
}

const model::Frame *findFrame(const model::Event &event, const FrameRef &ref)
{
    const model::Stacktrace *stack = findStack(event, ref);
    const auto index = static_cast<std::size_t>(ref.frame);
    return stack && ref.frame >= 0 && index < stack->frames.size() ? &stack->frames[index] : nullptr;
}

} // namespace picket::ui
