// SPDX-License-Identifier: GPL-3.0-or-later
// Crash dumps whose formats belong to others and are not read here (PROTOCOL C.18). Pure; any thread.
#pragma once

#include "core/model/value.h"

#include <string_view>

namespace picket::formats {

// The members of a fatal `native` event that says what kind of dump came: "unreal_report",
// "playstation.prosperodump", "nswitch.dying_message", "event.applecrashreport"; absent for any other attachment type.
[[nodiscard]] model::Value foreignCrashEvent(std::string_view attachmentType);

} // namespace picket::formats
