// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace picket::grouping {

// Platforms that name their functions and files alike (PROTOCOL D.4).
enum class Family : std::uint8_t { Other, Native, JavaScript };

[[nodiscard]] inline Family familyOf(std::string_view platform)
{
    if (platform == "native" || platform == "cocoa" || platform == "objc" || platform == "swift" || platform == "c") {
        return Family::Native;
    }
    if (platform == "javascript" || platform == "node") {
        return Family::JavaScript;
    }
    return Family::Other;
}

} // namespace picket::grouping
