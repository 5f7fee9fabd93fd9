// SPDX-License-Identifier: GPL-3.0-or-later
// How monitors, sessions and reports of what was dropped read: pure, any thread.
#pragma once

#include "core/base/time.h"
#include "core/model/telemetry.h"

#include <QString>

namespace picket::ui {

// The schedule in a monitor's configuration: "crontab 0 * * * * (Europe/Berlin)", "every 5 minutes"; empty if it tells
// none.
[[nodiscard]] QString scheduleText(const std::string &config);

// "in_progress" -> "in progress"
[[nodiscard]] QString checkInWord(const std::string &status);

// "99.87 %": never rounded up to 100 while a session crashed. "–" when none was started.
[[nodiscard]] QString crashFreeText(const model::ReleaseHealthRow &row);

// Who dropped it: "discarded by the SDK", "rate limited by a gateway" …
[[nodiscard]] QString discardedByText(const std::string &list);
// "removed by before_send (before_send)"; reasons that are not known as they were sent.
[[nodiscard]] QString discardReasonText(const std::string &reason);
// "log_item" -> "log item"
[[nodiscard]] QString categoryWord(const std::string &category);

// Local: today "10:05:07", else "31 Jan 10:05"; with the year when it is another one.
[[nodiscard]] QString dateTime(Timestamp time);

} // namespace picket::ui
