// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/rows.h"
#include "ui/docks/dock.h"

#include <vector>

class QTabBar;

namespace picket::ui {

class BlockedOrigins;
class SearchBox;
class TableView;
class ValueTreeModel;
class ValueTreeView;
class WireLogFilter;
class WireLogModel;

// GUI thread only. Every request with what became of it and why; activating one goes to the event it brought.
class WireLogDock final : public Dock
{
    Q_OBJECT

public:
    // The model is the window's: it listens to the changes of the store. `mayAllow`: origins can be allowed here.
    WireLogDock(const DockContext &context, WireLogModel &model, bool mayAllow, QWidget *parent = nullptr);

    void showRefused();
    [[nodiscard]] BlockedOrigins &blocked() const { return *m_blocked; }

    void takeFocus() override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] QWidget *makeTop();
    void setUpView();
    void showDelivery();
    void goToEvent();
    [[nodiscard]] const model::DeliveryRow *current() const;

    DockContext m_context;
    WireLogModel &m_model;
    WireLogFilter *m_filter;
    QTabBar *m_outcomes;
    SearchBox *m_search;
    BlockedOrigins *m_blocked;
    TableView *m_view;
    ValueTreeModel *m_detailModel;
    ValueTreeView *m_detail;
};

} // namespace picket::ui
