// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/docks/wirelogdock.h"

#include "ui/delegates/rowdelegate.h"
#include "ui/models/wirelogmodel.h"
#include "ui/navigator.h"
#include "ui/widgets/tableview.h"

#include <QHeaderView>

using namespace Qt::Literals::StringLiterals;

namespace picket::ui {

WireLogDock::WireLogDock(const DockContext &context, WireLogModel &model, QWidget *parent)
    : Dock(u"wirelog"_s, tr("Wire log"), parent)
    , m_context(context)
    , m_model(model)
    , m_view(new TableView(tr("Wire log"), TableView::plainRow, this))
{
    m_view->setModel(&model);
    m_view->setItemDelegate(new RowDelegate(context.theme, m_view));
    m_view->setEmptyText(tr("No request has come yet."));
    using Column = WireLogModel::Column;
    struct Width {
        Column column;
        int pixels;
    };
    for (const auto &[column, pixels] :
         {Width{Column::Time, 104}, Width{Column::Outcome, 84}, Width{Column::Status, 60}, Width{Column::Request, 180},
          Width{Column::Reason, 260}, Width{Column::Sdk, 180}, Width{Column::Items, 120}, Width{Column::Size, 80}}) {
        m_view->setColumnWidth(static_cast<int>(column), pixels);
    }
    setWidget(m_view);
    connect(m_view, &QTableView::activated, this, [this](const QModelIndex &index) { goTo(index.row()); });
    connect(m_view, &QTableView::doubleClicked, this, [this](const QModelIndex &index) { goTo(index.row()); });
}

void WireLogDock::goTo(int row)
{
    const model::DeliveryRow *delivery = m_model.deliveryAt(row);
    if (!delivery) {
        return;
    }
    for (const model::ItemOutcome &item : delivery->items) {
        if (item.issue.isValid()) {
            m_context.navigator.selectIssue(item.issue);
            if (item.event.isValid()) {
                m_context.navigator.selectEvent(item.event);
            }
            return;
        }
    }
}

} // namespace picket::ui
