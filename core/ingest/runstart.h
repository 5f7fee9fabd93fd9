// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "core/model/event.h"

#include <optional>

namespace picket::ingest {

// When the program that sent the event began to run, as contexts.app.app_start_time tells: RFC 3339 text or seconds
// since 1970. What lies behind the event, or further before it than limits::runAge, is no start of this run. Pure, any
// thread.
[[nodiscard]] std::optional<Timestamp> runStart(const model::Event &event);

} // namespace picket::ingest
