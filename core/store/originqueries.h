// SPDX-License-Identifier: GPL-3.0-or-later
// Who was refused because of where the page came from, and who was let in since; on anybody's connection.
#pragma once

#include "core/base/result.h"
#include "core/model/rows.h"
#include "core/store/sqlite.h"

#include <string>
#include <vector>

namespace picket::store {

[[nodiscard]] Result<std::vector<model::BlockedOrigin>> readBlockedOrigins(const Database &database);
// In the order in which they were allowed.
[[nodiscard]] Result<std::vector<std::string>> readAllowedOrigins(const Database &database);

} // namespace picket::store
