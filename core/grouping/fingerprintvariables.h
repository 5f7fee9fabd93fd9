// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/grouping/eventcomponents.h"

#include <string>
#include <string_view>

namespace picket::grouping {

// "transaction" of "{{ transaction }}"; empty if the entry is no variable as a whole.
[[nodiscard]] std::string_view variableName(std::string_view entry);

// What the event has for it, or the placeholder such as "<no-transaction>" (PROTOCOL D.3).
[[nodiscard]] std::string variableValue(std::string_view name, const EventComponents &components);

} // namespace picket::grouping
