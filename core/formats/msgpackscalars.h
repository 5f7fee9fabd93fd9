// SPDX-License-Identifier: GPL-3.0-or-later
// MessagePack's values without children, as the model holds them. Pure; any thread.
#pragma once

#include "core/base/time.h"
#include "core/model/value.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace picket::formats {

// Digits that read back as the same number; whole numbers keep a fraction, so that they stay floats. nullopt for NaN
// and infinities.
[[nodiscard]] std::optional<std::string> float32Token(std::uint32_t bits);
[[nodiscard]] std::optional<std::string> float64Token(std::uint64_t bits);

// Extension -1. nullopt for other sizes and for times beyond the years 0001 to 9999.
[[nodiscard]] std::optional<Timestamp> msgpackTimestamp(std::string_view bytes);

// A map's key as text. That of a container is not its content: quoting nested keys doubles in length at every level.
[[nodiscard]] std::string msgpackKey(const model::Value &key);

} // namespace picket::formats
