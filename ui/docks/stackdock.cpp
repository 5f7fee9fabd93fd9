// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/docks/stackdock.h"

#include "ui/actions.h"
#include "ui/currentevent.h"
#include "ui/delegates/rowdelegate.h"
#include "ui/models/stackmodel.h"
#include "ui/widgets/tableview.h"

#include <QHeaderView>

using namespace Qt::Literals::StringLiterals;

namespace picket::ui {

StackDock::StackDock(const DockContext &context, QWidget *parent)
    : Dock(u"stack"_s, tr("Stack"), parent)
    , m_context(context)
    , m_model(new StackModel(this))
    , m_view(new TableView(tr("Stack frames"), TableView::plainRow, this))
{
    m_view->setModel(m_model);
    m_view->setItemDelegate(new RowDelegate(context.theme, m_view));
    m_view->horizontalHeader()->hide();
    m_view->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    setWidget(m_view);
    addActions(context.actions);

    connect(&context.current, &CurrentEvent::detailChanged, this, &StackDock::showStack);
    connect(&context.navigator, &Navigator::frameChanged, this, &StackDock::showFrame);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) { onCurrentRow(current.row()); });
    const auto toggle = [this](const QModelIndex &index) {
        m_model->toggleFold(index.row());
    };
    connect(m_view, &QTableView::activated, this, toggle);
    connect(m_view, &QTableView::clicked, this, toggle);
    showStack();
}

void StackDock::addActions(Actions &actions)
{
    QAction *next = actions.add(u"frame.nextInApp"_s, tr("Next In-App Frame"), {QKeySequence(Qt::Key_F8)});
    QAction *previous =
        actions.add(u"frame.previousInApp"_s, tr("Previous In-App Frame"), {QKeySequence(Qt::SHIFT | Qt::Key_F8)});
    QAction *order = actions.add(u"stack.oldestFirst"_s, tr("Oldest Frame First"));
    order->setCheckable(true);
    connect(next, &QAction::triggered, this, [this] { stepInApp(1); });
    connect(previous, &QAction::triggered, this, [this] { stepInApp(-1); });
    connect(order, &QAction::toggled, this, [this](bool oldestFirst) {
        const DetailPtr detail = m_context.current.detail();
        m_model->setOrder(oldestFirst ? FrameOrder::OldestFirst : FrameOrder::NewestFirst,
                          detail ? &detail->event : nullptr);
        showFrame();
    });
}

void StackDock::showStack()
{
    const DetailPtr detail = m_context.current.detail();
    m_model->setEvent(detail ? &detail->event : nullptr);
    m_view->setEmptyText(!detail                  ? tr("Select an issue to see its stack.")
                             : detail->unreadable ? tr("This event could not be read; Raw shows its bytes.")
                                                  : tr("This event has no stack trace."));
    showFrame();
}

void StackDock::showFrame()
{
    const int row = m_model->reveal(m_context.navigator.frame());
    if (row >= 0 && row != m_view->currentIndex().row()) {
        m_view->setCurrentIndex(m_model->index(row, 0));
    }
}

void StackDock::onCurrentRow(int row)
{
    if (const FrameRef frame = m_model->frameAt(row); frame.isValid()) {
        m_context.navigator.selectFrame(frame);
    }
}

void StackDock::stepInApp(int by)
{
    if (const FrameRef frame = m_model->neighbour(m_context.navigator.frame(), by); frame.isValid()) {
        m_context.navigator.selectFrame(frame);
    }
}

} // namespace picket::ui
