// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/grouping/framecomponent.h"

namespace picket::grouping {

// The frame belongs to a logging library, or to the bridge between it and the SDK: every log record has it, so that it
// distinguishes none.
[[nodiscard]] bool isLoggingFrame(const FrameComponent &frame);

} // namespace picket::grouping
