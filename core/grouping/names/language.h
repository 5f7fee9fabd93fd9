// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/grouping/platform.h"

#include <cstdint>
#include <string_view>

namespace picket::grouping {

// Languages whose names carry what a build generates, each in its own way.
enum class Language : std::uint8_t { Other, Native, JavaScript, Php, Beam, Dotnet, Jvm, Go, Dart, Ruby };

// By the platform; where that leaves it open ("other", none, Dart's), by the extension of the file.
[[nodiscard]] Language languageOf(std::string_view platform, std::string_view file);

} // namespace picket::grouping
