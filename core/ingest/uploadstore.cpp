// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/uploadstore.h"

#include "core/base/eventuuid.h"
#include "core/base/limits.h"
#include "core/base/logging.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

namespace picket::ingest {

namespace {

struct CloseFolder {
    void operator()(DIR *folder) const { ::closedir(folder); }
};

bool isKey(std::string_view name)
{
    const auto uuid = name.size() == 32 ? EventUuid::parse(name) : std::nullopt;
    return uuid && uuid->hex() == name;
}

double meritTime(Timestamp time)
{
    return halfLives(time, limits::uploadHalfLife);
}

Merit meritOf(const UploadProgress &progress, Timestamp touched)
{
    Merit merit(meritTime(touched));
    merit.add(static_cast<double>(progress.offset), meritTime(touched));
    return merit;
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
        const auto file = UploadFile::open(m_folder.get(), name, O_RDONLY);
        const auto progress = file ? file->progress() : std::nullopt;
        if (progress) {
            const Timestamp touched{std::chrono::seconds(file->modified())};
            m_uploads.insert_or_assign(name, Upload{*progress, touched, std::nullopt, meritOf(*progress, touched)});
        } else if (file) {
            ::unlinkat(m_folder.get(), name.c_str(), 0); // ended before it was begun
        }
    }
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

std::optional<UploadStore::GivenUp> UploadStore::removeOld(Timestamp now)
{
    const bool canKeep = m_space.check().has_value();
    std::optional<GivenUp> given;
    for (auto it = m_uploads.begin(); it != m_uploads.end();) {
        const Upload &upload = it->second;
        const bool isOld =
            upload.used ? now - *upload.used >= limits::usedUploadKept : now - upload.touched >= limits::uploadKept;
        const bool isLost = !upload.used && upload.progress.offset > 0;
        if (!isOld || (isLost && (given || !canKeep))) {
            ++it;
            continue;
        }
        if (isLost) {
            auto body = map(*it);
            given = GivenUp{it->first, upload.progress, body ? std::move(*body) : nullptr, false};
        }
        it = remove(it);
    }
    return given;
}

Result<std::shared_ptr<const http::Body>> UploadStore::map(const Uploads::value_type &upload) const
{
    return UploadFile::open(m_folder.get(), upload.first, O_RDONLY).and_then([&](const UploadFile &file) {
        return file.map(upload.second.progress);
    });
}

bool UploadStore::isFull(std::uint64_t more) const
{
    return m_uploads.size() > limits::uploads || bytes() + more > limits::uploadBytes;
}

// What an envelope has used already goes first, the longest ago; then what has brought least in the longest time.
// Whoever begins uploads and brings nothing would keep the others out for a day.
void UploadStore::makeRoom(std::uint64_t more, std::string_view except)
{
    const auto goesBefore = [](const Upload &a, const Upload &b) {
        if (a.used || b.used) {
            return a.used && (!b.used || *a.used < *b.used);
        }
        return a.merit.rank() < b.merit.rank();
    };
    while (isFull(more)) {
        auto first = m_uploads.end();
        for (auto it = m_uploads.begin(); it != m_uploads.end(); ++it) {
            if (it->first != except && (first == m_uploads.end() || goesBefore(it->second, first->second))) {
                first = it;
            }
        }
        if (first == m_uploads.end()) {
            return;
        }
        pushOut(first);
    }
}

void UploadStore::pushOut(Uploads::iterator upload)
{
    if (!upload->second.used) {
        auto body = upload->second.progress.offset > 0 ? map(*upload) : Result<std::shared_ptr<const http::Body>>();
        m_pushedOut.push_back({upload->first, upload->second.progress, body ? std::move(*body) : nullptr, true});
    }
    remove(upload);
}

std::vector<UploadStore::GivenUp> UploadStore::takePushedOut()
{
    return std::exchange(m_pushedOut, {});
}

Result<std::string> UploadStore::begin(std::uint64_t length)
{
    if (length > limits::attachment) {
        return failure(ErrorCode::TooLarge, std::to_string(length) + " bytes");
    }
    if (auto ready = makeFolder().and_then([&] { return m_space.check(); }); !ready) {
        return tl::unexpected<Error>(std::move(ready.error()));
    }
    const std::string key = EventUuid::generate().hex();
    if (auto file = UploadFile::create(m_folder.get(), key, length); !file) {
        return tl::unexpected<Error>(std::move(file.error()));
    }
    const Timestamp begun = now();
    m_uploads.insert_or_assign(key, Upload{{length, 0}, begun, std::nullopt, meritOf({length, 0}, begun)});
    makeRoom(0, key);
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
    makeRoom(bytes.size(), key);
    if (isFull(bytes.size())) {
        return failure(ErrorCode::Busy, std::to_string(m_uploads.size()) + " uploads wait for their envelopes");
    }
    return UploadFile::open(m_folder.get(), found->first, O_RDWR)
        .and_then([&](UploadFile file) { return file.append(upload.progress, bytes); })
        .map([&](const Progress &next) {
            upload.progress = next;
            upload.touched = now();
            upload.merit.add(static_cast<double>(bytes.size()), meritTime(upload.touched));
            return next;
        });
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
    auto body = map(*found);
    if (body) {
        upload.used = now();
    }
    return body;
}

} // namespace picket::ingest
