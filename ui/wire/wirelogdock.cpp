// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wire/wirelogdock.h"

#include "core/query/queryservice.h"
#include "ui/state/navigator.h"
#include "ui/values/valuetreemodel.h"
#include "ui/values/valuetreeview.h"
#include "ui/widgets/rowdelegate.h"
#include "ui/widgets/searchbox.h"
#include "ui/widgets/tableview.h"
#include "ui/wire/blockedorigins.h"
#include "ui/wire/deliverycountmodel.h"
#include "ui/wire/deliveryroots.h"
#include "ui/wire/wirelogfilter.h"
#include "ui/wire/wirelogmodel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>

using namespace Qt::Literals::StringLiterals;

namespace picket::ui {

namespace {

constexpr int wideEnoughForDetail = 760; // pixels

// The tabs before it filter the log: WireLogFilter::Show.
constexpr int countersTab = static_cast<int>(WireLogFilter::Show::Refused) + 1;

struct ColumnWidth {
    WireLogModel::Column column;
    int pixels;
};

// What is told first comes first: the last ones wait for room.
constexpr ColumnWidth columnWidths[] = {
    {WireLogModel::Column::Time, 100},    {WireLogModel::Column::Outcome, 84}, {WireLogModel::Column::Request, 150},
    {WireLogModel::Column::Status, 56},   {WireLogModel::Column::Sdk, 116},    {WireLogModel::Column::Items, 96},
    {WireLogModel::Column::Program, 100}, {WireLogModel::Column::Size, 80},    {WireLogModel::Column::Took, 68},
};
constexpr int leastReason = 70;

} // namespace

WireLogDock::WireLogDock(const DockContext &context, WireLogModel &model, bool mayAllow, QWidget *parent)
    : Dock(u"wirelog"_s, tr("Wire log"), parent)
    , m_context(context)
    , m_model(model)
    , m_filter(new WireLogFilter(model, this))
    , m_outcomes(new QTabBar(this))
    , m_search(new SearchBox(tr("Search requests"), this))
    , m_blocked(new BlockedOrigins(mayAllow, this))
    , m_pages(new QStackedWidget(this))
    , m_view(new TableView(tr("Wire log"), TableView::plainRow, this))
    , m_detailModel(new ValueTreeModel(this))
    , m_detail(new ValueTreeView(context.theme, *m_detailModel, tr("Request in detail"), this))
    , m_countsChannel(context.query.newChannel())
    , m_counts(new DeliveryCountModel(this))
    , m_countsView(new TableView(tr("Counters"), TableView::plainRow, this))
{
    m_pages->addWidget(makeLog());
    m_pages->addWidget(makeCounters());
    auto *content = new QWidget(this);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeTop());
    layout->addWidget(m_blocked);
    layout->addWidget(m_pages, 1);
    setWidget(content);
}

QWidget *WireLogDock::makeLog()
{
    setUpView();
    m_detail->setRootsOpen(true);
    m_detail->setEmptyText(tr("Select a request to see what became of it."));
    auto *splitter = new QSplitter(Qt::Horizontal, this);
    splitter->addWidget(m_view);
    splitter->addWidget(m_detail);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 1);
    splitter->setChildrenCollapsible(true);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &WireLogDock::showDelivery);
    connect(m_filter, &QAbstractItemModel::modelReset, this, &WireLogDock::showDelivery);
    connect(m_view, &QTableView::activated, this, &WireLogDock::goToEvent);
    connect(m_view, &QTableView::doubleClicked, this, &WireLogDock::goToEvent);
    // Details of who sent it may come later than the row.
    connect(m_filter, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex &from, const QModelIndex &to) {
        const int row = m_view->currentIndex().row();
        if (row >= from.row() && row <= to.row()) {
            showDelivery();
        }
    });
    return splitter;
}

QWidget *WireLogDock::makeCounters()
{
    m_countsView->setModel(m_counts);
    m_countsView->setItemDelegate(new RowDelegate(m_context.theme, m_countsView));
    m_countsView->setEmptyText(tr("No request has come yet."));
    using Column = DeliveryCountModel::Column;
    m_countsView->setColumnWidth(static_cast<int>(Column::Sdk), 240);
    m_countsView->setColumnWidth(static_cast<int>(Column::Item), 180);
    m_countsView->setColumnWidth(static_cast<int>(Column::Outcome), 120);
    m_countsView->setColumnWidth(static_cast<int>(Column::Count), 96);
    m_countsView->horizontalHeader()->setStretchLastSection(false);
    // The log's rows are counted a moment after they are written.
    connect(&m_model, &WireLogModel::countersChanged, this, &WireLogDock::askCounts);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved}) {
        connect(&m_model, signal, this, &WireLogDock::askCounts);
    }
    connect(&m_model, &QAbstractItemModel::modelReset, this, &WireLogDock::askCounts);
    return m_countsView;
}

void WireLogDock::showTab(int tab)
{
    const bool isCounters = tab == countersTab;
    m_pages->setCurrentIndex(isCounters ? 1 : 0);
    m_search->setVisible(!isCounters);
    if (isCounters) {
        askCounts();
    } else {
        m_filter->setShow(static_cast<WireLogFilter::Show>(tab));
    }
}

// While nobody looks at them, nothing is asked.
void WireLogDock::askCounts()
{
    if (m_outcomes->currentIndex() != countersTab) {
        return;
    }
    m_context.query.ask<std::vector<model::DeliveryCount>>(
        query::Lane::Lists, m_countsChannel, this, [](store::Reader &reader) { return reader.deliveryCounts(); },
        [this](Result<std::vector<model::DeliveryCount>> counts) {
            if (counts) {
                m_counts->setRows(std::move(*counts));
            }
        });
}

QWidget *WireLogDock::makeTop()
{
    for (const QString &name : {tr("All"), tr("Taken"), tr("Not stored"), tr("Refused"), tr("Counters")}) {
        m_outcomes->addTab(name);
    }
    m_outcomes->setAccessibleName(tr("Outcome"));
    m_outcomes->setDrawBase(false);
    m_outcomes->setExpanding(false);
    connect(m_outcomes, &QTabBar::currentChanged, this, &WireLogDock::showTab);
    connect(m_search, &SearchBox::searched, this, [this](const QString &text) {
        m_filter->setText(text);
        m_search->setAnswer(text.isEmpty() ? QString() : QString::number(m_filter->rowCount()));
    });
    connect(m_search, &SearchBox::left, this, [this] { m_view->setFocus(Qt::ShortcutFocusReason); });
    // Without the search, the tabs keep their place.
    QSizePolicy policy = m_search->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    m_search->setSizePolicy(policy);
    auto *top = new QWidget(this);
    auto *layout = new QHBoxLayout(top);
    layout->setContentsMargins(0, 0, 8, 0);
    layout->addWidget(m_outcomes);
    layout->addWidget(m_search, 1);
    return top;
}

void WireLogDock::setUpView()
{
    m_view->setModel(m_filter);
    m_view->setItemDelegate(new RowDelegate(m_context.theme, m_view));
    m_view->setEmptyText(tr("No request here."));
    m_view->horizontalHeader()->setStretchLastSection(false);
    m_view->horizontalHeader()->setSectionResizeMode(int(WireLogModel::Column::Reason), QHeaderView::Stretch);
    for (const ColumnWidth &column : columnWidths) {
        m_view->setColumnWidth(static_cast<int>(column.column), column.pixels);
    }
    m_view->installEventFilter(this);
}

// The reason has the room that the others leave; what does not fit stands in the detail.
bool WireLogDock::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_view && event->type() == QEvent::Resize) {
        int used = leastReason;
        for (const ColumnWidth &column : columnWidths) {
            used += column.pixels;
            m_view->setColumnHidden(static_cast<int>(column.column), used > m_view->width());
        }
    }
    return Dock::eventFilter(watched, event);
}

void WireLogDock::showRefused()
{
    m_outcomes->setCurrentIndex(int(WireLogFilter::Show::Refused));
    if (!m_view->currentIndex().isValid()) {
        m_view->setCurrentRow(0);
    }
}

void WireLogDock::showCounters()
{
    m_outcomes->setCurrentIndex(countersTab);
}

// In a narrow dock the log needs the room.
void WireLogDock::resizeEvent(QResizeEvent *event)
{
    Dock::resizeEvent(event);
    m_detail->setVisible(width() >= wideEnoughForDetail);
}

void WireLogDock::takeFocus()
{
    (m_outcomes->currentIndex() == countersTab ? m_countsView : m_view)->setFocus(Qt::ShortcutFocusReason);
}

const model::DeliveryRow *WireLogDock::current() const
{
    return m_model.deliveryAt(m_filter->mapToSource(m_view->currentIndex()).row());
}

void WireLogDock::showDelivery()
{
    const model::DeliveryRow *delivery = current();
    m_detailModel->setRoots(delivery ? deliveryRoots(*delivery) : std::vector<ValueRoot>());
}

void WireLogDock::goToEvent()
{
    const model::DeliveryRow *delivery = current();
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
