// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/sqlite.h"

#include <span>
#include <string>

namespace picket::store {

// One numbered file of resources/schema. Files that were released are never edited: a change is a new file.
struct Migration {
    int version;
    const char *name;
    const char *sql;
};

// All of them, in order: generated at build time.
[[nodiscard]] std::span<const Migration> migrations();

// PRAGMA application_id of our files ("PCKT"): a database without it belongs to somebody else.
inline constexpr std::int64_t applicationId = 0x50434b54;

// 0: an empty database. Errors: NewerSchema (than the last of `known`), Corrupt (damaged, or not ours).
[[nodiscard]] Result<int> schemaVersion(const Database &database, std::span<const Migration> known);

// Where the copy goes that is made before a file of version `from` is changed.
[[nodiscard]] std::string backupPath(const std::string &databasePath, int from);

// Brings the database up to the last of `known`, in one transaction. An existing one is copied first; the copy stays.
// Errors: those of schemaVersion(), CannotOpen (the copy), Full, IoError.
[[nodiscard]] Result<void> migrate(Database &database, const std::string &databasePath,
                                   std::span<const Migration> known);

} // namespace picket::store
