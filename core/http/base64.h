// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace picket::http {

// Standard and URL-safe alphabet, padded or not, line breaks ignored. A blank counts as '+', which is what a form
// decoder makes of it. nullopt for anything else, and for a length that no encoder makes. Pure, any thread.
[[nodiscard]] std::optional<std::string> decodeBase64(std::string_view text);

} // namespace picket::http
