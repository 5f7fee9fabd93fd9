// SPDX-License-Identifier: GPL-3.0-or-later
// How a breadcrumb reads: pure, any thread.
#pragma once

#include "core/base/time.h"
#include "core/model/event.h"

#include <QString>

#include <chrono>

namespace picket::ui {

// The type under which SDKs and people know a breadcrumb, with the aliases of PROTOCOL C.7: "default" in category
// "console" is "debug". Unknown types stay as they were sent.
[[nodiscard]] std::string breadcrumbType(const model::Breadcrumb &breadcrumb);
[[nodiscard]] QString breadcrumbTypeWord(const std::string &type);
// A name for icon(): every type has one.
[[nodiscard]] QString breadcrumbIconName(const std::string &type);

// The message; without one, what the data says: "GET https://shop.test/cart 200".
[[nodiscard]] QString breadcrumbMessage(const model::Breadcrumb &breadcrumb);

// "−2.31 s", "−3 min 12 s", "+0.5 ms"; relative to the event.
[[nodiscard]] QString relativeTime(std::chrono::microseconds toEvent);

} // namespace picket::ui
