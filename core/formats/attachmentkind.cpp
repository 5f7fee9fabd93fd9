// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/attachmentkind.h"

#include "core/base/limits.h"
#include "core/formats/minidump.h"
#include "core/formats/text.h"

#include <array>

namespace picket::formats {

namespace {

struct Image {
    std::string_view magic;
    std::string_view mediaType;
};
constexpr std::array<Image, 4> images = {{
    {"\x89PNG\r\n\x1A\n", "image/png"},
    {"\xFF\xD8\xFF", "image/jpeg"},
    {"GIF87a", "image/gif"},
    {"GIF89a", "image/gif"},
}};
constexpr std::string_view riff = "RIFF";
constexpr std::string_view webp = "WEBP";
constexpr std::size_t webpOffset = 8;

constexpr std::string_view utf16LittleMark = "\xFF\xFE";
constexpr std::string_view utf16BigMark = "\xFE\xFF";
constexpr std::string_view utf8Mark = "\xEF\xBB\xBF";

std::string_view imageType(std::string_view bytes)
{
    for (const Image &image : images) {
        if (bytes.substr(0, image.magic.size()) == image.magic) {
            return image.mediaType;
        }
    }
    const bool isWebp = bytes.substr(0, riff.size()) == riff && bytes.size() >= webpOffset + webp.size()
        && bytes.substr(webpOffset, webp.size()) == webp;
    return isWebp ? std::string_view("image/webp") : std::string_view();
}

TextEncoding encodingOf(std::string_view bytes)
{
    const std::string_view head = bytes.substr(0, limits::previewSniffed);
    if (head.substr(0, 2) == utf16LittleMark || head.substr(0, 2) == utf16BigMark) {
        return head.substr(0, 2) == utf16LittleMark ? TextEncoding::Utf16Little : TextEncoding::Utf16Big;
    }
    const bool isText =
        head.find('\0') == std::string_view::npos && isUtf8(head, head.size() == limits::previewSniffed);
    return isText ? TextEncoding::Utf8 : TextEncoding::None;
}

bool endsWith(std::string_view text, std::string_view suffix)
{
    return text.size() >= suffix.size() && equalsIgnoringCase(text.substr(text.size() - suffix.size()), suffix);
}

bool isDeclaredJson(const AttachmentHeader &header)
{
    const std::string type = lowered(trimmed(header.contentType.substr(0, header.contentType.find(';'))));
    return type == "application/json" || endsWith(type, "+json") || endsWith(header.filename, ".json");
}

// Begins as JSON does, and ends so too or is declared to be.
bool isJson(const AttachmentHeader &header, std::string_view bytes)
{
    bytes.remove_prefix(bytes.substr(0, utf8Mark.size()) == utf8Mark ? utf8Mark.size() : 0);
    const std::size_t first = bytes.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos || (bytes[first] != '{' && bytes[first] != '[')) {
        return false;
    }
    const char last = bytes[bytes.find_last_not_of(" \t\r\n")];
    return isDeclaredJson(header) || last == (bytes[first] == '{' ? '}' : ']');
}

bool isDeclaredMinidump(const AttachmentHeader &header, Container container)
{
    return header.attachmentType == "event.minidump"
        || endsWith(withoutContainerSuffix(header.filename, container), ".dmp");
}

} // namespace

AttachmentFacts classifyAttachment(const AttachmentHeader &header, std::string_view bytes)
{
    AttachmentFacts facts;
    if (isMinidump(bytes)) {
        facts.kind = AttachmentKind::Minidump;
        return facts;
    }
    if (const std::string_view type = imageType(bytes); !type.empty()) {
        facts.kind = AttachmentKind::Image;
        facts.mediaType = type;
        return facts;
    }
    const Container container = containerOf(bytes);
    if (container != Container::None && isDeclaredMinidump(header, container)) {
        facts.kind = AttachmentKind::Minidump;
        facts.container = container;
        return facts;
    }
    facts.encoding = encodingOf(bytes);
    if (facts.encoding == TextEncoding::None) {
        return facts;
    }
    facts.kind = AttachmentKind::Text;
    if (facts.encoding == TextEncoding::Utf8 && isJson(header, bytes)) {
        const bool isHierarchy = header.attachmentType == "event.view_hierarchy"
            || equalsIgnoringCase(baseName(header.filename), "view-hierarchy.json");
        facts.kind = isHierarchy ? AttachmentKind::ViewHierarchy : AttachmentKind::Json;
    }
    return facts;
}

} // namespace picket::formats
