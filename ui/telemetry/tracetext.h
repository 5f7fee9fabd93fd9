// SPDX-License-Identifier: GPL-3.0-or-later
// How traces and what happened in them read: pure, any thread.
#pragma once

#include "core/model/level.h"
#include "core/model/telemetry.h"

#include <QString>

namespace picket::ui {

// "450 µs", "31.2 ms", "1.24 s", "3 min 12 s", "2 h 5 min", "3 d"
[[nodiscard]] QString spanDuration(std::chrono::microseconds duration);
// "+31.2 ms"; before the beginning "−1.24 s", at it "0"
[[nodiscard]] QString spanOffset(std::chrono::microseconds offset);

// The status of a span that went wrong. "cancelled" and "unknown" did not.
[[nodiscard]] bool isFailure(std::string_view spanStatus);
// "internal_error" -> "internal error"
[[nodiscard]] QString spanStatusWord(const std::string &spanStatus);

// By which a log is coloured.
[[nodiscard]] model::Level levelOf(model::Severity severity);

// "12 spans · 3 events · 40 logs"; of a list that was cut "showing 2,000 of 13,331 spans".
[[nodiscard]] QString tracePartsText(const model::TraceParts &parts);

} // namespace picket::ui
