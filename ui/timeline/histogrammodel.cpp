// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/histogrammodel.h"

#include "core/base/limits.h"
#include "core/query/queryservice.h"
#include "ui/state/issuescope.h"
#include "ui/wording/timescale.h"

#include <numeric>

namespace picket::ui {

namespace {

constexpr std::chrono::minutes leastAxis{1};

struct Question {
    store::IssueFilter filter;
    std::optional<store::TimeRange> axis;
    std::size_t mostSpans;
};

// `question.axis`, or all there is, ending with the newest event and at least a minute long.
Result<store::TimeRange> axisOf(store::Reader &reader, const Question &question)
{
    store::TimeRange axis{now() - leastAxis, now()};
    if (question.axis) {
        axis = *question.axis;
    } else {
        auto all = reader.timeSpan(question.filter);
        if (!all) {
            return tl::unexpected(all.error());
        }
        axis = all->value_or(axis);
    }
    axis.from = std::min(axis.from, axis.to - leastAxis);
    return axis;
}

Result<StripContent> read(store::Reader &reader, const Question &question)
{
    const auto axis = axisOf(reader, question);
    if (!axis) {
        return tl::unexpected(axis.error());
    }
    const SpanGrid grid = spanGrid(*axis, question.mostSpans);
    const store::TimeRange range{grid.from, grid.end() - std::chrono::microseconds(1)};
    auto histogram = reader.histogram(question.filter, range, grid.count);
    if (!histogram) {
        return tl::unexpected(histogram.error());
    }
    auto marks = reader.marks(range);
    if (!marks) {
        return tl::unexpected(marks.error());
    }
    return StripContent{std::move(*histogram), std::move(*marks)};
}

} // namespace

store::TimeRange StripContent::rangeOf(std::size_t first, std::size_t last) const
{
    const auto at = [this](std::size_t span) {
        return histogram.from + histogram.span * static_cast<std::int64_t>(span);
    };
    return {at(first), at(last + 1) - std::chrono::microseconds(1)};
}

std::int64_t StripContent::events() const
{
    return std::accumulate(histogram.events.begin(), histogram.events.end(), std::int64_t(0));
}

std::int64_t StripContent::newIssues() const
{
    return std::accumulate(histogram.newIssues.begin(), histogram.newIssues.end(), std::int64_t(0));
}

HistogramModel::HistogramModel(query::QueryService &query, const IssueScope &scope, QObject *parent)
    : QObject(parent)
    , m_query(query)
    , m_scope(scope)
    , m_channel(query.newChannel())
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(limits::reorderInterval);
    connect(&m_rest, &QTimer::timeout, this, [this] {
        if (m_wanted) {
            ask();
        }
    });
    // Somebody chose: the answer does not wait for its turn.
    connect(&scope, &IssueScope::changed, this, &HistogramModel::ask);
    connect(&scope, &IssueScope::movedOn, this, &HistogramModel::refresh);
}

void HistogramModel::setMostSpans(std::size_t spans)
{
    if (std::exchange(m_mostSpans, spans) != spans) {
        refresh();
    }
}

void HistogramModel::setActive(bool active)
{
    m_active = active;
    if (m_active && m_wanted) {
        refresh();
    }
}

void HistogramModel::refresh()
{
    m_wanted = true;
    if (!m_asking && !m_rest.isActive()) {
        ask();
    }
}

void HistogramModel::ask()
{
    m_wanted = true;
    if (!m_active || m_mostSpans == 0) {
        return;
    }
    m_wanted = false;
    m_asking = true;
    Question question{m_scope.timelessFilter(), m_scope.axis(now()), m_mostSpans};
    m_query.ask<StripContent>(
        query::Lane::Lists, m_channel, this,
        [question = std::move(question)](store::Reader &reader) { return read(reader, question); },
        [this](Result<StripContent> content) { take(std::move(content)); });
}

void HistogramModel::take(Result<StripContent> content)
{
    m_asking = false;
    m_rest.start();
    if (content) {
        m_content = std::move(*content);
        Q_EMIT changed();
    } else if (content.error().code == ErrorCode::NotFound) {
        m_content = {}; // no database yet
        Q_EMIT changed();
    } else if (content.error().code != ErrorCode::Interrupted) {
        Q_EMIT failed(content.error());
    }
}

} // namespace picket::ui
