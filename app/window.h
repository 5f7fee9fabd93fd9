// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline.h"

namespace picket::app {

// `picket`: the window, with its own listener, or as the live viewer of a workspace that somebody else owns. Returns
// the exit code.
[[nodiscard]] int runWindow(int &argc, char **argv, const CommandLine &line);

} // namespace picket::app
