// SPDX-License-Identifier: GPL-3.0-or-later
// A list of problems inside one column. Pure; any thread.
#pragma once

#include "core/model/event.h"

#include <string>
#include <string_view>
#include <vector>

namespace picket::store {

[[nodiscard]] std::string packProblems(const std::vector<model::Problem> &problems);
// What packProblems() made; ends where the bytes are damaged.
[[nodiscard]] std::vector<model::Problem> unpackProblems(std::string_view packed);

} // namespace picket::store
