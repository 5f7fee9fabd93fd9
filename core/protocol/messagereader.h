// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/event.h"
#include "core/protocol/coercions.h"

#include <optional>
#include <string>
#include <string_view>

namespace picket::protocol {

// PROTOCOL C.2. `logentry` is the attribute of that name or its legacy alias; `message` the one beside it, which SDKs
// send instead of it or as its formatted text.
[[nodiscard]] model::LogEntry readLogEntry(const JsonNode &logentry, const JsonNode &message, const ReadScope &scope);

// Puts the parameters into a template: printf conversions ("%s", "%(name)s", "%1$s") or braces ("{}", "{0}",
// "{name}"). nullopt when placeholders and parameters do not fit together.
[[nodiscard]] std::optional<std::string> interpolate(std::string_view message, const JsonNode &params);

} // namespace picket::protocol
