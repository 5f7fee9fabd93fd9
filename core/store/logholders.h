// SPDX-License-Identifier: GPL-3.0-or-later
// Which processes read a database and thereby keep its log from being begun anew.
#pragma once

#include "core/store/databasefiles.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace picket::store {

struct LogHolder {
    std::int64_t process = 0;
    std::string program; // empty: the system does not say
    friend bool operator==(const LogHolder &, const LogHolder &) = default;
};

// The log has grown far beyond the size at which it is moved into the database, because a reader is in the way.
struct HeldLog {
    std::uint64_t bytes = 0;
    std::vector<LogHolder> holders; // empty: the system does not say
};

// Pure. The processes of a /proc/locks that hold a reader's lock on the log's index, without `own`.
[[nodiscard]] std::vector<std::int64_t> readersOf(std::string_view locks, const FileIdentity &index, std::int64_t own);

// Never opens the files: closing a descriptor would give up the locks of this process.
[[nodiscard]] std::vector<LogHolder> findLogHolders(const std::string &databasePath);

} // namespace picket::store
