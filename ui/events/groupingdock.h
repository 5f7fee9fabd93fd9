// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/dock.h"

namespace picket::ui {

class ElidedLabel;
class GroupingModel;
class TreeView;

// GUI thread only. Why the shown event is in its issue, and the hash that put it there.
class GroupingDock final : public Dock
{
    Q_OBJECT

public:
    explicit GroupingDock(const DockContext &context, QWidget *parent = nullptr);

    [[nodiscard]] const GroupingModel &model() const { return *m_model; }
    [[nodiscard]] TreeView &tree() const { return *m_tree; }
    [[nodiscard]] QString hashLine() const;

    void takeFocus() override;

    void copyHash() const;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeHashRow();
    void showDetail();
    void open(const QModelIndex &parent);

    DockContext m_context;
    GroupingModel *m_model;
    TreeView *m_tree;
    ElidedLabel *m_hash;
    QAction *m_copyHash;
};

} // namespace picket::ui
