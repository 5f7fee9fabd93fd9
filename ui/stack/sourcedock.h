// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/event.h"
#include "core/source/diskthread.h"
#include "core/source/sourcefile.h"
#include "ui/code/sourcetext.h"
#include "ui/state/sourcefolders.h"
#include "ui/widgets/dock.h"

#include <QTimer>

class QAction;
class QLabel;
class QStackedWidget;
class QToolButton;

namespace picket::ui {

class CodeView;
class ElidedLabel;
class FolderQuestion;

// GUI thread only. The source of the selected frame with its own line numbers and the line of the call marked: the
// whole file where it is on this disk and the user agreed, else the lines that came with the event; where there is
// neither, a sentence that says so.
class SourceDock final : public Dock
{
    Q_OBJECT

public:
    explicit SourceDock(const DockContext &context, QWidget *parent = nullptr);

    [[nodiscard]] const CodeView &code() const { return *m_code; }
    // The sentence shown instead of source; empty while there is source.
    [[nodiscard]] QString emptyText() const;
    // What is said of the file on this disk; empty: nothing.
    [[nodiscard]] QString fileNote() const;
    [[nodiscard]] const FolderQuestion &question() const { return *m_question; }

    void takeFocus() override;

private:
    struct Answer {
        source::SourceFile file;
        FileText text;
    };

    QWidget *makeContent();
    QWidget *makeHead();
    void addActions();
    void showFrame();
    void lookForFile();
    void takeAnswer(Answer answer);
    void showSource();
    void showText(const SourceText &source);
    void showEmpty(const QString &text);
    void showFileNote();
    void applyColors();
    [[nodiscard]] bool isFileShown() const;

    DockContext m_context;
    SourceFolders m_folders;
    std::shared_ptr<const model::Frame> m_frame; // shown; keeps its event
    Answer m_answer; // what the disk says of it
    ElidedLabel *m_place;
    QLabel *m_fileNote;
    QToolButton *m_fileButton;
    QToolButton *m_recordedButton;
    FolderQuestion *m_question;
    QStackedWidget *m_pages;
    CodeView *m_code;
    ElidedLabel *m_empty;
    QAction *m_recorded = nullptr;
    QTimer m_patience; // until what was recorded is shown meanwhile
    source::DiskThread m_disk;
};

} // namespace picket::ui
