// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/schema/migrations.h"

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <unistd.h>

namespace picket::store {

namespace {

// VACUUM INTO writes into a file that exists when it is empty: ours is private before there is anything in it.
Result<void> createPrivateFile(const std::string &path)
{
    if (::unlink(path.c_str()) != 0 && errno != ENOENT) {
        return failure(ErrorCode::CannotOpen, path + ": " + std::strerror(errno));
    }
    const int fd = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (fd < 0) {
        return failure(ErrorCode::CannotOpen, path + ": " + std::strerror(errno));
    }
    ::close(fd);
    return {};
}

Result<void> backUp(Database &database, const std::string &path)
{
    return createPrivateFile(path).and_then([&]() -> Result<void> {
        Statement copy = database.prepare("VACUUM INTO ?1");
        return copy.run(std::string_view(path));
    });
}

} // namespace

Result<int> schemaVersion(const Database &database, std::span<const Migration> known)
{
    const auto version = database.integer("PRAGMA user_version");
    if (!version) {
        return tl::unexpected<Error>(version.error());
    }
    const auto application = database.integer("PRAGMA application_id");
    const auto tables = database.integer("SELECT count(*) FROM sqlite_schema");
    if (!application || !tables) {
        return tl::unexpected<Error>(application ? tables.error() : application.error());
    }
    if (*application == 0 && *version == 0 && *tables == 0) {
        return 0;
    }
    if (*application != applicationId) {
        return failure(ErrorCode::Corrupt, "the database of another program");
    }
    if (*version > known.back().version) {
        return failure(ErrorCode::NewerSchema, std::to_string(*version));
    }
    const auto ours = database.integer("SELECT count(*) FROM sqlite_schema WHERE type = 'table'"
                                       " AND name IN ('state', 'issue', 'event', 'event_payload', 'delivery')");
    if (!ours || *ours != 5) {
        return ours ? failure(ErrorCode::Corrupt, "tables are missing") : tl::unexpected<Error>(ours.error());
    }
    return static_cast<int>(*version);
}

std::string backupPath(const std::string &databasePath, int from)
{
    return databasePath + ".version-" + std::to_string(from);
}

Result<void> migrate(Database &database, const std::string &databasePath, std::span<const Migration> known)
{
    const auto from = schemaVersion(database, known);
    if (!from) {
        return tl::unexpected<Error>(from.error());
    }
    if (*from == known.back().version) {
        return {};
    }
    if (*from > 0) {
        if (auto copied = backUp(database, backupPath(databasePath, *from)); !copied) {
            return copied;
        }
    }
    auto transaction = Transaction::begin(database, Transaction::Kind::Write);
    if (!transaction) {
        return tl::unexpected<Error>(std::move(transaction.error()));
    }
    for (const Migration &migration : known) {
        if (migration.version <= *from) {
            continue;
        }
        if (auto done = database.execute(migration.sql); !done) {
            done.error().detail = std::string(migration.name) + ": " + done.error().detail;
            return done;
        }
    }
    const std::string marks = "PRAGMA application_id = " + std::to_string(applicationId)
        + "; PRAGMA user_version = " + std::to_string(known.back().version);
    if (auto marked = database.execute(marks); !marked) {
        return marked;
    }
    return transaction->commit();
}

} // namespace picket::store
