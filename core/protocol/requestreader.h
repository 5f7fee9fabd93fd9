// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/event.h"
#include "core/protocol/coercions.h"

#include <optional>

namespace picket::protocol {

// PROTOCOL C.8. A summary has the URL and the method only, and REMOTE_ADDR in `env`.
[[nodiscard]] std::optional<model::Request> readRequest(const JsonNode &node, const ReadScope &scope);

// PROTOCOL C.9.
[[nodiscard]] std::optional<model::User> readUser(const JsonNode &node, const ReadScope &scope);

// The address that the application saw belongs to its user when the SDK named none; the own machine's does not.
void fillUserAddress(model::Event &event);

} // namespace picket::protocol
