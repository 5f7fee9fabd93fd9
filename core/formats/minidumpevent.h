// SPDX-License-Identifier: GPL-3.0-or-later
// A minidump as an event (PROTOCOL A.8). Pure; any thread.
#pragma once

#include "core/formats/minidump.h"
#include "core/model/value.h"

#include <string_view>

namespace picket::formats {

// The members of a fatal `native` event, as an event's JSON tree: exception, threads, debug_meta, contexts os, device
// and crashpad, extra. What an SDK said about the crash (release, tags, breadcrumbs …) is merged over it with merged().
[[nodiscard]] model::Value minidumpEvent(const MinidumpFacts &facts);

// The same for a dump that could not be read; `detail` is the error's.
[[nodiscard]] model::Value unreadableMinidumpEvent(std::string_view detail);

} // namespace picket::formats
