// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/reader.h"

namespace picket::ui {

// Pure; any thread. Where a moment stands on an axis of pixels, and which moment stands at a pixel. Whatever it is
// asked, it answers with a range of at least a microsecond between the years 1 and 9999.
class TimeScale final
{
public:
    static constexpr Timestamp earliest = fromMicros(-62'135'596'800'000'000); // 0001-01-01T00:00:00Z
    static constexpr Timestamp latest = fromMicros(253'402'300'799'999'999); // 9999-12-31T23:59:59.999999Z

    // The epoch's first second on one pixel.
    TimeScale();
    // range.from stands at pixel `left`, range.to at pixel `right`.
    TimeScale(const store::TimeRange &range, double left, double right);

    [[nodiscard]] const store::TimeRange &range() const { return m_range; }
    [[nodiscard]] double left() const { return m_left; }
    [[nodiscard]] double right() const { return m_left + m_width; }
    [[nodiscard]] double microsPerPixel() const;

    // Far outside of the axis it stops at a million pixels: painters do not like more.
    [[nodiscard]] double toPixel(Timestamp time) const;
    [[nodiscard]] Timestamp toTime(double pixel) const;

    // The moment at `pixel` stays there; a factor above 1 shows less time.
    [[nodiscard]] TimeScale zoomed(double factor, double pixel) const;
    // Everything moves to the right by so many pixels.
    [[nodiscard]] TimeScale panned(double pixels) const;
    // The same time on other pixels.
    [[nodiscard]] TimeScale stretched(double left, double right) const;

private:
    store::TimeRange m_range;
    double m_left = 0;
    double m_width = 1;
};

// Pure: equal spans of a length that people count in (5 s, 15 min, 1 d), beginning at whole ones of the local time.
struct SpanGrid {
    Timestamp from;
    std::chrono::microseconds span{1};
    std::size_t count = 1;

    [[nodiscard]] Timestamp end() const { return from + span * static_cast<std::int64_t>(count); }
};
// As many spans as possible, at most `most` (and at least two), that hold the whole range.
[[nodiscard]] SpanGrid spanGrid(const store::TimeRange &range, std::size_t most);

} // namespace picket::ui
