// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "ui/widgets/dock.h"

#include <string>

class QLabel;
class QSplitter;

namespace picket::model {
struct KeptItemRow;
}
namespace picket::store {
struct ChangeSet;
}

namespace picket::ui {

class ElidedLabel;
class KeptModel;
class PreviewPane;
class ProjectNames;
class TableView;

// GUI thread only. What was sent and has no view of its own, or could not be read: a list, a look at texts, and a way
// to save.
class KeptDock final : public Dock
{
    Q_OBJECT

public:
    KeptDock(const DockContext &context, const ProjectNames &names, QWidget *parent = nullptr);

    // To be connected with ChangeBus::changed().
    void applyChanges(const store::ChangeSet &changes);
    // Selects it, as soon as it is known.
    void select(ItemId id);

    [[nodiscard]] KeptModel &model() const { return *m_model; }
    [[nodiscard]] TableView &table() const { return *m_view; }
    [[nodiscard]] const PreviewPane &preview() const { return *m_preview; }
    [[nodiscard]] QString summary() const;
    [[nodiscard]] QString note() const;

    // Writes the current item's payload, off the GUI thread; the note tells how it went.
    void saveTo(const QString &path);

    void takeFocus() override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void addActions();
    void setUpView();
    [[nodiscard]] QWidget *makeDetail();
    void listen();
    void onCameIntoView();
    void askSummary();
    void showCurrent();
    void askPreview(const model::KeptItemRow &item);
    void chooseFile();
    void copyHeader();
    void goToEvent();
    [[nodiscard]] const model::KeptItemRow *current() const;

    DockContext m_context;
    const int m_summaryChannel;
    const int m_previewChannel;
    const int m_saveChannel;
    const int m_eventChannel;
    KeptModel *m_model;
    TableView *m_view;
    QSplitter *m_splitter;
    ElidedLabel *m_summary;
    QLabel *m_note;
    PreviewPane *m_preview;
    QAction *m_save;
    QAction *m_copyHeader;
    QAction *m_goToEvent;
    ItemId m_wanted;
    ItemId m_asked; // whose preview was asked for
    std::string m_header; // of the item in the preview
    bool m_stale = true; // not asked since something changed: while nobody looks, nothing is
};

} // namespace picket::ui
