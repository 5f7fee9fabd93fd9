// SPDX-License-Identifier: GPL-3.0-or-later
// What stands where on the timeline. Pure but for the width of text; GUI thread only.
#pragma once

#include "ui/values/eventcrumbs.h"
#include "ui/wording/timescale.h"

#include <QRectF>

#include <span>
#include <vector>

class QFontMetricsF;

namespace picket::ui {

// How much of the axis the breadcrumbs take.
enum class CrumbSpread { None, Squeezed, Wide };

// From top to bottom: breadcrumbs on a line with labels on both sides, events, ticks. A part is empty where the height
// does not do for it. Wide breadcrumbs get their labels, which tell the time, before the ticks get their place.
struct AxisLanes {
    QRectF crumbs;
    QRectF events;
    QRectF ticks;
    double line = 0; // y of the breadcrumbs
    int labelLines = 0; // on each side of it
};
[[nodiscard]] AxisLanes axisLanes(const QSizeF &size, CrumbSpread spread, double lineHeight);
[[nodiscard]] CrumbSpread crumbSpread(const EventCrumbs &crumbs, const TimeScale &scale);

struct PlacedCrumb {
    int point = 0; // in EventCrumbs::points; -1: the event itself
    double x = 0;
    bool above = false;
    QRectF label; // empty: there was no room for it
    QString text; // elided
    QString distance; // "−2.31 s"
};
// Those on the axis, newest first: of two labels that collide the one nearer to the event stays.
[[nodiscard]] std::vector<PlacedCrumb> placeCrumbs(const EventCrumbs &crumbs, const TimeScale &scale,
                                                   const AxisLanes &lanes, const QFontMetricsF &metrics);

// The events of one column of pixels.
struct EventColumn {
    double x = 0; // of the column's middle; of a lone event its very place
    std::size_t first = 0; // positions among the events
    std::size_t last = 0; // one behind
    model::Level level = model::Level::Debug; // the worst

    [[nodiscard]] std::size_t count() const { return last - first; }
};
inline constexpr double columnWidth = 2;
// Columns with events between two pixels, from left to right. `events` is ordered by time; what lies outside costs
// nothing.
[[nodiscard]] std::vector<EventColumn> eventColumns(std::span<const model::EventPoint> events, const TimeScale &scale,
                                                    double left, double right);

// Events that stand within `reach` pixels of x: positions [first, last).
[[nodiscard]] std::pair<std::size_t, std::size_t> eventsNear(std::span<const model::EventPoint> events,
                                                             const TimeScale &scale, double x, double reach);

} // namespace picket::ui
