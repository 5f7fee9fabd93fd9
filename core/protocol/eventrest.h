// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/protocol/eventkeys.h"
#include "core/protocol/leftovers.h"

namespace picket::protocol {

// The attributes of an event that no other reader has a place for, and what these left over; interfaces by their newer
// names. After all of them.
[[nodiscard]] model::Value readOther(const JsonNode &root, const EventFields &fields, const Leftovers &left,
                                     const ReadScope &scope);

} // namespace picket::protocol
