// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace picket::http {

// Lets this process open as many files as the system allows it to. At its start, before any thread.
void raiseFileLimit();

// How many connections of `wanted` may be open at a time, so that each can spool its body and other parts of the
// process still find descriptors. Never 0.
[[nodiscard]] std::size_t connectionsWithinFileLimit(std::size_t wanted);

} // namespace picket::http
