// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/attachmentrefs.h"

#include "core/ingest/uploadstore.h"
#include "core/protocol/json.h"

namespace picket::ingest {

namespace {

constexpr std::string_view refType = "application/vnd.sentry.attachment-ref+json";

std::string_view reasonFor(ErrorCode code)
{
    switch (code) {
    case ErrorCode::NotFound:
        return "upload_missing";
    case ErrorCode::InvalidArgument:
        return "upload_incomplete";
    default:
        return "upload_unreadable";
    }
}

} // namespace

std::string_view uploadKey(std::string_view location)
{
    location = location.substr(0, location.find_first_of("?#"));
    if (location.ends_with('/')) {
        location.remove_suffix(1);
    }
    constexpr std::string_view before = "/upload/";
    const std::size_t slash = location.rfind('/');
    if (slash == std::string_view::npos || !location.substr(0, slash + 1).ends_with(before)) {
        return {};
    }
    return location.substr(slash + 1);
}

void AttachmentRefs::resolve(std::vector<protocol::EnvelopeItem> &items, UploadStore *uploads)
{
    for (protocol::EnvelopeItem &item : items) {
        if (item.type != "attachment" || !item.contentType.starts_with(refType)) {
            continue;
        }
        const auto document = protocol::JsonDocument::parse(item.payload);
        const protocol::JsonNode root = document ? document->root() : protocol::JsonNode();
        const auto body = uploads ? uploads->open(uploadKey(root["location"].text))
                                  : Result<std::shared_ptr<const http::Body>>(failure(ErrorCode::NotFound));
        if (!body) {
            item.warnings.emplace_back(reasonFor(body.error().code));
            continue;
        }
        m_bodies.push_back(*body);
        const std::span<const char> bytes = (*body)->bytes();
        item.payload = {bytes.data(), bytes.size()};
        item.contentType = root["content_type"].text;
    }
}

} // namespace picket::ingest
