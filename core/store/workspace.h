// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <memory>
#include <string>

namespace picket::store {

// A folder (0700) with one database (0600): "<folder>/picket.db". Paths are UTF-8.
struct WorkspacePaths {
    std::string folder;
    std::string database;
    std::string lock;
};
[[nodiscard]] WorkspacePaths workspacePaths(std::string_view folder);

// $XDG_DATA_HOME/picket/default
[[nodiscard]] std::string defaultWorkspaceFolder();

// Holds the workspace: one owner at a time, whether a window or `serve`. The lock goes with the process, whatever ends
// it. Errors: Busy, whose detail says who holds it ("picket serve, process 4711"); CannotOpen.
class WorkspaceLock final
{
public:
    // Creates the folder when it is missing. `who` is what others are told: "picket serve".
    [[nodiscard]] static Result<WorkspaceLock> acquire(const WorkspacePaths &paths, std::string_view who);

    WorkspaceLock(WorkspaceLock &&other) noexcept;
    WorkspaceLock &operator=(WorkspaceLock &&other) noexcept;
    ~WorkspaceLock();

private:
    explicit WorkspaceLock(int fd)
        : m_fd(fd)
    {
    }
    int m_fd = -1;
};

} // namespace picket::store
