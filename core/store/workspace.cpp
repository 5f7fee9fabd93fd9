// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/workspace.h"

#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace picket::store {

namespace {

Error systemError(const std::string &path)
{
    return {ErrorCode::CannotOpen, path + ": " + std::strerror(errno)};
}

// Parents get the usual mode, the workspace's own folder is private: also when somebody made it before us.
Result<void> createFolder(const std::string &folder)
{
    for (std::size_t slash = folder.find('/', 1); slash != std::string::npos; slash = folder.find('/', slash + 1)) {
        const std::string parent = folder.substr(0, slash);
        if (::mkdir(parent.c_str(), 0700) != 0 && errno != EEXIST) {
            return tl::unexpected<Error>(systemError(parent));
        }
    }
    if (::mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST) {
        return tl::unexpected<Error>(systemError(folder));
    }
    struct stat status {
    };
    if (::stat(folder.c_str(), &status) != 0 || !S_ISDIR(status.st_mode)) {
        return failure(ErrorCode::CannotOpen, folder + ": not a folder");
    }
    if ((status.st_mode & 0777) != 0700 && ::chmod(folder.c_str(), 0700) != 0) {
        return tl::unexpected<Error>(systemError(folder));
    }
    return {};
}

std::string holder(int fd)
{
    std::array<char, 256> text{};
    const ssize_t size = ::pread(fd, text.data(), text.size(), 0);
    return std::string(text.data(), size > 0 ? static_cast<std::size_t>(size) : 0);
}

} // namespace

WorkspacePaths workspacePaths(std::string_view folder)
{
    while (folder.size() > 1 && folder.back() == '/') {
        folder.remove_suffix(1);
    }
    const std::string base(folder);
    return {base, base + "/picket.db", base + "/picket.lock"};
}

std::string defaultWorkspaceFolder()
{
    const char *data = std::getenv("XDG_DATA_HOME");
    if (data && data[0] == '/') { // a relative one is to be ignored, says the XDG specification
        return std::string(data) + "/picket/default";
    }
    const char *home = std::getenv("HOME");
    return std::string(home ? home : "") + "/.local/share/picket/default";
}

Result<WorkspaceLock> WorkspaceLock::acquire(const WorkspacePaths &paths, std::string_view who)
{
    if (auto created = createFolder(paths.folder); !created) {
        return tl::unexpected<Error>(std::move(created.error()));
    }
    const int fd = ::open(paths.lock.c_str(), O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK, 0600);
    if (fd < 0) {
        return tl::unexpected<Error>(systemError(paths.lock));
    }
    WorkspaceLock lock(fd);
    if (::flock(fd, LOCK_EX | LOCK_NB) != 0) {
        return errno == EWOULDBLOCK ? failure(ErrorCode::Busy, holder(fd))
                                    : tl::unexpected<Error>(systemError(paths.lock));
    }
    const std::string text = std::string(who) + ", process " + std::to_string(::getpid());
    // Only what others are told depends on this: a full disk must not keep anybody out.
    if (::fchmod(fd, 0600) != 0 || ::ftruncate(fd, 0) != 0
        || ::pwrite(fd, text.data(), text.size(), 0) != static_cast<ssize_t>(text.size())) {
        errno = 0;
    }
    return lock;
}

WorkspaceLock::WorkspaceLock(WorkspaceLock &&other) noexcept
    : m_fd(std::exchange(other.m_fd, -1))
{
}

WorkspaceLock &WorkspaceLock::operator=(WorkspaceLock &&other) noexcept
{
    std::swap(m_fd, other.m_fd);
    return *this;
}

WorkspaceLock::~WorkspaceLock()
{
    // The file stays: removing it would let two processes lock two files of the same name.
    if (m_fd >= 0) {
        ::close(m_fd);
    }
}

} // namespace picket::store
