// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/rows.h"
#include "ui/widgets/dock.h"

#include <vector>

class QStackedWidget;
class QTabBar;

namespace picket::ui {

class BlockedOrigins;
class DeliveryCountModel;
class SearchBox;
class TableView;
class ValueTreeModel;
class ValueTreeView;
class WireLogFilter;
class WireLogModel;

// GUI thread only. Every request with who sent it, what became of it and why; activating one goes to the event it
// brought. And a page of counters over all time.
class WireLogDock final : public Dock
{
    Q_OBJECT

public:
    // The model is the window's: it listens to the changes of the store. `mayAllow`: origins can be allowed here.
    WireLogDock(const DockContext &context, WireLogModel &model, bool mayAllow, QWidget *parent = nullptr);

    void showRefused();
    void showCounters();
    [[nodiscard]] BlockedOrigins &blocked() const { return *m_blocked; }

    void takeFocus() override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] QWidget *makeTop();
    [[nodiscard]] QWidget *makeLog();
    [[nodiscard]] QWidget *makeCounters();
    void setUpView();
    void showTab(int tab);
    void askCounts();
    void showDelivery();
    void goToEvent();
    [[nodiscard]] const model::DeliveryRow *current() const;

    DockContext m_context;
    WireLogModel &m_model;
    WireLogFilter *m_filter;
    QTabBar *m_outcomes;
    SearchBox *m_search;
    BlockedOrigins *m_blocked;
    QStackedWidget *m_pages;
    TableView *m_view;
    ValueTreeModel *m_detailModel;
    ValueTreeView *m_detail;
    const int m_countsChannel;
    DeliveryCountModel *m_counts;
    TableView *m_countsView;
};

} // namespace picket::ui
