// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/request.h"
#include "core/protocol/envelope.h"

#include <memory>
#include <string_view>
#include <vector>

namespace picket::ingest {

class UploadStore;

// Attachments whose bytes were uploaded ahead (PROTOCOL A.9). One thread at a time; the items are valid as long as
// this lives.
class AttachmentRefs final
{
public:
    // Puts what was uploaded in the place of what names it. A name that leads nowhere stays, with the reason as a
    // warning of its item. `uploads` may be null: nothing was uploaded.
    void resolve(std::vector<protocol::EnvelopeItem> &items, UploadStore *uploads);

    // Stands in every envelope that has one. Finding and reading files takes its time.
    static constexpr std::string_view mark = "attachment-ref+json";

private:
    std::vector<std::shared_ptr<const http::Body>> m_bodies;
};

// The key of an upload in its location, absolute or relative; empty when there is none.
[[nodiscard]] std::string_view uploadKey(std::string_view location);

} // namespace picket::ingest
