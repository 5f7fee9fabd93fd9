// SPDX-License-Identifier: GPL-3.0-or-later
// The machine and the process: SystemInfo, MiscInfo, Breakpad's texts of Linux. Pure; any thread.
#pragma once

namespace picket::formats {

struct MinidumpFacts;
class MinidumpSource;

// Fills system, processId, commandLine and distribution.
void readSystem(MinidumpSource &source, MinidumpFacts &facts);

} // namespace picket::formats
