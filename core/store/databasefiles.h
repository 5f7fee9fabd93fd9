// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include <sys/types.h>

namespace picket::store {

// Device and inode: the same for two names of one file, different for a file that was made anew.
struct FileIdentity {
    dev_t device = 0;
    ino_t inode = 0;

    // Nothing when there is no such file.
    [[nodiscard]] static std::optional<FileIdentity> of(const std::string &path);
    [[nodiscard]] static std::optional<FileIdentity> of(int fd);
    friend bool operator==(const FileIdentity &, const FileIdentity &) = default;
};

// The files behind one connection, as they were when it was opened. One thread at a time, that of its connection.
class DatabaseFiles final
{
public:
    DatabaseFiles() = default;
    // Right after the connection was opened.
    explicit DatabaseFiles(std::string database);

    // Where the files are now: what is written to a file that has lost its name is lost with the process.
    enum class Place {
        Unchanged,
        LogGone, // the log or its index was removed or replaced; the database is where it was
        DatabaseGone, // the database was removed, moved or replaced
    };
    // Costs three calls of stat().
    [[nodiscard]] Place place() const;
    // Of the database; 0 when it was not there.
    [[nodiscard]] std::uint64_t inode() const { return m_database ? m_database->inode : 0; }

private:
    std::string m_path;
    std::optional<FileIdentity> m_database;
    // SQLite makes them with the first transaction.
    mutable std::optional<FileIdentity> m_log;
    mutable std::optional<FileIdentity> m_index;
};

} // namespace picket::store
