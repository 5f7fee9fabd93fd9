// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/databasefile.h"

#include "core/base/limits.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <memory>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace picket::store {

namespace {

struct Free {
    void operator()(char *text) const { std::free(text); }
};

// SQLite refuses a symbolic link anywhere in the path. A home directory may well be one; only the file itself and what
// the workspace's folder holds must not be.
Result<std::string> pathWithoutLinks(const std::string &path)
{
    const std::size_t slash = path.rfind('/');
    const std::string folder = slash == std::string::npos ? "." : path.substr(0, slash + 1);
    const std::unique_ptr<char, Free> real(::realpath(folder.c_str(), nullptr));
    if (!real) {
        return failure(errno == ENOENT ? ErrorCode::NotFound : ErrorCode::CannotOpen,
                       folder + ": " + std::strerror(errno));
    }
    return std::string(real.get()) + "/" + path.substr(slash + 1);
}

// SQLite takes a file that is shorter than its smallest page for an empty database, and would make one of it.
constexpr off_t smallestPage = 512;

// An existing file is never opened here: closing any descriptor of it would give up the locks that SQLite's connections
// in this process hold on it.
Result<void> checkFile(const std::string &path)
{
    struct stat status {
    };
    if (::lstat(path.c_str(), &status) != 0) {
        return failure(errno == ENOENT ? ErrorCode::NotFound : ErrorCode::CannotOpen,
                       path + ": " + std::strerror(errno));
    }
    if (!S_ISREG(status.st_mode)) {
        return failure(ErrorCode::CannotOpen, path + ": not a file");
    }
    if (status.st_size > 0 && status.st_size < smallestPage) {
        return failure(ErrorCode::Corrupt, path + ": not a database");
    }
    return {};
}

Result<void> createIfMissing(const std::string &path)
{
    auto checked = checkFile(path);
    if (checked || checked.error().code != ErrorCode::NotFound) {
        return checked;
    }
    const int fd = ::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (fd < 0) {
        return failure(ErrorCode::CannotOpen, path + ": " + std::strerror(errno));
    }
    ::close(fd);
    return {};
}

// Of a file that is known to be ours. SQLite gives a new log and a new index the database's mode; old ones may have
// another, and a log that may only be read would make the whole database so.
Result<void> tighten(const std::string &path)
{
    for (const char *suffix : {"", "-wal", "-shm"}) {
        const std::string file = path + suffix;
        struct stat status {
        };
        if (::lstat(file.c_str(), &status) != 0 || (S_ISREG(status.st_mode) && (status.st_mode & 07777) == 0600)) {
            continue;
        }
        if (!S_ISREG(status.st_mode)) {
            return failure(ErrorCode::CannotOpen, file + ": not a file");
        }
        if (::chmod(file.c_str(), 0600) != 0) {
            return failure(ErrorCode::ReadOnly, file + ": " + std::strerror(errno));
        }
    }
    return {};
}

// At opening time, "no such table" and its like mean a file that is not what it says it is.
Error asOpeningError(Error error)
{
    if (error.code == ErrorCode::Internal) {
        error.code = ErrorCode::Corrupt;
    }
    return error;
}

// Looks without touching: closing the last writing connection of a file would already change it.
Result<int> peekVersion(const std::string &path, std::span<const Migration> known)
{
    auto database = Database::open(path, Database::Mode::ReadOnly);
    if (!database) {
        return tl::unexpected<Error>(asOpeningError(std::move(database.error())));
    }
    return schemaVersion(*database, known).map_error(asOpeningError);
}

Result<Database> setUpForReading(const std::string &path, Database::Mode mode, std::span<const Migration> known)
{
    auto database = Database::open(path, mode);
    if (!database) {
        return database;
    }
    const auto settings = database->execute("PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY;"
                                            "PRAGMA cache_size = -"
                                            + std::to_string(limits::readerPageCache / limits::KiB));
    const auto version = settings.and_then([&] { return schemaVersion(*database, known); }).map_error(asOpeningError);
    if (!version) {
        return tl::unexpected<Error>(version.error());
    }
    if (*version == 0) {
        return failure(ErrorCode::NotFound, path);
    }
    return database;
}

// Neither a log nor its index is there, and none can be made.
bool canNotChange(const std::string &path, ErrorCode error)
{
    const auto folder = path.substr(0, path.rfind('/') + 1);
    return (error == ErrorCode::CannotOpen || error == ErrorCode::ReadOnly || error == ErrorCode::IoError)
        && ::faccessat(AT_FDCWD, folder.c_str(), W_OK, AT_EACCESS) != 0 && walSize(path) == 0
        && !FileIdentity::of(path + "-shm");
}

} // namespace

Result<Database> openForWriting(const std::string &path, Durability durability, std::span<const Migration> known)
{
    const auto real = pathWithoutLinks(path);
    if (!real) {
        return failure(ErrorCode::CannotOpen, real.error().detail);
    }
    // A file that turns out to be another program's keeps its mode.
    const auto ours = createIfMissing(*real).and_then([&] { return peekVersion(*real, known); }).and_then([&](int) {
        return tighten(*real);
    });
    if (!ours) {
        return tl::unexpected<Error>(ours.error());
    }
    auto database = Database::open(*real, Database::Mode::ReadWrite);
    if (!database) {
        return database;
    }
    // Checkpoints are the writer's own business, between batches. Nothing temporary ever reaches a disk.
    const std::string settings = "PRAGMA page_size = " + std::to_string(databasePage)
        + "; PRAGMA auto_vacuum = NONE; PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0;"
          "PRAGMA secure_delete = FAST; PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY;"
          "PRAGMA foreign_keys = ON; PRAGMA cache_size = -"
        + std::to_string(limits::writerPageCache / limits::KiB)
        + "; PRAGMA synchronous = " + (durability == Durability::Full ? "FULL" : "NORMAL");
    const auto ready = database->execute(settings)
                           .and_then([&] { return migrate(*database, *real, known); })
                           .map_error(asOpeningError);
    if (!ready) {
        return tl::unexpected<Error>(ready.error());
    }
    return database;
}

Result<Database> openForReading(const std::string &path, std::span<const Migration> known)
{
    const auto real = pathWithoutLinks(path);
    if (!real) {
        return tl::unexpected<Error>(real.error());
    }
    if (auto checked = checkFile(*real); !checked) {
        return tl::unexpected<Error>(std::move(checked.error()));
    }
    auto database = setUpForReading(*real, Database::Mode::ReadOnly, known);
    // A log cannot be made on a medium that cannot be written. Without one the file is whole, and no writer is at work.
    if (!database && canNotChange(*real, database.error().code)) {
        database = setUpForReading(*real, Database::Mode::Immutable, known);
    }
    return database;
}

std::uint64_t walSize(const std::string &databasePath)
{
    struct stat status {
    };
    return ::stat((databasePath + "-wal").c_str(), &status) == 0 ? static_cast<std::uint64_t>(status.st_size) : 0;
}

} // namespace picket::store
