// SPDX-License-Identifier: GPL-3.0-or-later
// Typed attributes of logs and spans as plain values. Pure; any thread.
#pragma once

#include "core/model/value.h"
#include "core/protocol/json.h"

namespace picket::formats {

// {"key": {"value": v, "type": t, "unit": u}} -> {"key": v}; a value without the wrapper is taken as it is.
[[nodiscard]] model::Value plainAttributes(const protocol::JsonNode &attributes);

// OpenTelemetry's [{"key": k, "value": {"string_value": v}}] -> {k: v}; also in camel case, lists and maps included.
[[nodiscard]] model::Value otelAttributes(const protocol::JsonNode &attributes);
// OpenTelemetry's {"int_value": "5"} -> 5.
[[nodiscard]] model::Value otelValue(const protocol::JsonNode &wrapped);

} // namespace picket::formats
