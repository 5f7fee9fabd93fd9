// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/uploadstore.h"

#include "core/base/eventuuid.h"
#include "core/base/limits.h"
#include "core/base/logging.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <system_error>

namespace picket::ingest {

namespace {

struct CloseFolder {
    void operator()(DIR *folder) const { ::closedir(folder); }
};

// What a file begins with. `offset` is written after the bytes are safe: what lies behind it was never acknowledged.
struct FileHeader {
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
        return std::span(static_cast<const char *>(m_start), m_size).subspan(sizeof(FileHeader));
    }
    [[nodiscard]] std::size_t memory() const override { return 0; }

private:
    void *m_start;
    std::size_t m_size;
};

tl::unexpected<Error> systemFailure(std::string_view what)
{
    const int number = errno;
    const ErrorCode code = number == ENOSPC || number == EDQUOT ? ErrorCode::Full : ErrorCode::IoError;
    return failure(code, std::string(what) + ": " + std::generic_category().message(number));
}

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

bool writeHeader(int file, const UploadStore::Progress &progress)
{
    FileHeader header;
    header.length = progress.length;
    header.offset = progress.offset;
    return writeAt(file, {reinterpret_cast<const char *>(&header), sizeof header}, 0) && ::fsync(file) == 0;
}

std::optional<UploadStore::Progress> readHeader(int file, std::uint64_t fileSize)
{
    FileHeader header;
    const auto magic = header.magic;
    if (::pread(file, &header, sizeof header, 0) != static_cast<ssize_t>(sizeof header) || header.magic != magic
        || header.offset > header.length || header.length > limits::attachment
        || fileSize < sizeof header + header.offset) {
        return std::nullopt;
    }
    return UploadStore::Progress{header.length, header.offset};
}

bool isKey(std::string_view name)
{
    const auto uuid = name.size() == 32 ? EventUuid::parse(name) : std::nullopt;
    return uuid && uuid->hex() == name;
}

} // namespace

UploadStore::UploadStore(UploadOptions options)
    : m_options(std::move(options))
    , m_space(m_options.folder, m_options.freeDiskFloor)
{
    if (!m_options.folder.empty()) {
        m_folder = http::Descriptor(::open(m_options.folder.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
        load();
    }
}

void UploadStore::load()
{
    const int listed = m_folder.isValid() ? ::openat(m_folder.get(), ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC) : -1;
    const std::unique_ptr<DIR, CloseFolder> folder(listed >= 0 ? ::fdopendir(listed) : nullptr);
    while (folder) {
        const dirent *entry = ::readdir(folder.get());
        if (!entry) {
            break;
        }
        const std::string name = entry->d_name;
        if (!isKey(name)) {
            continue; // nothing of ours: it stays
        }
        struct stat status {
        };
        const http::Descriptor file = openFile(name, O_RDONLY);
        const bool isFile = file.isValid() && ::fstat(file.get(), &status) == 0 && S_ISREG(status.st_mode);
        const auto progress =
            isFile ? readHeader(file.get(), static_cast<std::uint64_t>(status.st_size)) : std::nullopt;
        if (progress) {
            m_uploads[name] = {*progress, Timestamp(std::chrono::seconds(status.st_mtim.tv_sec)), std::nullopt};
        } else if (isFile) {
            ::unlinkat(m_folder.get(), name.c_str(), 0); // ended before its first byte was acknowledged
        }
    }
    removeOld(now());
}

Result<void> UploadStore::makeFolder()
{
    if (m_options.folder.empty()) {
        return failure(ErrorCode::NotFound, "nothing can be uploaded here");
    }
    if (!m_folder.isValid()) {
        if (::mkdir(m_options.folder.c_str(), 0700) != 0 && errno != EEXIST) {
            return systemFailure("cannot create the folder of uploads");
        }
        m_folder = http::Descriptor(::open(m_options.folder.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    }
    return m_folder.isValid() ? Result<void>() : systemFailure("cannot open the folder of uploads");
}

http::Descriptor UploadStore::openFile(const std::string &key, int flags) const
{
    return http::Descriptor(::openat(m_folder.get(), key.c_str(), flags | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0600));
}

std::uint64_t UploadStore::bytes() const
{
    std::uint64_t sum = 0;
    for (const auto &[key, upload] : m_uploads) {
        sum += upload.progress.offset;
    }
    return sum;
}

UploadStore::Uploads::iterator UploadStore::remove(Uploads::iterator upload)
{
    if (::unlinkat(m_folder.get(), upload->first.c_str(), 0) != 0) {
        qCInfo(lcIngest, "an upload could not be removed: %s", std::strerror(errno));
    }
    return m_uploads.erase(upload);
}

void UploadStore::removeOld(Timestamp now)
{
    for (auto it = m_uploads.begin(); it != m_uploads.end();) {
        const Upload &upload = it->second;
        const bool isOld =
            upload.used ? now - *upload.used >= limits::usedUploadKept : now - upload.touched >= limits::uploadKept;
        if (isOld && !upload.used) {
            qCInfo(lcIngest, "an upload of %llu bytes was named by no envelope and is removed",
                   static_cast<unsigned long long>(upload.progress.offset));
        }
        it = isOld ? remove(it) : std::next(it);
    }
}

// What an envelope has used already goes first. What none has used yet is not given up for another.
void UploadStore::makeRoom()
{
    while (m_uploads.size() >= limits::uploads || bytes() >= limits::uploadBytes) {
        auto oldest = m_uploads.end();
        for (auto it = m_uploads.begin(); it != m_uploads.end(); ++it) {
            if (it->second.used && (oldest == m_uploads.end() || *it->second.used < *oldest->second.used)) {
                oldest = it;
            }
        }
        if (oldest == m_uploads.end()) {
            return;
        }
        remove(oldest);
    }
}

Result<std::string> UploadStore::begin(std::uint64_t length)
{
    if (length > limits::attachment) {
        return failure(ErrorCode::TooLarge, std::to_string(length) + " bytes");
    }
    if (auto ready = makeFolder().and_then([&] { return m_space.check(); }); !ready) {
        return tl::unexpected<Error>(std::move(ready.error()));
    }
    removeOld(now());
    makeRoom();
    if (m_uploads.size() >= limits::uploads || bytes() >= limits::uploadBytes) {
        return failure(ErrorCode::Busy, std::to_string(m_uploads.size()) + " uploads wait for their envelopes");
    }
    const std::string key = EventUuid::generate().hex();
    const http::Descriptor file = openFile(key, O_RDWR | O_CREAT | O_EXCL);
    if (!file.isValid() || !writeHeader(file.get(), {length, 0}) || ::fsync(m_folder.get()) != 0) {
        auto failed = systemFailure("an upload could not be begun");
        ::unlinkat(m_folder.get(), key.c_str(), 0);
        return failed;
    }
    m_uploads[key] = {{length, 0}, now(), std::nullopt};
    return key;
}

Result<UploadStore::Progress> UploadStore::progress(std::string_view key) const
{
    const auto found = m_uploads.find(key);
    return found == m_uploads.end() ? failure(ErrorCode::NotFound, "no such upload")
                                    : Result<Progress>(found->second.progress);
}

Result<UploadStore::Progress> UploadStore::append(std::string_view key, std::string_view bytes)
{
    const auto found = m_uploads.find(key);
    if (found == m_uploads.end()) {
        return failure(ErrorCode::NotFound, "no such upload");
    }
    Upload &upload = found->second;
    if (bytes.size() > upload.progress.length - upload.progress.offset) {
        return failure(ErrorCode::TooLarge, std::to_string(upload.progress.length) + " bytes were announced");
    }
    if (auto space = m_space.check(); !space) {
        return tl::unexpected<Error>(std::move(space.error()));
    }
    if (this->bytes() + bytes.size() > limits::uploadBytes) {
        return failure(ErrorCode::Busy, std::to_string(m_uploads.size()) + " uploads wait for their envelopes");
    }
    const http::Descriptor file = openFile(found->first, O_RDWR);
    const Progress next{upload.progress.length, upload.progress.offset + bytes.size()};
    if (!file.isValid() || !writeAt(file.get(), bytes, sizeof(FileHeader) + upload.progress.offset)
        || ::fsync(file.get()) != 0 || !writeHeader(file.get(), next)) {
        return systemFailure("an upload could not be written");
    }
    upload.progress = next;
    upload.touched = now();
    return next;
}

Result<std::shared_ptr<const http::Body>> UploadStore::open(std::string_view key)
{
    const auto found = m_uploads.find(key);
    if (found == m_uploads.end()) {
        return failure(ErrorCode::NotFound, "no such upload");
    }
    Upload &upload = found->second;
    if (!upload.progress.isComplete()) {
        return failure(ErrorCode::InvalidArgument,
                       std::to_string(upload.progress.offset) + " of " + std::to_string(upload.progress.length)
                           + " bytes came");
    }
    const http::Descriptor file = openFile(found->first, O_RDONLY);
    const std::size_t size = sizeof(FileHeader) + upload.progress.length;
    struct stat status {
    };
    // A file that somebody has cut would kill us when it is read.
    if (!file.isValid() || ::fstat(file.get(), &status) != 0 || static_cast<std::uint64_t>(status.st_size) < size) {
        return failure(ErrorCode::IoError, "the upload's file is gone or cut");
    }
    void *start = ::mmap(nullptr, size, PROT_READ, MAP_SHARED, file.get(), 0);
    if (start == MAP_FAILED) {
        return systemFailure("an upload could not be read");
    }
    upload.used = now();
    return std::make_shared<const MappedUpload>(start, size);
}

} // namespace picket::ingest
