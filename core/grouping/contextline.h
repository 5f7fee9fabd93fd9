// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/grouping/framecomponent.h"

namespace picket::grouping {

// The frame's own source line, where its language is shipped as source (PROTOCOL D.4 "context-line").
[[nodiscard]] FrameValue contextLineValue(const FrameComponent &component, TextArena &arena);

} // namespace picket::grouping
