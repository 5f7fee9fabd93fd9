// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline.h"

namespace picket::app {

// issues, events, show, deliveries: read-only, with or without an owner of the workspace. Returns the exit code.
[[nodiscard]] int runListCommand(const CommandLine &line);

} // namespace picket::app
