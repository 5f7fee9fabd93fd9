// SPDX-License-Identifier: GPL-3.0-or-later
// Loaded images with the identifiers by which symbols are found (PROTOCOL C.10). Pure; any thread.
#pragma once

namespace picket::formats {

struct MinidumpFacts;
class MinidumpSource;

// Fills modules. After readSystem(), which says what kind of images they are.
void readModules(MinidumpSource &source, MinidumpFacts &facts);

} // namespace picket::formats
