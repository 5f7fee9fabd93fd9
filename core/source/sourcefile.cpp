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

// The innermost of `folders` that holds `path`, as it was given; its canonical length tells how deep it lies.
struct Holder {
    std::string folder;
    std::size_t depth = 0;
};
Holder holderOf(std::string_view path, const std::vector<std::string> &folders)
{
    Holder holder;
    for (const std::string &folder : folders) {
        const std::string real = canonical(folder);
        if (real.size() > holder.depth && isBelow(path, real)) {
            holder = {folder, real.size()};
        }
    }
    return holder;
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

SourceFile findSourceFile(std::string_view path, const FolderChoices &choices)
{
    using State = SourceFile::State;
    SourceFile file;
    if (!mayLookAt(path)) {
        return file;
    }
    std::string real = canonical(std::string(path));
    if (real.empty() || !mayLookAt(real) || !isRegular(real)) {
        return file;
    }
    const Holder agreed = holderOf(real, choices.agreed);
    const Holder refused = holderOf(real, choices.refused);
    file.path = real;
    if (agreed.depth == 0 && refused.depth == 0) {
        std::optional<std::string> root = projectRoot(real, canonical(choices.home));
        file.state = root ? State::Unasked : State::Unaskable;
        file.folder = root ? std::move(*root) : std::string();
        return file;
    }
    if (refused.depth >= agreed.depth) {
        file.state = State::Refused;
        return file;
    }
    file.folder = agreed.folder;
    auto text = readWhole(real);
    if (text) {
        file.state = State::Read;
        file.text = std::move(*text);
    } else if (text.error().code == ErrorCode::NotFound) {
        return {}; // it went away meanwhile
    } else {
        file.state = State::Failed;
        file.error = text.error().code;
    }
    return file;
}

} // namespace picket::source
