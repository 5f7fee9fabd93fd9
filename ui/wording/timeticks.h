// SPDX-License-Identifier: GPL-3.0-or-later
// How an axis of time reads, in local time. Pure but for the system's time zone; any thread.
#pragma once

#include "ui/wording/timescale.h"

#include <QDate>
#include <QString>

#include <vector>

namespace picket::ui {

struct TimeTick {
    Timestamp time;
    QString label; // "10:05:15", "10:05:15.250", at midnight "31 Jan", at new year "1 Jan 2026"
};

// At whole steps of the local time, in order, so far from each other that labels of `charWidth` pixels a character do
// not meet.
[[nodiscard]] std::vector<TimeTick> timeTicks(const TimeScale &scale, double charWidth);

// "10:02:15 – 10:05:20"; with the day when it is not today, as exact as the range is short.
[[nodiscard]] QString rangeText(const store::TimeRange &range, const QDate &today);

// How far the local time is ahead of UTC at that moment.
[[nodiscard]] std::chrono::microseconds utcOffset(Timestamp time);

} // namespace picket::ui
