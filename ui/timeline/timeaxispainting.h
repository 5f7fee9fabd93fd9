// SPDX-License-Identifier: GPL-3.0-or-later
// How TimeAxisView draws. GUI thread only.
#pragma once

#include "ui/timeline/timeaxislayout.h"
#include "ui/timeline/timemarks.h"

class QPainter;

namespace picket::ui {

class Theme;

struct AxisPicture {
    const EventCrumbs &crumbs;
    std::span<const model::EventPoint> events;
    const std::vector<model::MarkRow> &marks;
    const TimeScale &scale;
    const AxisLanes &lanes;
    int chosenCrumb = -1; // as sent
};

void paintTimeAxis(const AxisPicture &picture, const Theme &theme, QPainter &painter);

} // namespace picket::ui
