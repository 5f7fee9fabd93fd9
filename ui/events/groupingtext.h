// SPDX-License-Identifier: GPL-3.0-or-later
// The words people see for the codes of core/grouping. Any thread; pure.
#pragma once

#include "core/model/grouping.h"

#include <QString>

#include <string_view>

namespace picket::ui {

// Why a part counts or why not; empty for a code that has no words (a test asserts that there is none).
[[nodiscard]] QString groupingHintText(std::string_view hint);

// "stack trace" for "stacktrace"; unknown ids as they are, with blanks for underscores.
[[nodiscard]] QString groupingPartName(std::string_view id);

[[nodiscard]] QString hashText(const model::GroupingHash &hash);

} // namespace picket::ui
