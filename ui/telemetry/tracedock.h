// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/telemetry/tracemodel.h"
#include "ui/widgets/dock.h"

#include <QTimer>

#include <set>

class QLabel;
class QSplitter;

namespace picket::store {
struct ChangeSet;
}

namespace picket::ui {

class ElidedLabel;
class ProjectNames;
class TreeView;
class ValueTreeModel;
class ValueTreeView;

// GUI thread only. What else happened in the trace that was chosen, else in that of the shown event: spans, events and
// logs on one axis of time, and the data of one of them.
class TraceDock final : public Dock
{
    Q_OBJECT

public:
    TraceDock(const DockContext &context, const ProjectNames &names, QWidget *parent = nullptr);

    // To be connected with ChangeBus::changed().
    void applyChanges(const store::ChangeSet &changes);

    [[nodiscard]] TraceModel &model() const { return *m_model; }
    [[nodiscard]] TreeView &view() const { return *m_view; }
    [[nodiscard]] ValueTreeView &data() const { return *m_data; }
    // "12 spans · 3 events · 40 logs · 1.24 s"
    [[nodiscard]] QString summary() const;
    // Why there is less than somebody may expect; empty if there is nothing to say.
    [[nodiscard]] QString notice() const;

    void takeFocus() override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void setUpView();
    void addViewActions();
    [[nodiscard]] QWidget *makeBar();
    void listen();
    void follow();
    void ask();
    void showContent(std::shared_ptr<const TraceContent> content);
    void showWords();
    void restoreRows();
    void remember(const QModelIndex &index, bool open);
    void showData();
    void goTo(const QModelIndex &index);
    void copyId() const;

    DockContext m_context;
    const ProjectNames &m_names;
    const int m_channel;
    const int m_dataChannel;
    TraceModel *m_model;
    TreeView *m_view;
    ValueTreeModel *m_dataModel;
    ValueTreeView *m_data;
    QSplitter *m_splitter;
    ElidedLabel *m_summary;
    QLabel *m_notice;
    QAction *m_copyId;
    QAction *m_logs;
    model::TraceId m_trace; // shown, or asked for
    bool m_stale = true; // what is shown was read before the last change
    QTimer m_again; // runs for a while after a question
    std::set<TraceModel::Key> m_closed; // rows that somebody closed
    TraceModel::Key m_current;
    EventId m_shownEvent;
    bool m_restoring = false; // rows are opened and selected by us, not by a person
};

} // namespace picket::ui
