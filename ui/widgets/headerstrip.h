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
class Theme;

// GUI thread only. The strip below the menu: which project, which text, pause, and who listens where.
class HeaderStrip final : public QToolBar
{
    Q_OBJECT

public:
    HeaderStrip(Actions &actions, const Theme &theme, QWidget *parent = nullptr);

    void setProjects(const std::vector<model::ProjectRow> &projects);
    // `listens`: it is ours and it works.
    void setListener(const QString &text, bool listens);
    void setPaused(bool paused, std::int64_t heldEvents);

    [[nodiscard]] QString listenerText() const;
    [[nodiscard]] QLineEdit &filterBox() const { return *m_filter; }

Q_SIGNALS:
    void projectChosen(std::optional<picket::ProjectId> project);
    void textChosen(const QString &text);

private:
    void applyColors();

    const Theme &m_theme;
    QComboBox *m_projects;
    QLineEdit *m_filter;
    QToolButton *m_pause;
    QToolButton *m_listener;
    std::vector<model::ProjectRow> m_shownProjects;
    bool m_listens = false;
    QTimer m_typing;
};

} // namespace picket::ui
