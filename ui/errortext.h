// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

namespace picket::ui {

// The sentence for a person; `subject` is the workspace, address or id that it is about. Plain text.
[[nodiscard]] QString errorText(const Error &error, const QString &subject);

} // namespace picket::ui
