// SPDX-License-Identifier: GPL-3.0-or-later
// Texts that SDKs, runtimes and compilers write where a name is missing. Pure; any thread.
#pragma once

#include "core/model/event.h"

#include <string_view>

namespace picket::model {

// A text that stands for "no name": "?", "<anonymous>", "<ScriptBlock>", "(unknown)" … Also true for an empty one.
[[nodiscard]] bool isPlaceholder(std::string_view name);

// The line between two parts of an asynchronous call, which some languages list among the frames: "<asynchronous
// suspension>" (Dart), "--- End of stack trace from previous location ---" (.NET), "_COROUTINE._BOUNDARY" (Kotlin) …
[[nodiscard]] bool isGapText(std::string_view text);

// The frame is such a line, not a call.
[[nodiscard]] bool isAsynchronousGap(const Frame &frame);

} // namespace picket::model
