// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/uploadfile.h"

#include "core/base/limits.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <system_error>
#include <utility>

namespace picket::ingest {

namespace {

// What a file begins with: bytes beyond `offset` were never acknowledged.
struct Header {
    std::array<char, 8> magic{'P', 'i', 'c', 'k', 'e', 't', 'U', '1'};
    std::uint64_t length = 0;
    std::uint64_t offset = 0;
};

class MappedUpload final : public http::Body
{
public:
    MappedUpload(void *start, std::size_t size)
        : m_start(start)
        , m_size(size)
    {
    }
    MappedUpload(const MappedUpload &) = delete;
    MappedUpload &operator=(const MappedUpload &) = delete;
    ~MappedUpload() override { ::munmap(m_start, m_size); }

    [[nodiscard]] std::span<const char> bytes() const override
    {
        return std::span(static_cast<const char *>(m_start), m_size).subspan(sizeof(Header));
    }
    [[nodiscard]] std::size_t memory() const override { return 0; }

private:
    void *m_start;
    std::size_t m_size;
};

bool writeAt(int file, std::string_view bytes, std::uint64_t at)
{
    while (!bytes.empty()) {
        const ssize_t written = ::pwrite(file, bytes.data(), bytes.size(), static_cast<off_t>(at));
        if (written < 0 && errno != EINTR) {
            return false;
        }
        const auto count = static_cast<std::size_t>(std::max<ssize_t>(written, 0));
        bytes.remove_prefix(count);
        at += count;
    }
    return true;
}

bool writeHeader(int file, const UploadProgress &progress)
{
    Header header;
    header.length = progress.length;
    header.offset = progress.offset;
    return writeAt(file, {reinterpret_cast<const char *>(&header), sizeof header}, 0) && ::fsync(file) == 0;
}

std::uint64_t sizeOf(int file)
{
    struct stat status {
    };
    return ::fstat(file, &status) == 0 && S_ISREG(status.st_mode) ? static_cast<std::uint64_t>(status.st_size) : 0;
}

} // namespace

tl::unexpected<Error> systemFailure(std::string_view what)
{
    const int number = errno;
    const ErrorCode code = number == ENOSPC || number == EDQUOT ? ErrorCode::Full : ErrorCode::IoError;
    return failure(code, std::string(what) + ": " + std::generic_category().message(number));
}

Result<UploadFile> UploadFile::open(int folder, const std::string &name, int flags)
{
    http::Descriptor file(::openat(folder, name.c_str(), flags | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0600));
    if (!file.isValid()) {
        return systemFailure("an upload's file could not be opened");
    }
    return UploadFile(std::move(file));
}

Result<UploadFile> UploadFile::create(int folder, const std::string &name, std::uint64_t length)
{
    auto made = open(folder, name, O_RDWR | O_CREAT | O_EXCL);
    if (made && (!writeHeader(made->m_file.get(), {length, 0}) || ::fsync(folder) != 0)) {
        auto failed = systemFailure("an upload could not be begun");
        ::unlinkat(folder, name.c_str(), 0);
        return failed;
    }
    return made;
}

std::optional<UploadProgress> UploadFile::progress() const
{
    Header header;
    const auto magic = header.magic;
    if (::pread(m_file.get(), &header, sizeof header, 0) != static_cast<ssize_t>(sizeof header) || header.magic != magic
        || header.offset > header.length || header.length > limits::attachment
        || sizeOf(m_file.get()) < sizeof header + header.offset) {
        return std::nullopt;
    }
    return UploadProgress{header.length, header.offset};
}

std::int64_t UploadFile::modified() const
{
    struct stat status {
    };
    return ::fstat(m_file.get(), &status) == 0 ? status.st_mtim.tv_sec : 0;
}

Result<UploadProgress> UploadFile::append(const UploadProgress &progress, std::string_view bytes)
{
    const UploadProgress next{progress.length, progress.offset + bytes.size()};
    if (!writeAt(m_file.get(), bytes, sizeof(Header) + progress.offset) || ::fsync(m_file.get()) != 0
        || !writeHeader(m_file.get(), next)) {
        return systemFailure("an upload could not be written");
    }
    return next;
}

Result<std::shared_ptr<const http::Body>> UploadFile::map(const UploadProgress &progress) const
{
    const std::size_t size = sizeof(Header) + progress.offset;
    if (sizeOf(m_file.get()) < size) { // reading beyond its end would kill us
        return failure(ErrorCode::IoError, "the upload's file was cut");
    }
    void *start = ::mmap(nullptr, size, PROT_READ, MAP_SHARED, m_file.get(), 0);
    if (start == MAP_FAILED) {
        return systemFailure("an upload could not be read");
    }
    return std::make_shared<const MappedUpload>(start, size);
}

} // namespace picket::ingest
