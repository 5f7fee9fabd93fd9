// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/event.h"

#include <string>
#include <string_view>

namespace picket::grouping {

// What a game engine says about the failure: "Assertion failed: SlotCount > 0" of an Unreal, Unity or Godot context, or
// of the value of a synthetic exception. Without file and line, which change with every edit; several lines where the
// engine wrote several. Empty if no engine says more than the crash itself. `main`: the main exception, or null.
[[nodiscard]] std::string engineFailure(const model::Event &event, const model::Exception *main);

} // namespace picket::grouping
