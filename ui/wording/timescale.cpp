// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wording/timescale.h"

#include "ui/wording/timeticks.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace picket::ui {

namespace {

constexpr double farPixels = 1e6;

Timestamp clamped(Timestamp time)
{
    return std::clamp(time, TimeScale::earliest, TimeScale::latest);
}

store::TimeRange sane(const store::TimeRange &range)
{
    const Timestamp from = clamped(std::min(range.from, range.to));
    const Timestamp to = clamped(std::max(range.from, range.to));
    if (from < to) {
        return {from, to};
    }
    return from < TimeScale::latest ? store::TimeRange{from, from + std::chrono::microseconds(1)}
                                    : store::TimeRange{from - std::chrono::microseconds(1), from};
}

// What remains inside of the axis of time, by moving rather than by cutting.
store::TimeRange rangeAt(double from, double length)
{
    const auto first = static_cast<double>(toMicros(TimeScale::earliest));
    const auto last = static_cast<double>(toMicros(TimeScale::latest));
    const double most = std::clamp(length, 1.0, last - first);
    const auto start = static_cast<std::int64_t>(std::clamp(from, first, last - most));
    return sane({fromMicros(start), fromMicros(start + static_cast<std::int64_t>(most))});
}

constexpr std::int64_t second = 1'000'000;
constexpr std::int64_t minute = 60 * second;
constexpr std::int64_t hour = 60 * minute;
constexpr std::int64_t day = 24 * hour;

std::int64_t niceSpan(std::int64_t least)
{
    for (std::int64_t decade = 1; decade < second; decade *= 10) {
        for (const int step : {1, 2, 5}) {
            if (decade * step >= least) {
                return decade * step;
            }
        }
    }
    constexpr std::array<int, 11> ofSixty{1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 30};
    for (const std::int64_t unit : {second, minute}) {
        for (const int step : ofSixty) {
            if (unit * step >= least) {
                return unit * step;
            }
        }
    }
    for (const int step : {1, 2, 3, 4, 6, 8, 12}) {
        if (hour * step >= least) {
            return hour * step;
        }
    }
    for (std::int64_t decade = day;; decade *= 10) {
        for (const int step : {1, 2, 3, 5, 7}) {
            if (decade * step >= least) {
                return decade * step;
            }
        }
    }
}

std::int64_t floorTo(std::int64_t value, std::int64_t step)
{
    const std::int64_t rest = value % step;
    return value - (rest < 0 ? rest + step : rest);
}

} // namespace

TimeScale::TimeScale()
    : m_range{fromMicros(0), fromMicros(second)}
{
}

TimeScale::TimeScale(const store::TimeRange &range, double left, double right)
    : m_range(sane(range))
    , m_left(left)
    , m_width(std::max(1.0, right - left))
{
}

double TimeScale::microsPerPixel() const
{
    return static_cast<double>((m_range.to - m_range.from).count()) / m_width;
}

double TimeScale::toPixel(Timestamp time) const
{
    const auto distance = static_cast<double>((clamped(time) - m_range.from).count());
    return std::clamp(m_left + distance / microsPerPixel(), -farPixels, farPixels);
}

Timestamp TimeScale::toTime(double pixel) const
{
    const double micros = std::round((pixel - m_left) * microsPerPixel());
    const auto least = static_cast<double>((earliest - m_range.from).count());
    const auto most = static_cast<double>((latest - m_range.from).count());
    return clamped(m_range.from
                   + std::chrono::microseconds(static_cast<std::int64_t>(std::clamp(micros, least, most))));
}

TimeScale TimeScale::zoomed(double factor, double pixel) const
{
    if (!(factor > 0)) {
        return *this;
    }
    TimeScale scale = *this;
    const double length = microsPerPixel() * m_width;
    const auto from = static_cast<double>(toMicros(m_range.from));
    const double share = (pixel - m_left) / m_width;
    scale.m_range = rangeAt(from + share * (length - length / factor), length / factor);
    return scale;
}

TimeScale TimeScale::panned(double pixels) const
{
    TimeScale scale = *this;
    const auto from = static_cast<double>(toMicros(m_range.from));
    scale.m_range = rangeAt(from - pixels * microsPerPixel(), microsPerPixel() * m_width);
    return scale;
}

TimeScale TimeScale::stretched(double left, double right) const
{
    return {m_range, left, right};
}

SpanGrid spanGrid(const store::TimeRange &range, std::size_t most)
{
    const store::TimeRange whole = sane(range);
    const std::int64_t offset = utcOffset(whole.to).count();
    const std::int64_t from = toMicros(whole.from) + offset;
    const std::int64_t to = toMicros(whole.to) + offset;
    const auto wanted = std::max<std::int64_t>(2, static_cast<std::int64_t>(most));
    // Beginning at a whole span may take one span more.
    std::int64_t span = niceSpan((to - from) / wanted + 1);
    while (floorTo(to, span) - floorTo(from, span) >= span * wanted) {
        span = niceSpan(span + 1);
    }
    SpanGrid grid;
    grid.from = fromMicros(floorTo(from, span) - offset);
    grid.span = std::chrono::microseconds(span);
    grid.count = static_cast<std::size_t>((floorTo(to, span) - floorTo(from, span)) / span) + 1;
    return grid;
}

} // namespace picket::ui
