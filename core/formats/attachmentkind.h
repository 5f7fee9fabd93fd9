// SPDX-License-Identifier: GPL-3.0-or-later
// What an attachment can be shown as. Pure; any thread.
#pragma once

#include "core/formats/container.h"

#include <cstdint>
#include <string_view>

namespace picket::formats {

enum class AttachmentKind : std::uint8_t { Binary, Text, Json, Image, Minidump, ViewHierarchy };
enum class TextEncoding : std::uint8_t { None, Utf8, Utf16Little, Utf16Big };

struct AttachmentHeader {
    std::string_view attachmentType; // "event.minidump" …
    std::string_view contentType;
    std::string_view filename;
};

struct AttachmentFacts {
    AttachmentKind kind = AttachmentKind::Binary;
    std::string_view mediaType; // of images: "image/png"
    TextEncoding encoding = TextEncoding::None; // of texts, JSON and view hierarchies
    Container container = Container::None; // of a minidump: to be unpacked first
};

// The bytes decide; what the header declares only tells apart what the bytes leave open (JSON from text, a packed dump
// from any packed file). Looks at the first limits::previewSniffed bytes, and of JSON at the last byte; `bytes` may be
// a prefix of the attachment that is at least that long.
[[nodiscard]] AttachmentFacts classifyAttachment(const AttachmentHeader &header, std::string_view bytes);

} // namespace picket::formats
