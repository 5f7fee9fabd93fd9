// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/workspace.h"

#include "core/store/databasefiles.h"

#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <utility>

#include <dirent.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace picket::store {

namespace {

Error systemError(const std::string &path)
{
    const ErrorCode code =
        errno == EROFS || errno == EACCES || errno == EPERM ? ErrorCode::ReadOnly : ErrorCode::CannotOpen;
    return {code, path + ": " + std::strerror(errno)};
}

struct CloseFolder {
    void operator()(DIR *folder) const { ::closedir(folder); }
};

// What Picket leaves in a workspace: the database with its log, index and backups, the lock, uploads and what waits in
// spool files. A new file system has its "lost+found".
bool isOurs(std::string_view name)
{
    return name == "." || name == ".." || name.starts_with("picket.db") || name == "picket.lock" || name == "uploads"
        || name.starts_with("spool-") || name == "lost+found";
}

// A project's folder or /tmp, named by mistake, must not become a workspace.
Result<void> checkFolder(const std::string &folder)
{
    struct stat status {
    };
    if (::stat(folder.c_str(), &status) != 0) {
        return tl::unexpected<Error>(systemError(folder));
    }
    if (!S_ISDIR(status.st_mode)) {
        return failure(ErrorCode::CannotOpen, folder + ": not a folder");
    }
    if (::lstat((folder + "/picket.db").c_str(), &status) == 0) {
        return {};
    }
    const std::unique_ptr<DIR, CloseFolder> listing(::opendir(folder.c_str()));
    if (!listing) {
        return tl::unexpected<Error>(systemError(folder));
    }
    while (const dirent *entry = ::readdir(listing.get())) {
        if (!isOurs(entry->d_name)) {
            return failure(ErrorCode::ForeignFolder);
        }
    }
    return {};
}

// What is made is private; what exists keeps its mode.
Result<void> createFolder(const std::string &folder)
{
    for (std::size_t slash = folder.find('/', 1); slash != std::string::npos; slash = folder.find('/', slash + 1)) {
        const std::string parent = folder.substr(0, slash);
        if (::mkdir(parent.c_str(), 0700) != 0 && errno != EEXIST && errno != EROFS && errno != EACCES) {
            return tl::unexpected<Error>(systemError(parent));
        }
    }
    if (::mkdir(folder.c_str(), 0700) == 0) {
        // Whatever the umask leaves of the mode.
        return ::chmod(folder.c_str(), 0700) == 0 ? Result<void>() : tl::unexpected<Error>(systemError(folder));
    }
    struct stat status {
    };
    const int reason = errno;
    if (::stat(folder.c_str(), &status) != 0) {
        errno = reason == EEXIST ? errno : reason;
        return tl::unexpected<Error>(systemError(folder));
    }
    return checkFolder(folder);
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
    WorkspaceLock lock(fd, paths, who);
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
    , m_paths(std::move(other.m_paths))
    , m_who(std::move(other.m_who))
{
}

WorkspaceLock &WorkspaceLock::operator=(WorkspaceLock &&other) noexcept
{
    std::swap(m_fd, other.m_fd);
    std::swap(m_paths, other.m_paths);
    std::swap(m_who, other.m_who);
    return *this;
}

Result<void> WorkspaceLock::renew()
{
    const auto locked = FileIdentity::of(m_fd);
    if (locked && locked == FileIdentity::of(m_paths.lock)) {
        return {};
    }
    return acquire(m_paths, m_who).map([this](WorkspaceLock &&fresh) { std::swap(m_fd, fresh.m_fd); });
}

WorkspaceLock::~WorkspaceLock()
{
    // The file stays: removing it would let two processes lock two files of the same name.
    if (m_fd >= 0) {
        ::close(m_fd);
    }
}

} // namespace picket::store
