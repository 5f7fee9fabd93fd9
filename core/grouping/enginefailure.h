// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/event.h"

#include <string>
#include <string_view>

namespace picket::grouping {

// The failure text of a game engine, such as "Assertion failed: SlotCount > 0": from an Unreal, Unity or Godot context,
// or from the value of a synthetic exception. Without file and line, which change with every edit; may have several
// lines. Empty if there is none, or if it only repeats the crash. `main`: the main exception, or null.
[[nodiscard]] std::string engineFailure(const model::Event &event, const model::Exception *main);

} // namespace picket::grouping
