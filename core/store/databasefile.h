// SPDX-License-Identifier: GPL-3.0-or-later
// Opening the workspace's database: private, not through a link, ours, and of a version that we know.
#pragma once

#include "core/base/result.h"
#include "core/store/schema/migrations.h"
#include "core/store/sqlite.h"
#include "core/store/writer.h"

#include <span>
#include <string>

namespace picket::store {

// Bytes: seven compressed payloads of 2.2 kB share a page.
inline constexpr std::size_t databasePage = 16384;

// Creates the file when it is missing, migrates it, and sets the connection up for writing. A file that is not ours to
// write is left untouched. Errors: CannotOpen, NewerSchema, Corrupt, IoError, Full, Busy.
[[nodiscard]] Result<Database> openForWriting(const std::string &path, Durability durability,
                                              std::span<const Migration> known = migrations());

// Errors: NotFound (no database, or an empty one), CannotOpen, NewerSchema, Corrupt, IoError, Busy.
[[nodiscard]] Result<Database> openForReading(const std::string &path, std::span<const Migration> known = migrations());

// Size of the database's log.
[[nodiscard]] std::uint64_t walSize(const std::string &databasePath);

} // namespace picket::store
