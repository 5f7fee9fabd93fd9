// SPDX-License-Identifier: GPL-3.0-or-later
// Workspaces to measure the window with.
#pragma once

#include "tests/bench/loadclient.h"

#include <string>

namespace picket::bench {

// `events` of the templates, spread over the last weeks, through the same code as the pipeline's. Exits when it cannot.
void fillWorkspace(const std::string &folder, const Templates &templates, std::size_t events);

// So many issues of one event each, put straight into the tables: through the writer it would take a quarter of an
// hour.
void fillIssues(const std::string &folder, std::size_t issues);

} // namespace picket::bench
