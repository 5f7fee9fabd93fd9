// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/previewpane.h"

#include "ui/code/codeview.h"
#include "ui/events/attachmentpreview.h"
#include "ui/events/pictureview.h"
#include "ui/wording/text.h"

using namespace Qt::Literals::StringLiterals;

namespace picket::ui {

PreviewPane::PreviewPane(const Theme &theme, const QString &accessibleName, QWidget *parent)
    : QStackedWidget(parent)
    , m_text(new CodeView(theme, accessibleName, this))
    , m_picture(new PictureView(this))
{
    addWidget(m_text);
    addWidget(m_picture);
}

void PreviewPane::showPreview(const AttachmentPreview &preview)
{
    m_picture->setImage(preview.image);
    m_text->showText(preview.utf8, preview.kind == formats::AttachmentKind::Text ? u"a.txt"_s : u"a.json"_s, {});
    m_text->showLineNumbers(preview.utf8.isEmpty() ? std::nullopt : std::optional<qint64>(1));
    setCurrentWidget(preview.image.isNull() ? static_cast<QWidget *>(m_text) : m_picture);
}

QString previewNote(const AttachmentPreview &preview)
{
    QStringList parts{attachmentKindWord(preview.kind)};
    if (!preview.imageSize.isEmpty()) {
        parts.push_back(
            PreviewPane::tr("%1 × %2 pixels").arg(preview.imageSize.width()).arg(preview.imageSize.height()));
    }
    if (preview.notShown > 0) {
        parts.push_back(PreviewPane::tr("%1 more not shown").arg(sizeText(preview.notShown)));
    }
    if (preview.image.isNull() && preview.utf8.isEmpty()) {
        parts.push_back(PreviewPane::tr("save it to look at it with another program"));
    }
    return parts.join(u" · "_s);
}

} // namespace picket::ui
