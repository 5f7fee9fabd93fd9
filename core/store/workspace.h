// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace picket::store {

// A folder (0700 when it is made here) with one database (0600): "<folder>/picket.db". Paths are UTF-8.
struct WorkspacePaths {
    std::string folder;
    std::string database;
    std::string lock;
};
[[nodiscard]] WorkspacePaths workspacePaths(std::string_view folder);

// $XDG_DATA_HOME/picket/default
[[nodiscard]] std::string defaultWorkspaceFolder();

// Holds the workspace: one owner at a time, whether a window or `serve`. The lock goes with the process, whatever ends
// it. Errors: Busy, whose detail says who holds it ("picket serve, process 4711"); ForeignFolder; ReadOnly; CannotOpen.
class WorkspaceLock final
{
public:
    // Creates the folder when it is missing; one that exists keeps its mode, and is refused when it has other things in
    // it than a workspace has. `who` is what others are told: "picket serve".
    [[nodiscard]] static Result<WorkspaceLock> acquire(const WorkspacePaths &paths, std::string_view who);

    WorkspaceLock(WorkspaceLock &&other) noexcept;
    WorkspaceLock &operator=(WorkspaceLock &&other) noexcept;
    ~WorkspaceLock();

    // A lock on a file that has lost its name keeps no one out. When the folder or the file was removed or moved, both
    // are made anew and locked. Errors: those of acquire(); the old lock then stays.
    [[nodiscard]] Result<void> renew();

private:
    WorkspaceLock(int fd, WorkspacePaths paths, std::string_view who)
        : m_fd(fd)
        , m_paths(std::move(paths))
        , m_who(who)
    {
    }
    int m_fd = -1;
    WorkspacePaths m_paths;
    std::string m_who;
};

} // namespace picket::store
