// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/event.h"
#include "core/protocol/json.h"

namespace picket::protocol {

// The name, address and size of each image in `debug_meta`, which grouping needs to identify frames without a name.
// Absent when every frame of the event has a name.
[[nodiscard]] model::Value readImagesOfNamelessFrames(const JsonNode &debugMeta, const model::Event &event);

} // namespace picket::protocol
