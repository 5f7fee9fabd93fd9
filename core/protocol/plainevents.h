// SPDX-License-Identifier: GPL-3.0-or-later
// Events without an envelope around them, as hand-made clients post them. Pure; any thread.
#pragma once

#include "core/protocol/json.h"

#include <string_view>
#include <vector>

namespace picket::protocol {

// Whether an object is an event rather than an envelope's header or an item's: it has attributes that only events
// have, or not one that headers have.
[[nodiscard]] bool looksLikeEvent(const JsonNode &object);

// The JSON objects that `bytes` consist of: a list of them, or one behind the other. What cannot be told apart, such as
// an end that is missing, belongs to the last one. At most limits::envelopeItems: the last one then holds the rest.
[[nodiscard]] std::vector<std::string_view> plainObjects(std::string_view bytes);

// The same when the first one looks like an event; else empty.
[[nodiscard]] std::vector<std::string_view> plainEvents(std::string_view bytes);

} // namespace picket::protocol
