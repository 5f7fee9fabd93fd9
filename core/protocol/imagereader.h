// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/event.h"
#include "core/protocol/json.h"

namespace picket::protocol {

// Of `debug_meta` what tells frames without a name apart: the name, address and size of each image. Absent when every
// frame of the event has a name.
[[nodiscard]] model::Value readImagesOfNamelessFrames(const JsonNode &debugMeta, const model::Event &event);

} // namespace picket::protocol
