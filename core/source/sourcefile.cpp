// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/sourcefile.h"

#include "core/base/limits.h"
#include "core/source/projectroot.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <climits>
#include <cstdlib>
#include <fcntl.h>
#include <memory>
#include <optional>
#include <sys/stat.h>
#include <unistd.h>

namespace picket::source {

namespace {

// What lies there is no source, and to look may itself do something: start a device, or mount another machine's disk.
constexpr std::array neverLookedAt = std::to_array<std::string_view>({"/proc", "/sys", "/dev", "/net"});

class File final
{
public:
    explicit File(int fd)
        : m_fd(fd)
    {
    }
    File(const File &) = delete;
    File &operator=(const File &) = delete;
    ~File()
    {
        if (m_fd >= 0) {
            close(m_fd);
        }
    }

    [[nodiscard]] int fd() const { return m_fd; }

private:
    const int m_fd;
};

struct FreeText {
    void operator()(char *text) const { std::free(text); } // NOLINT: realpath() allocates with malloc()
};

// Empty when there is nothing.
std::string canonical(const std::string &path)
{
    const std::unique_ptr<char, FreeText> resolved(realpath(path.c_str(), nullptr));
    return resolved ? std::string(resolved.get()) : std::string();
}

bool mayLookAt(std::string_view path)
{
    return path.starts_with('/') && path.size() < PATH_MAX && path.find('\0') == std::string_view::npos
        && std::none_of(neverLookedAt.begin(), neverLookedAt.end(),
                        [&](std::string_view folder) { return isBelow(path, folder); });
}

bool isRegular(const std::string &path)
{
    struct stat found {
    };
    return lstat(path.c_str(), &found) == 0 && S_ISREG(found.st_mode);
}

// The innermost of `folders` that holds `path`; empty: none.
std::string_view holderOf(std::string_view path, const std::vector<std::string> &folders)
{
    std::string_view holder;
    for (const std::string &folder : folders) {
        if (folder.size() > holder.size() && isBelow(path, folder)) {
            holder = folder;
        }
    }
    return holder;
}

// Empty for what is no link.
std::string linkTarget(const std::string &path)
{
    std::array<char, PATH_MAX> target{};
    const ssize_t length = readlink(path.c_str(), target.data(), target.size());
    return {target.data(), length > 0 ? static_cast<std::size_t>(length) : 0};
}

// Follows the links of `rest` one by one while they stay below `root` (canonical), which the system's own functions do
// not. The result is canonical when it lies below `root`; else it names the place outside, which was not looked at.
// Empty: too many links.
std::string followBelow(const std::string &root, std::string_view rest)
{
    std::string pending(rest);
    std::string path = root;
    std::size_t links = 0;
    while (!pending.empty()) {
        const std::string part = pending.substr(0, pending.find('/'));
        pending.erase(0, part.size() + 1);
        path = normalPath(path + '/' + part);
        if (path != root && !isBelow(path, root)) {
            return normalPath(path + '/' + pending);
        }
        const std::string target = linkTarget(path);
        if (target.empty()) {
            continue;
        }
        if (++links > limits::sourceLinks) {
            return {};
        }
        pending = target + '/' + pending;
        path = parentFolder(path);
        if (target.starts_with('/')) {
            const std::string place = normalPath(pending);
            if (!isBelow(place, root)) {
                return place;
            }
            path = root;
            pending = place.substr(root.size() + 1);
        }
    }
    return path;
}

// Between the look at the path and the opening somebody may have exchanged a folder for a link: what was opened counts.
bool isOpened(int fd, const std::string &path)
{
    std::array<char, PATH_MAX> opened{};
    const ssize_t length = readlink(("/proc/self/fd/" + std::to_string(fd)).c_str(), opened.data(), opened.size());
    return length > 0 && std::string_view(opened.data(), static_cast<std::size_t>(length)) == path;
}

Result<std::string> readWhole(const std::string &path)
{
    // Without O_NONBLOCK the opening of a FIFO would wait for a writer.
    const File file(open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC | O_NOCTTY));
    struct stat found {
    };
    if (file.fd() < 0) {
        return failure(errno == ENOENT ? ErrorCode::NotFound : ErrorCode::IoError);
    }
    if (fstat(file.fd(), &found) != 0 || !S_ISREG(found.st_mode) || !isOpened(file.fd(), path)) {
        return failure(ErrorCode::NotFound);
    }
    if (static_cast<std::uint64_t>(found.st_size) > limits::sourceFile) {
        return failure(ErrorCode::TooLarge);
    }
    // It may grow while it is read.
    std::string text(static_cast<std::size_t>(found.st_size) + 1, '\0');
    std::size_t length = 0;
    while (true) {
        if (length == text.size()) {
            if (length > limits::sourceFile) {
                return failure(ErrorCode::TooLarge);
            }
            text.resize(std::min(length * 2, limits::sourceFile + 1));
        }
        const ssize_t count = read(file.fd(), text.data() + length, text.size() - length);
        if (count < 0 && errno != EINTR) {
            return failure(ErrorCode::IoError);
        }
        if (count == 0) {
            break;
        }
        length += count > 0 ? static_cast<std::size_t>(count) : 0;
    }
    text.resize(length);
    if (static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')) > limits::sourceFileLines) {
        return failure(ErrorCode::TooLarge);
    }
    return text;
}

SourceFile readAgreed(const std::string &folder, const std::string &path)
{
    using State = SourceFile::State;
    SourceFile file;
    file.folder = folder;
    file.path = path;
    file.state = State::Missing;
    if (!mayLookAt(path) || !isRegular(path)) {
        return file;
    }
    auto text = readWhole(path);
    if (text) {
        file.state = State::Read;
        file.text = std::move(*text);
    } else if (text.error().code != ErrorCode::NotFound) {
        file.state = State::Failed;
        file.error = text.error().code;
    }
    return file;
}

} // namespace

std::string_view sourcePath(const model::Frame &frame)
{
    for (const std::string *path : {&frame.absPath, &frame.filename}) {
        if (path->starts_with('/')) {
            return *path;
        }
    }
    return {};
}

SourceFile judgePath(std::string_view path, std::string_view shortName, const FolderChoices &choices)
{
    using State = SourceFile::State;
    SourceFile file;
    std::string normal = path.size() < PATH_MAX ? normalPath(path) : std::string();
    if (!mayLookAt(path) || !mayLookAt(normal) || normal == "/") {
        return file;
    }
    const std::string_view agreed = holderOf(normal, choices.agreed);
    const std::string_view refused = holderOf(normal, choices.refused);
    if (agreed.empty() && refused.empty()) {
        std::optional<std::string> root = projectRoot(normal, shortName, choices.home);
        file.state = root ? State::Unasked : State::Unaskable;
        file.folder = root ? std::move(*root) : std::string();
    } else {
        file.state = refused.size() >= agreed.size() ? State::Refused : State::Agreed;
        file.folder = file.state == State::Agreed ? agreed : std::string_view();
    }
    file.path = std::move(normal);
    return file;
}

SourceFile findSourceFile(std::string_view path, std::string_view shortName, const FolderChoices &choices)
{
    SourceFile file = judgePath(path, shortName, choices);
    // A link may lead from one agreed folder into another.
    for (std::size_t i = 0; i < limits::sourceLinks && file.state == SourceFile::State::Agreed; ++i) {
        const std::string root = canonical(file.folder);
        const std::string found =
            root.empty() ? root : followBelow(root, std::string_view(file.path).substr(file.folder.size() + 1));
        if (isBelow(found, root)) {
            // A folder in between may have been refused.
            const SourceFile inside = judgePath(file.folder + found.substr(root.size()), {}, choices);
            return inside.state == SourceFile::State::Agreed ? readAgreed(inside.folder, found) : inside;
        }
        if (found.empty() || found == root) {
            break;
        }
        file = judgePath(found, {}, choices);
    }
    if (file.state == SourceFile::State::Agreed) {
        file.state = SourceFile::State::Missing;
    }
    return file;
}

} // namespace picket::source
