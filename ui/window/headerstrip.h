// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/model/rows.h"

#include <QTimer>
#include <QToolBar>

#include <optional>
#include <vector>

class QComboBox;
class QLineEdit;
class QToolButton;

namespace picket::ui {

class Actions;
class IssueScope;
class Theme;

// GUI thread only. The strip below the menu: which project, which text, which time, pause, mark, and
// who listens where.
class HeaderStrip final : public QToolBar
{
    Q_OBJECT

public:
    HeaderStrip(Actions &actions, IssueScope &scope, const Theme &theme, QWidget *parent = nullptr);

    // A project that was chosen and is none of them is chosen no longer.
    void setProjects(const std::vector<model::ProjectRow> &projects);
    // `listens`: it is ours and it works.
    void setListener(const QString &text, bool listens);
    void setPaused(bool paused, std::int64_t heldEvents);

    [[nodiscard]] QString listenerText() const;
    [[nodiscard]] QLineEdit &filterBox() const { return *m_filter; }

private:
    void makePeriods();
    void makeButtons(Actions &actions);
    void showScope();
    void showProject();
    void applyColors();

    IssueScope &m_scope;
    const Theme &m_theme;
    QComboBox *m_projects;
    QLineEdit *m_filter;
    QComboBox *m_period;
    QToolButton *m_pause;
    QToolButton *m_mark;
    QToolButton *m_listener;
    std::vector<model::ProjectRow> m_shownProjects;
    bool m_listens = false;
    QTimer m_typing;
};

} // namespace picket::ui
