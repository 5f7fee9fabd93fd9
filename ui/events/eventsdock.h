// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "ui/widgets/dock.h"

namespace picket::store {
struct ChangeSet;
}

namespace picket::ui {

class ElidedLabel;
class EventListModel;
class TableView;
class TailFollower;

// GUI thread only. The events of the selected issue, or of everything as they come; selecting one shows it.
class EventsDock final : public Dock
{
    Q_OBJECT

public:
    explicit EventsDock(const DockContext &context, QWidget *parent = nullptr);

    // To be connected with ChangeBus::changed().
    void applyChanges(const store::ChangeSet &changes);

    [[nodiscard]] EventListModel &model() const { return *m_model; }
    [[nodiscard]] TableView &table() const { return *m_view; }

    void takeFocus() override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeBar();
    void listen();
    void showScope();
    void updateNote();
    void onCurrentRow(int row);
    void showSelected();

    DockContext m_context;
    EventListModel *m_model;
    TableView *m_view;
    ElidedLabel *m_note;
    QAction *m_all;
    QAction *m_follow;
    TailFollower *m_tail = nullptr;
    EventId m_pending; // chosen before its row was here: which issue it belongs to is not known yet
    bool m_syncing = false; // the selection is set by Navigator, not by a person
};

} // namespace picket::ui
