// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/attachmentkind.h"
#include "core/store/reader.h"

#include <QByteArray>
#include <QImage>

namespace picket::ui {

// What of an attachment can be looked at.
struct AttachmentPreview {
    formats::AttachmentKind kind = formats::AttachmentKind::Binary;
    QByteArray utf8; // of texts: visible text, cut to limits::rawShown and limits::shownLines
    std::uint64_t notShown = 0; // bytes of the text that were cut
    QImage image; // null for what is no image, or one that cannot be shown
    QSize imageSize; // as it is; `image` may be smaller
};

// Pure, any thread; decoding an image takes its time. The bytes decide which decoder runs, and only those of plain
// pixel formats do: nothing in an attachment is interpreted, opened or fetched.
[[nodiscard]] AttachmentPreview previewAttachment(const store::StoredEvent::Attachment &attachment, std::string bytes);

// "PNG image", "text" …
[[nodiscard]] QString attachmentKindWord(formats::AttachmentKind kind);

// A name for the file to be saved: the attachment's own without whatever could be a path, and never empty.
[[nodiscard]] QString fileNameFor(const store::StoredEvent::Attachment &attachment);

} // namespace picket::ui
