// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/docks/dock.h"

class QLabel;
class QMenu;

namespace picket::ui {

class ElidedLabel;
class FactRow;

// GUI thread only. What the shown event is, above the docks with its details: level, title, culprit, the facts one
// looks for first, and the way to the issue's other events.
class EventDock final : public Dock
{
    Q_OBJECT

public:
    explicit EventDock(const DockContext &context, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const;
    [[nodiscard]] QString positionText() const;
    [[nodiscard]] QString aboutLine() const;
    [[nodiscard]] FactRow &facts() const { return *m_facts; }

    void takeFocus() override;

Q_SIGNALS:
    // Somebody wants to see the issues that have this text. Offered only where somebody listens.
    void filterWanted(const QString &text);

private:
    QWidget *makeContent();
    void showDetail();
    void showIssue();
    void showFacts();
    void openMenu(qsizetype first, qsizetype count, const QPoint &below);
    void fillMenu(QMenu &menu, qsizetype fact);
    void applyColors();
    [[nodiscard]] QString aboutText() const;

    DockContext m_context;
    QLabel *m_level;
    ElidedLabel *m_title;
    ElidedLabel *m_about;
    FactRow *m_facts;
    QLabel *m_position;
    QLabel *m_time;
};

} // namespace picket::ui
