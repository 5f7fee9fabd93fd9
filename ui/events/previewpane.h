// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStackedWidget>

namespace picket::ui {

class CodeView;
class PictureView;
class Theme;
struct AttachmentPreview;

// GUI thread only. What can be seen of some bytes: a text or a picture.
class PreviewPane final : public QStackedWidget
{
    Q_OBJECT

public:
    PreviewPane(const Theme &theme, const QString &accessibleName, QWidget *parent = nullptr);

    void showPreview(const AttachmentPreview &preview);

    [[nodiscard]] const CodeView &text() const { return *m_text; }
    [[nodiscard]] const PictureView &picture() const { return *m_picture; }

private:
    CodeView *m_text;
    PictureView *m_picture;
};

// What to say beside it: "PNG image · 40 × 30 pixels".
[[nodiscard]] QString previewNote(const AttachmentPreview &preview);

} // namespace picket::ui
