// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/event.h"
#include "core/protocol/coercions.h"

#include <optional>
#include <string>
#include <string_view>

namespace picket::protocol {

// PROTOCOL C.4. Absent when there is neither a frame nor a register: such a stack says nothing and must not stand in
// the way of one from elsewhere. `key` is its name in the object around it, which keeps what is left over of it.
[[nodiscard]] std::optional<model::Stacktrace> readStacktrace(const JsonNode &node, std::string_view key,
                                                              const ReadScope &scope);

// PROTOCOL C.6.
[[nodiscard]] std::optional<model::Template> readTemplate(const JsonNode &node, const ReadScope &scope);

// A platform's known name in lower case; "other" for unknown ones, empty for an empty text.
[[nodiscard]] std::string normalisedPlatform(std::string_view text);
// … of the member `platform`; an unknown name is kept beside it.
[[nodiscard]] std::string readPlatform(const JsonNode &node, const ReadScope &scope);

} // namespace picket::protocol
