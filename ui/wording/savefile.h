// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

#include <string_view>

namespace picket::ui {

// Writes all of it or nothing, any thread; the answer is its size. Errors: IoError.
[[nodiscard]] Result<qint64> saveFile(const QString &path, std::string_view bytes);

} // namespace picket::ui
