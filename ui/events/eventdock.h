// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "ui/widgets/dock.h"

class QLabel;
class QMenu;
class QToolButton;

namespace picket::store {
struct ChangeSet;
}

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

    // To be connected with ChangeBus::changed().
    void applyChanges(const store::ChangeSet &changes);

    [[nodiscard]] QString title() const;
    [[nodiscard]] QString positionText() const;
    [[nodiscard]] QString aboutLine() const;
    [[nodiscard]] FactRow &facts() const { return *m_facts; }

    void takeFocus() override;

Q_SIGNALS:
    // Somebody wants to see the issues that have this text. Offered only where somebody listens.
    void filterWanted(const QString &text);
    // Somebody wants to read what a person wrote about the event.
    void feedbackWanted(picket::FeedbackId feedback);

private:
    QWidget *makeContent();
    void showDetail();
    void showIssue();
    void showFacts();
    void askFeedback();
    void showFeedback(std::size_t count, FeedbackId newest);
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
    QToolButton *m_reopen;
    QToolButton *m_resolve;
    QToolButton *m_mute;
    QLabel *m_time;
    QAction *m_feedback;
    const int m_feedbackChannel;
    FeedbackId m_newestFeedback;
};

} // namespace picket::ui
