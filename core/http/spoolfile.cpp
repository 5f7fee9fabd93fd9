// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/spoolfile.h"

#include "core/base/limits.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/statvfs.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <system_error>

namespace picket::http {

namespace {

// How often the disk is asked, per file: many small ones grow at the same time.
constexpr std::size_t betweenChecks = limits::MiB;
constexpr auto checkInterval = std::chrono::milliseconds(100);

class MappedBody final : public Body
{
public:
    MappedBody(void *start, std::size_t size)
        : m_start(start)
        , m_size(size)
    {
    }
    MappedBody(const MappedBody &) = delete;
    MappedBody &operator=(const MappedBody &) = delete;
    ~MappedBody() override { ::munmap(m_start, m_size); }

    [[nodiscard]] std::span<const char> bytes() const override { return {static_cast<const char *>(m_start), m_size}; }
    [[nodiscard]] std::size_t memory() const override { return 0; }

private:
    void *m_start;
    std::size_t m_size;
};

tl::unexpected<Error> systemFailure(std::string_view what, int number)
{
    const ErrorCode code = number == ENOSPC || number == EDQUOT ? ErrorCode::Full : ErrorCode::IoError;
    return failure(code, std::string(what) + ": " + std::generic_category().message(number));
}

int openNameless(const std::string &folder)
{
#ifdef O_TMPFILE
    const int fd = ::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    // Not every file system knows nameless files; a missing or read-only folder fails below as well.
    if (fd >= 0) {
        return fd;
    }
#endif
    std::string path = folder + "/spool-XXXXXX";
    const int named = ::mkostemp(path.data(), O_CLOEXEC); // made with mode 0600
    if (named >= 0) {
        ::unlink(path.c_str());
    }
    return named;
}

} // namespace

Result<SpoolFile> SpoolFile::create(const std::string &folder, std::uint64_t floor)
{
    Descriptor file(openNameless(folder));
    if (!file.isValid()) {
        return systemFailure("cannot create a spool file", errno);
    }
    return SpoolFile(std::move(file), folder, floor);
}

// What is spooled is not kept yet, and must not turn deliveries of others away.
Result<void> SpoolFile::checkSpace()
{
    const auto now = std::chrono::steady_clock::now();
    if (m_floor == 0 || (m_size - m_checkedAt < betweenChecks && now - m_checked < checkInterval)) {
        return {};
    }
    m_checkedAt = m_size;
    m_checked = now;
    struct statvfs status {
    };
    if (::statvfs(m_folder.c_str(), &status) != 0) {
        return {}; // a failing write will say so
    }
    const std::uint64_t free = static_cast<std::uint64_t>(status.f_bavail) * status.f_frsize;
    const std::uint64_t needed = m_floor + std::min(limits::spoolMargin, ~m_floor);
    if (free < needed) {
        return failure(ErrorCode::Full,
                       std::to_string(free / limits::MiB) + " MiB free, " + std::to_string(needed / limits::MiB)
                           + " needed to spool");
    }
    return {};
}

Result<void> SpoolFile::append(std::string_view bytes)
{
    if (auto space = checkSpace(); !space) {
        return space;
    }
    while (!bytes.empty()) {
        const ssize_t written = ::write(m_file.get(), bytes.data(), bytes.size());
        if (written < 0) {
            if (errno == EINTR) {
                continue;
            }
            return systemFailure("cannot write to the spool file", errno);
        }
        m_size += static_cast<std::size_t>(written);
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return {};
}

Result<std::shared_ptr<const Body>> SpoolFile::finish()
{
    void *start = ::mmap(nullptr, m_size, PROT_READ, MAP_SHARED, m_file.get(), 0);
    if (start == MAP_FAILED) {
        return systemFailure("cannot map the spool file", errno);
    }
    m_file.reset(); // the mapping keeps the bytes
    return std::make_shared<const MappedBody>(start, m_size);
}

} // namespace picket::http
