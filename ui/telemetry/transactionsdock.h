// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/dock.h"

namespace picket::model {
struct SpanRow;
}
namespace picket::store {
struct ChangeSet;
}

namespace picket::ui {

class IssueScope;
class ProjectNames;
class SearchBox;
class TableView;
class TransactionModel;

// GUI thread only. Transactions as they come, of the project that the window speaks of; activating one goes to its
// trace.
class TransactionsDock final : public Dock
{
    Q_OBJECT

public:
    TransactionsDock(const DockContext &context, const IssueScope &scope, const ProjectNames &names,
                     QWidget *parent = nullptr);

    // To be connected with ChangeBus::changed().
    void applyChanges(const store::ChangeSet &changes);

    [[nodiscard]] TransactionModel &model() const { return *m_model; }
    [[nodiscard]] TableView &table() const { return *m_view; }
    [[nodiscard]] SearchBox &search() const { return *m_search; }

    void takeFocus() override;

Q_SIGNALS:
    // The trace that Navigator now names is to be looked at.
    void traceWanted();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void setUpView();
    void addActions();
    [[nodiscard]] QWidget *makeTop();
    void listen();
    void catchUp();
    void applyFilter();
    [[nodiscard]] QString emptyText() const;
    void showCount();
    void showTrace();
    [[nodiscard]] const model::SpanRow *current() const;

    DockContext m_context;
    const IssueScope &m_scope;
    TransactionModel *m_model;
    TableView *m_view;
    SearchBox *m_search;
    QAction *m_follow;
    bool m_stale = true; // what changed is asked for when the dock comes into view
};

} // namespace picket::ui
