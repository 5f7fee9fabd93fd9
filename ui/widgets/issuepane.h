// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/model/rows.h"

#include <QTimer>
#include <QWidget>

#include <optional>
#include <vector>

class QSettings;
class QTabBar;
class QToolButton;

namespace picket::store {
struct IssueFilter;
}

namespace picket::ui {

class Actions;
class IssueModel;
class Navigator;
class TableView;
class Theme;

// How many issues the quick filters would show; nullopt: not told.
struct QuickCounts {
    std::optional<std::int64_t> unresolved, regressed, muted;
};

// GUI thread only. The list of issues under its quick filters. Keeps selection and place while rows come and go, and
// holds the order while somebody points at a row or walks through them by key.
class IssuePane final : public QWidget
{
    Q_OBJECT

public:
    enum class QuickFilter { Unresolved, Regressed, Muted, Resolved, All };
    Q_ENUM(QuickFilter)

    IssuePane(IssueModel &model, Navigator &navigator, const Theme &theme, Actions &actions, QWidget *parent = nullptr);

    [[nodiscard]] TableView &view() const { return *m_view; }
    [[nodiscard]] std::vector<IssueId> selectedIssues() const;

    void setQuickFilter(QuickFilter filter);
    [[nodiscard]] QuickFilter quickFilter() const;
    void setText(const QString &text);
    void setProject(std::optional<ProjectId> project);
    void setCounts(const QuickCounts &counts);

    void save(QSettings &settings) const;
    void restore(const QSettings &settings);

Q_SIGNALS:
    // Enter, or a double click: the keyboard should go to the selected issue's details.
    void detailsWanted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void setUpView(const Theme &theme);
    void addActions(Actions &actions);
    void applyFilter();
    void showEmptyReason();
    void selectFromNavigator();
    // What the navigator says, or the first row as long as nothing was ever selected.
    void selectSomething();
    void keepPlace();
    void restorePlace();
    void updateHold();
    void chooseColumns(const QPoint &at);
    void showColumns();

    IssueModel &m_model;
    Navigator &m_navigator;
    QTabBar *m_tabs;
    QToolButton *m_updated;
    TableView *m_view;
    QString m_text;
    std::optional<ProjectId> m_project;
    bool m_trendWanted = true;
    QTimer m_keysInUse;
    IssueId m_anchor; // the first visible row while the order changes,
    int m_anchorOffset = 0; // and how much of it is scrolled away
};

} // namespace picket::ui
