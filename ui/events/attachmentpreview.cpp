// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/attachmentpreview.h"

#include "core/base/limits.h"
#include "ui/code/prettyjson.h"
#include "ui/wording/text.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QImageReader>
#include <QStringDecoder>

using namespace Qt::Literals::StringLiterals;

namespace picket::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(picket::ui::Attachment)
};

// Formats of pixels alone. SVG stays out: it is a document that may name files and addresses.
QByteArray pixelFormat(std::string_view mediaType)
{
    constexpr std::pair<std::string_view, const char *> formats[] = {{"image/png", "png"},
                                                                     {"image/jpeg", "jpeg"},
                                                                     {"image/gif", "gif"},
                                                                     {"image/bmp", "bmp"},
                                                                     {"image/webp", "webp"}};
    for (const auto &[type, format] : formats) {
        if (type == mediaType) {
            return format;
        }
    }
    return {};
}

void decodeImage(AttachmentPreview &preview, std::string_view mediaType, const std::string &bytes)
{
    const QByteArray format = pixelFormat(mediaType);
    if (format.isEmpty()) {
        return;
    }
    QByteArray view = QByteArray::fromRawData(bytes.data(), static_cast<qsizetype>(bytes.size()));
    QBuffer buffer(&view);
    QImageReader reader(&buffer, format);
    reader.setAutoDetectImageFormat(false);
    preview.imageSize = reader.size();
    constexpr QSize most(limits::previewPixels, limits::previewPixels);
    // What does not say its size beforehand could be of any.
    if (preview.imageSize.isEmpty()
        || qMax(preview.imageSize.width(), preview.imageSize.height()) > limits::imagePixels) {
        return;
    }
    if (preview.imageSize.width() > most.width() || preview.imageSize.height() > most.height()) {
        reader.setScaledSize(preview.imageSize.scaled(most, Qt::KeepAspectRatio));
    }
    preview.image = reader.read();
}

std::string toUtf8(std::string bytes, formats::TextEncoding encoding)
{
    if (encoding != formats::TextEncoding::Utf16Little && encoding != formats::TextEncoding::Utf16Big) {
        return bytes;
    }
    QStringDecoder decoder(encoding == formats::TextEncoding::Utf16Little ? QStringConverter::Utf16LE
                                                                          : QStringConverter::Utf16BE);
    const QString text = decoder(QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size())));
    return text.toStdString();
}

} // namespace

AttachmentPreview previewAttachment(const store::StoredEvent::Attachment &attachment, std::string bytes)
{
    const formats::AttachmentFacts facts =
        formats::classifyAttachment({attachment.attachmentType, attachment.contentType, attachment.filename}, bytes);
    AttachmentPreview preview;
    preview.kind = facts.kind;
    switch (facts.kind) {
    case formats::AttachmentKind::Image:
        decodeImage(preview, facts.mediaType, bytes);
        break;
    case formats::AttachmentKind::Text:
    case formats::AttachmentKind::Json:
    case formats::AttachmentKind::ViewHierarchy: {
        const std::string text = toUtf8(std::move(bytes), facts.encoding);
        ShownJson shown = facts.kind == formats::AttachmentKind::Text ? receivedJson(text) : prettyJson(text);
        preview.utf8 = std::move(shown.utf8);
        preview.notShown = shown.notShown;
        break;
    }
    case formats::AttachmentKind::Binary:
    case formats::AttachmentKind::Minidump:
        break;
    }
    return preview;
}

QString attachmentKindWord(formats::AttachmentKind kind)
{
    switch (kind) {
    case formats::AttachmentKind::Text:
        return Words::tr("text");
    case formats::AttachmentKind::Json:
        return Words::tr("JSON");
    case formats::AttachmentKind::Image:
        return Words::tr("image");
    case formats::AttachmentKind::Minidump:
        return Words::tr("minidump");
    case formats::AttachmentKind::ViewHierarchy:
        return Words::tr("view hierarchy");
    case formats::AttachmentKind::Binary:
        break;
    }
    return Words::tr("bytes");
}

QString fileNameFor(const store::StoredEvent::Attachment &attachment)
{
    const QString sent = toLine(attachment.filename, 120);
    QString name;
    for (const QChar c : sent.mid(sent.lastIndexOf(u'/') + 1)) {
        name += c.isLetterOrNumber() || u"._-+ ()"_s.contains(c) ? c : QChar(u'_');
    }
    while (name.startsWith(u'.') || name.startsWith(u' ')) {
        name.remove(0, 1);
    }
    return name.isEmpty() ? u"attachment"_s : name;
}

} // namespace picket::ui
