// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "ui/state/issuescope.h"

#include <QTimer>
#include <QWidget>

#include <optional>
#include <vector>

class QLabel;
class QSettings;
class QTabBar;
class QToolButton;

namespace picket::ui {

class Actions;
class IssueModel;
class Navigator;
class TableView;
class Theme;

// GUI thread only. The list of issues under its quick filters. Keeps selection and place while rows come and go, and
// holds the order while somebody points at a row or walks through them by key.
class IssuePane final : public QWidget
{
    Q_OBJECT

public:
    IssuePane(IssueModel &model, IssueScope &scope, Navigator &navigator, const Theme &theme, Actions &actions,
              QWidget *parent = nullptr);

    [[nodiscard]] TableView &view() const { return *m_view; }
    [[nodiscard]] std::vector<IssueId> selectedIssues() const;

    // How many issues the quick filters would show. `runMarked`: the newest mark is the beginning of a run.
    void setCounts(const store::IssueCounts &counts, bool runMarked);
    // Issues that were just deleted and can be brought back; 0 takes the offer away.
    void offerUndo(std::size_t issues);

    void save(QSettings &settings) const;
    void restore(const QSettings &settings);

Q_SIGNALS:
    // Enter, or a double click: the keyboard should go to the selected issue's details.
    void detailsWanted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void setUpTabs();
    void setUpView(const Theme &theme);
    void setUpUpdated();
    void addActions(Actions &actions);
    void applyScope();
    void selectFromNavigator();
    // What the navigator says, or the row next to it when that has left the list.
    void selectSomething();
    void selectNeighbour();
    void keepPlace();
    void restorePlace();
    void updateHold();
    [[nodiscard]] QWidget *makeUndoBar(QAction *undo);
    void onSorted(int column, Qt::SortOrder order);
    void chooseColumns(const QPoint &at);
    void showColumns();

    IssueModel &m_model;
    IssueScope &m_scope;
    Navigator &m_navigator;
    QTabBar *m_tabs;
    TableView *m_view;
    QToolButton *m_updated;
    QWidget *m_undoBar;
    QLabel *m_undoText;
    bool m_trendWanted = true;
    bool m_scopeChanged = false; // and nothing was listed since
    bool m_changingOrder = false;
    int m_sortedColumn = -1;
    std::vector<IssueId> m_neighbours; // while the order changes: the selected issue, those below, those above
    QTimer m_keysInUse;
    QTimer m_letGo; // the waiting updates were asked for, wherever the pointer is
    IssueId m_anchor; // the first visible row while the order changes,
    int m_anchorOffset = 0; // and how much of it is scrolled away
};

} // namespace picket::ui
