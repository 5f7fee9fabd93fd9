// SPDX-License-Identifier: GPL-3.0-or-later
// How TimelineStrip draws. GUI thread only.
#pragma once

#include "ui/timeline/histogrammodel.h"
#include "ui/wording/timescale.h"

#include <QRect>

#include <optional>
#include <utility>

class QPainter;

namespace picket::ui {

struct Colors;

struct StripPicture {
    const StripContent &content;
    const TimeScale &scale;
    QRect rect; // of the whole strip
    std::optional<std::pair<double, double>> band;
    std::optional<std::size_t> hovered;
    std::optional<std::size_t> cursor;
    QRect chip; // labels keep away from it; empty: there is none
};

// From top to bottom of the strip; bars stand apart in it.
[[nodiscard]] QRect stripColumn(const StripPicture &picture, std::size_t bar);
void paintStrip(const StripPicture &picture, const Colors &colors, QPainter &painter);

} // namespace picket::ui
