// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/dock.h"

class QLabel;

namespace picket::ui {

class AttachmentModel;
class CodeView;
class PictureView;
class PreviewPane;
class TableView;

// GUI thread only. What came beside the shown event: a list, a look at texts and images, and a way to save.
class AttachmentsDock final : public Dock
{
    Q_OBJECT

public:
    explicit AttachmentsDock(const DockContext &context, QWidget *parent = nullptr);

    [[nodiscard]] TableView &list() const { return *m_list; }
    [[nodiscard]] const CodeView &text() const;
    [[nodiscard]] const PictureView &picture() const;
    [[nodiscard]] QString note() const;

    // Writes the current attachment, off the GUI thread; the note tells how it went.
    void saveTo(const QString &path);

    void takeFocus() override;

private:
    void showDetail();
    void showCurrent();
    void chooseFile();

    DockContext m_context;
    const int m_previewChannel;
    const int m_saveChannel;
    AttachmentModel *m_model;
    TableView *m_list;
    PreviewPane *m_preview;
    QLabel *m_note;
    QAction *m_save;
};

} // namespace picket::ui
