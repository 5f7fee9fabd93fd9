// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timeaxislayout.h"

#include "ui/values/breadcrumbtext.h"
#include "ui/widgets/labelrow.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace picket::ui {

namespace {

constexpr double eventLane = 18;
constexpr double stem = 8; // from the line to a label
constexpr double leastSpread = 48; // pixels
constexpr double mostLabel = 170; // pixels
constexpr double leastLabel = 44; // less says nothing
constexpr double beforeStem = 6; // how far a label begins before its breadcrumb
constexpr double mostMoved = 30; // the same at the end of the axis

std::size_t positionOf(std::span<const model::EventPoint> events, Timestamp time)
{
    const auto found =
        std::lower_bound(events.begin(), events.end(), time,
                         [](const model::EventPoint &event, Timestamp t) { return event.timestamp < t; });
    return static_cast<std::size_t>(found - events.begin());
}

// Gives labels their places, alternating between the sides.
class CrumbLabels final
{
public:
    CrumbLabels(const AxisLanes &lanes, const QFontMetricsF &metrics)
        : m_lanes(lanes)
        , m_metrics(metrics)
    {
    }

    void place(PlacedCrumb &crumb, const QString &text)
    {
        if (m_lanes.labelLines > 0 && (take(crumb, text, m_nextAbove) || take(crumb, text, !m_nextAbove))) {
            m_nextAbove = !crumb.above;
        }
    }

private:
    bool take(PlacedCrumb &crumb, const QString &text, bool above)
    {
        LabelRow &row = above ? m_above : m_below;
        // Most of a thousand breadcrumbs end here, before their text is measured.
        if (row.roomAt(crumb.x - beforeStem) < leastLabel) {
            return false;
        }
        const double lines = m_lanes.labelLines;
        const double distance = lines > 1 ? m_metrics.horizontalAdvance(crumb.distance) : 0;
        const double wanted = std::ceil(std::min(mostLabel, std::max(distance, m_metrics.horizontalAdvance(text)))) + 2;
        // At the end of the axis a label moves a little to the left before it is cut.
        const double end = m_lanes.crumbs.right() - 4;
        const double moved = std::clamp(end - wanted, crumb.x - mostMoved, crumb.x - beforeStem);
        const double from = std::max(m_lanes.crumbs.left() + 2, moved);
        const double width = std::min({wanted, row.roomAt(from), end - from});
        if (width < std::min(wanted, std::max(leastLabel, distance)) || from + width < crumb.x) {
            return false;
        }
        row.take(from, from + width);
        const double height = lines * m_metrics.height();
        crumb.above = above;
        crumb.label = {from, above ? m_lanes.line - stem - height : m_lanes.line + stem, width, height};
        crumb.text = m_metrics.elidedText(text, Qt::ElideRight, width);
        return true;
    }

    const AxisLanes &m_lanes;
    const QFontMetricsF &m_metrics;
    LabelRow m_above;
    LabelRow m_below;
    bool m_nextAbove = false; // the event's own label stands below
};

} // namespace

AxisLanes axisLanes(const QSizeF &size, CrumbSpread spread, double lineHeight)
{
    const double tickHeight = lineHeight + 3;
    const auto linesIn = [&](double height) {
        return std::clamp(static_cast<int>((height / 2 - stem) / lineHeight), 0, 2);
    };
    AxisLanes lanes;
    const bool hasCrumbs = spread != CrumbSpread::None;
    const double most = size.height() - eventLane;
    const bool labelsFirst = spread == CrumbSpread::Wide && linesIn(most) > linesIn(most - tickHeight);
    double bottom = size.height();
    if (!labelsFirst && bottom >= eventLane + tickHeight) {
        bottom -= tickHeight;
        lanes.ticks = {0, bottom, size.width(), tickHeight};
    }
    const double eventsHeight = hasCrumbs ? std::min(eventLane, bottom) : bottom;
    lanes.events = {0, bottom - eventsHeight, size.width(), eventsHeight};
    if (hasCrumbs) {
        lanes.crumbs = {0, 0, size.width(), bottom - eventsHeight};
        lanes.line = std::floor(lanes.crumbs.height() / 2) + 0.5;
        lanes.labelLines = linesIn(lanes.crumbs.height());
    }
    return lanes;
}

CrumbSpread crumbSpread(const EventCrumbs &crumbs, const TimeScale &scale)
{
    if (crumbs.points.empty()) {
        return CrumbSpread::None;
    }
    const store::TimeRange span = crumbs.span.value_or(store::TimeRange{crumbs.event, crumbs.event});
    return scale.toPixel(span.to) - scale.toPixel(span.from) < leastSpread ? CrumbSpread::Squeezed : CrumbSpread::Wide;
}

std::vector<PlacedCrumb> placeCrumbs(const EventCrumbs &crumbs, const TimeScale &scale, const AxisLanes &lanes,
                                     const QFontMetricsF &metrics)
{
    std::vector<PlacedCrumb> placed;
    if (!crumbs.detail) {
        return placed;
    }
    CrumbLabels labels(lanes, metrics);
    const auto add = [&](int point, Timestamp time, const QString &text) {
        PlacedCrumb crumb;
        crumb.point = point;
        crumb.x = scale.toPixel(time);
        if (crumb.x < lanes.crumbs.left() || crumb.x > lanes.crumbs.right()) {
            return;
        }
        crumb.distance = relativeTime(time - crumbs.event);
        const bool samePixel = placed.size() > 1 && std::abs(placed.back().x - crumb.x) < 1;
        if (!samePixel) {
            labels.place(crumb, text);
        }
        placed.push_back(std::move(crumb));
    };
    add(-1, crumbs.event, crumbs.title);
    for (std::size_t i = crumbs.points.size(); i > 0; --i) {
        const CrumbPoint &point = crumbs.points[i - 1];
        add(static_cast<int>(i - 1), point.time, point.label);
    }
    return placed;
}

std::vector<EventColumn> eventColumns(std::span<const model::EventPoint> events, const TimeScale &scale, double left,
                                      double right)
{
    std::vector<EventColumn> columns;
    const std::size_t end = positionOf(events, scale.toTime(right));
    std::size_t next = positionOf(events, scale.toTime(left));
    while (next < end) {
        EventColumn column;
        const double x = scale.toPixel(events[next].timestamp);
        const double begin = std::floor(x / columnWidth) * columnWidth;
        column.first = next;
        column.last = std::clamp(positionOf(events, scale.toTime(begin + columnWidth)), next + 1, end);
        column.x = column.count() == 1 ? x : begin + columnWidth / 2;
        for (std::size_t i = column.first; i < column.last && column.level < model::Level::Fatal; ++i) {
            column.level = std::max(column.level, events[i].level);
        }
        next = column.last;
        columns.push_back(column);
    }
    return columns;
}

std::pair<std::size_t, std::size_t> eventsNear(std::span<const model::EventPoint> events, const TimeScale &scale,
                                               double x, double reach)
{
    const std::size_t first = positionOf(events, scale.toTime(x - reach));
    return {first, std::max(first, positionOf(events, scale.toTime(x + reach)))};
}

} // namespace picket::ui
