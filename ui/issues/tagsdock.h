// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/reader.h"
#include "ui/widgets/dock.h"

#include <QTimer>

#include <vector>

class QSplitter;

namespace picket::ui {

class TableView;
class TagModel;
class TagShareModel;

// GUI thread only. The tags of the shown event, and how the values of the selected one spread over its issue.
class TagsDock final : public Dock
{
    Q_OBJECT

public:
    explicit TagsDock(const DockContext &context, QWidget *parent = nullptr);

    [[nodiscard]] TableView &tags() const { return *m_tags; }
    [[nodiscard]] TableView &shares() const { return *m_shares; }

    void takeFocus() override;

Q_SIGNALS:
    // Somebody wants to see the issues that have this text. Offered only where somebody listens.
    void filterWanted(const QString &text);

protected:
    bool eventFilter(QObject *object, QEvent *event) override;
    void connectNotify(const QMetaMethod &signal) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeViews();
    void addCopyActions(TableView &view);
    void addPinAction();
    void togglePin();
    void showDetail();
    void askCounts();
    void showShares();

    DockContext m_context;
    const int m_channel;
    TagModel *m_tagModel;
    TagShareModel *m_shareModel;
    TableView *m_tags;
    TableView *m_shares;
    QSplitter *m_splitter;
    QList<QAction *> m_filterActions;
    std::string m_key; // the one looked at; the next event shows it again
    std::vector<store::TagCount> m_counts; // of m_countsOf
    IssueId m_countsOf;
    IssueId m_asked; // whose counts are under way
    QTimer m_again; // runs for a while after an answer
    std::int64_t m_events = 0; // of the issue, when it was counted
};

} // namespace picket::ui
