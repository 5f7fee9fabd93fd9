// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "ui/widgets/dock.h"

#include <QTimer>

class QHBoxLayout;
class QSplitter;

namespace picket::store {
struct ChangeSet;
}

namespace picket::ui {

class ElidedLabel;
class FeedbackModel;
class ProjectNames;
class TableView;
class WholeValue;
struct FeedbackEntry;

// GUI thread only. What people wrote about errors, and the way to the event that they mean.
class FeedbackDock final : public Dock
{
    Q_OBJECT

public:
    FeedbackDock(const DockContext &context, const ProjectNames &names, QWidget *parent = nullptr);

    // To be connected with ChangeBus::changed().
    void applyChanges(const store::ChangeSet &changes);
    // Selects it, as soon as it is known.
    void select(FeedbackId id);

    [[nodiscard]] FeedbackModel &model() const { return *m_model; }
    [[nodiscard]] TableView &table() const { return *m_view; }
    [[nodiscard]] const WholeValue &message() const { return *m_message; }
    [[nodiscard]] QString aboutLine() const;

    void takeFocus() override;

Q_SIGNALS:
    // The first of those that were sent with the current feedback.
    void attachmentWanted(ItemId item);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void addActions();
    void setUpView();
    [[nodiscard]] QWidget *makeDetail();
    void onCameIntoView();
    void refresh();
    void showEntry();
    void goToEvent();
    void showAttachments();
    void addButton(QAction *action, QHBoxLayout &layout);
    void copyMessage();
    [[nodiscard]] const FeedbackEntry *current() const;

    DockContext m_context;
    const ProjectNames &m_names;
    const int m_channel;
    FeedbackModel *m_model;
    TableView *m_view;
    QSplitter *m_splitter;
    ElidedLabel *m_from;
    ElidedLabel *m_about;
    WholeValue *m_message;
    QAction *m_goToEvent;
    QAction *m_showAttachments;
    QTimer m_refreshTimer; // runs for a while after the list was read
    FeedbackId m_wanted;
    FeedbackId m_detailOf;
    bool m_stale = true; // not asked since something changed: while nobody looks, nothing is
};

} // namespace picket::ui
