// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/databasefiles.h"

#include <utility>

#include <sys/stat.h>

namespace picket::store {

namespace {

bool isUnchanged(std::optional<FileIdentity> &known, const std::string &path)
{
    const auto current = FileIdentity::of(path);
    if (!known) {
        known = current;
    }
    return known == current;
}

} // namespace

std::optional<FileIdentity> FileIdentity::of(const std::string &path)
{
    struct stat status {
    };
    return ::stat(path.c_str(), &status) == 0 ? std::optional<FileIdentity>({status.st_dev, status.st_ino})
                                              : std::nullopt;
}

std::optional<FileIdentity> FileIdentity::of(int fd)
{
    struct stat status {
    };
    return ::fstat(fd, &status) == 0 ? std::optional<FileIdentity>({status.st_dev, status.st_ino}) : std::nullopt;
}

DatabaseFiles::DatabaseFiles(std::string database)
    : m_path(std::move(database))
    , m_database(FileIdentity::of(m_path))
{
}

DatabaseFiles::Place DatabaseFiles::place() const
{
    if (!m_database || FileIdentity::of(m_path) != m_database) {
        return Place::DatabaseGone;
    }
    const bool hasLog = isUnchanged(m_log, m_path + "-wal");
    const bool hasIndex = isUnchanged(m_index, m_path + "-shm");
    return hasLog && hasIndex ? Place::Unchanged : Place::LogGone;
}

} // namespace picket::store
