// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/telemetry.h"
#include "ui/telemetry/logtext.h"
#include "ui/widgets/dock.h"

#include <optional>

class QComboBox;
class QSplitter;

namespace picket::store {
struct ChangeSet;
}

namespace picket::ui {

class IssueScope;
class LogModel;
class ProjectNames;
class SearchBox;
class TableView;
class ValueTreeModel;
class ValueTreeView;

// GUI thread only. Structured logs as they come, of the project that the window speaks of; narrowed by text, level and
// trace.
class LogsDock final : public Dock
{
    Q_OBJECT

public:
    LogsDock(const DockContext &context, const IssueScope &scope, const ProjectNames &names, QWidget *parent = nullptr);

    // To be connected with ChangeBus::changed().
    void applyChanges(const store::ChangeSet &changes);

    [[nodiscard]] LogModel &model() const { return *m_model; }
    [[nodiscard]] TableView &table() const { return *m_view; }
    [[nodiscard]] SearchBox &search() const { return *m_search; }
    [[nodiscard]] QComboBox &levels() const { return *m_levels; }
    [[nodiscard]] ValueTreeModel &detail() const { return *m_detailModel; }

    void takeFocus() override;

Q_SIGNALS:
    // The trace that Navigator now names is to be looked at.
    void traceWanted();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void addActions();
    void setUpView();
    [[nodiscard]] QWidget *makeTop();
    [[nodiscard]] QWidget *makeContent();
    void listen();
    void applyFilter();
    void onCameIntoView();
    [[nodiscard]] QString emptyText() const;
    // That of the shown event, unless another one is chosen; nil: none.
    [[nodiscard]] model::TraceId trace() const;
    void showCount();
    void arrange();
    void showLog();
    void showDetail(const LogDetail &detail);
    [[nodiscard]] const model::LogRow *current() const;
    void chooseTrace();
    void showTrace();
    void copyMessage();
    void copyJson();

    DockContext m_context;
    const IssueScope &m_scope;
    const ProjectNames &m_names;
    const int m_detailChannel;
    LogModel *m_model;
    TableView *m_view;
    SearchBox *m_search;
    QComboBox *m_levels;
    ValueTreeModel *m_detailModel;
    ValueTreeView *m_detail;
    QSplitter *m_splitter;
    QAction *m_thisTrace;
    QAction *m_follow;
    QAction *m_showTrace;
    QAction *m_ofTrace;
    QAction *m_copyJson;
    LogId m_asked; // whose detail was asked for
    std::optional<LogDetail> m_shown;
    bool m_stale = true; // not asked since something changed: while nobody looks, nothing is
};

} // namespace picket::ui
