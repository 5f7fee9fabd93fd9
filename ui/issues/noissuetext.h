// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <QString>

namespace picket::ui {

class IssueScope;

// Why the list of issues may be empty: what the scope asks for, a line for each part of it.
[[nodiscard]] QString noIssueText(const IssueScope &scope, Timestamp now);

} // namespace picket::ui
