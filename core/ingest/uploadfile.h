// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/http/descriptor.h"
#include "core/http/request.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace picket::ingest {

struct UploadProgress {
    std::uint64_t length = 0; // as announced
    std::uint64_t offset = 0; // received
    [[nodiscard]] bool isComplete() const { return offset == length; }
};

// One thread at a time. The file of one upload: how far it has come, and the bytes. What is acknowledged survives a
// loss of power: how far it has come is written only when the bytes are safe.
class UploadFile final
{
public:
    // In an open folder, never through a link. Errors: Full, IoError.
    [[nodiscard]] static Result<UploadFile> create(int folder, const std::string &name, std::uint64_t length);
    [[nodiscard]] static Result<UploadFile> open(int folder, const std::string &name, int flags);

    // nullopt: this is not a file that create() has finished.
    [[nodiscard]] std::optional<UploadProgress> progress() const;
    [[nodiscard]] std::int64_t modified() const; // seconds since 1970

    // On the disk when this returns. Errors: Full, IoError.
    [[nodiscard]] Result<UploadProgress> append(const UploadProgress &progress, std::string_view bytes);
    // What has come; the mapping outlives the file. Errors: IoError.
    [[nodiscard]] Result<std::shared_ptr<const http::Body>> map(const UploadProgress &progress) const;

private:
    explicit UploadFile(http::Descriptor file)
        : m_file(std::move(file))
    {
    }

    http::Descriptor m_file;
};

[[nodiscard]] tl::unexpected<Error> systemFailure(std::string_view what); // of errno

} // namespace picket::ingest
