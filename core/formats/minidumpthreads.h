// SPDX-License-Identifier: GPL-3.0-or-later
// Threads, their names, and what crashed. Pure; any thread.
#pragma once

namespace picket::formats {

struct MinidumpFacts;
class MinidumpSource;

// Fills threads. After readSystem(), whose architecture says how contexts are laid out.
void readThreads(MinidumpSource &source, MinidumpFacts &facts);
// Fills exception. After readSystem().
void readException(MinidumpSource &source, MinidumpFacts &facts);

} // namespace picket::formats
