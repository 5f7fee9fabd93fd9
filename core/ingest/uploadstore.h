// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/merit.h"
#include "core/base/result.h"
#include "core/base/time.h"
#include "core/http/descriptor.h"
#include "core/http/request.h"
#include "core/ingest/uploadfile.h"
#include "core/store/diskspace.h"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace picket::ingest {

struct UploadOptions {
    std::string folder; // made when it is needed; empty: nothing can be uploaded
    std::uint64_t freeDiskFloor = 0; // as store::WriterOptions has it
};

// One thread at a time. Files that come in parts, ahead of the envelope that names them (PROTOCOL A.9). Each is a file
// of its own, mode 0600, named by a random key and nothing else; what was acknowledged of it survives a loss of power.
// Bounded in number and bytes. Gone when an envelope has had them; those that none asks for are handed back, and when
// all places are taken, the one that has brought least in the longest time.
class UploadStore final
{
public:
    using Progress = UploadProgress;

    // Finds what earlier runs left.
    explicit UploadStore(UploadOptions options);

    // Its key: 32 hex digits. Errors: TooLarge, Busy (others take all bytes), Full, IoError, NotFound (there is no
    // folder).
    [[nodiscard]] Result<std::string> begin(std::uint64_t length);
    // Errors: NotFound.
    [[nodiscard]] Result<Progress> progress(std::string_view key) const;
    // Behind what is there; on the disk when this returns. Errors: NotFound, TooLarge, Busy (too much), Full, IoError.
    [[nodiscard]] Result<Progress> append(std::string_view key, std::string_view bytes);
    // The bytes of a complete one. Errors: NotFound, InvalidArgument (not complete), IoError.
    [[nodiscard]] Result<std::shared_ptr<const http::Body>> open(std::string_view key);

    // What no envelope has named in limits::uploadKept, or before others needed its place.
    struct GivenUp {
        std::string key;
        Progress progress;
        std::shared_ptr<const http::Body> body; // outlives the file; null: it could not be read, or nothing has come
        bool isPushedOut = false; // by others
    };
    // Removes what has been used (limits::usedUploadKept), and gives up one of the others: the caller keeps its bytes,
    // which takes memory. None while the disk is too full to keep them.
    [[nodiscard]] std::optional<GivenUp> removeOld(Timestamp now);
    // What was given up for others since the last call: the caller keeps its bytes.
    [[nodiscard]] std::vector<GivenUp> takePushedOut();
    [[nodiscard]] bool isEmpty() const { return m_uploads.empty(); }

private:
    struct Upload {
        Progress progress;
        Timestamp touched;
        std::optional<Timestamp> used;
        Merit merit;
    };
    using Uploads = std::map<std::string, Upload, std::less<>>;

    void load();
    [[nodiscard]] bool isFull(std::uint64_t more) const;
    void makeRoom(std::uint64_t more, std::string_view except);
    void pushOut(Uploads::iterator upload);
    Uploads::iterator remove(Uploads::iterator upload);
    [[nodiscard]] Result<std::shared_ptr<const http::Body>> map(const Uploads::value_type &upload) const;
    [[nodiscard]] Result<void> makeFolder();
    [[nodiscard]] std::uint64_t bytes() const;

    const UploadOptions m_options;
    store::DiskSpace m_space;
    http::Descriptor m_folder; // not valid: there is none yet
    Uploads m_uploads;
    std::vector<GivenUp> m_pushedOut;
};

} // namespace picket::ingest
