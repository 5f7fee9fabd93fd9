// SPDX-License-Identifier: GPL-3.0-or-later
// What the crashed program told Crashpad about itself. Pure; any thread.
#pragma once

namespace picket::formats {

struct MinidumpFacts;
class MinidumpSource;

// Fills annotations, of the process and of modules. After readModules(). limits::minidumpAnnotations in all.
void readAnnotations(MinidumpSource &source, MinidumpFacts &facts);

} // namespace picket::formats
