// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/issues/issuepane.h"

#include "core/base/limits.h"
#include "ui/issues/issuedelegate.h"
#include "ui/issues/issuemodel.h"
#include "ui/issues/noissuetext.h"
#include "ui/state/actions.h"
#include "ui/state/navigator.h"
#include "ui/widgets/tableview.h"
#include "ui/wording/plaintext.h"
#include "ui/wording/text.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QScrollBar>
#include <QSettings>
#include <QTabBar>
#include <QToolButton>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace picket::ui {

namespace {

constexpr std::chrono::seconds keysRest{3}; // after the last key the order may change again
constexpr std::chrono::milliseconds answerTime{500}; // until a new order is here
constexpr int layoutVersion = 2;
constexpr int narrowBelow = 440; // pixels
constexpr int neighboursKept = 200; // of the selected row on each side: so many may leave the list together

// In the list's lower corner: what comes and goes there moves nothing under the mouse.
void placeInCorner(QToolButton &button, const QTableView &view)
{
    constexpr int margin = 8;
    button.adjustSize();
    const QRect list = view.viewport()->geometry();
    button.move(list.right() - button.width() - margin, list.bottom() - button.height() - margin);
}

} // namespace

IssuePane::IssuePane(IssueModel &model, IssueScope &scope, Navigator &navigator, const Theme &theme, Actions &actions,
                     QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_scope(scope)
    , m_navigator(navigator)
    , m_tabs(new QTabBar(this))
    , m_view(new TableView(tr("Issues"), IssueDelegate::rowHeight, this))
    , m_updated(new QToolButton(m_view))
    , m_undoBar(makeUndoBar(actions.get(u"issue.undoDelete"_s)))
{
    setUpTabs();
    setUpView(theme);
    setUpUpdated();
    addActions(actions);
    setFocusProxy(m_view);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_tabs);
    layout->addWidget(m_view);
    layout->addWidget(m_undoBar);

    m_keysInUse.setSingleShot(true);
    m_keysInUse.setInterval(keysRest);
    connect(&m_keysInUse, &QTimer::timeout, this, &IssuePane::updateHold);
    m_letGo.setSingleShot(true);
    m_letGo.setInterval(limits::reorderInterval + answerTime);
    connect(&m_letGo, &QTimer::timeout, this, &IssuePane::updateHold);
    connect(&m_scope, &IssueScope::changed, this, &IssuePane::applyScope);
    connect(&m_scope, &IssueScope::movedOn, &m_model, [this] { m_model.adjustFilter(m_scope.filter(now())); });
    connect(&m_model, &IssueModel::updatesHeld, this, [this](int issues) {
        m_updated->setText(tr("%n updated", nullptr, issues));
        placeInCorner(*m_updated, *m_view);
        m_updated->setVisible(issues > 0);
    });
    connect(&m_model, &IssueModel::loaded, this, &IssuePane::selectSomething);
    connect(&m_model, &IssueModel::orderAboutToChange, this, &IssuePane::keepPlace);
    connect(&m_model, &IssueModel::orderChanged, this, &IssuePane::restorePlace);
    connect(&m_navigator, &Navigator::issueChanged, this, &IssuePane::selectFromNavigator);
    applyScope();
}

void IssuePane::setUpTabs()
{
    for (const QString &name :
         {tr("Unresolved"), tr("New since mark"), tr("Regressed"), tr("Muted"), tr("Resolved"), tr("All")}) {
        m_tabs->addTab(name);
    }
    m_tabs->setAccessibleName(tr("Quick filters"));
    m_tabs->setDocumentMode(true);
    m_tabs->setProperty("compact", true);
    m_tabs->setExpanding(false);
    m_tabs->setElideMode(Qt::ElideNone);
    m_tabs->setUsesScrollButtons(true);
    connect(m_tabs, &QTabBar::currentChanged, this,
            [this](int index) { m_scope.setQuickFilter(static_cast<QuickFilter>(index)); });
}

void IssuePane::setUpUpdated()
{
    m_updated->setObjectName(u"updated"_s);
    m_updated->setAutoFillBackground(true);
    m_updated->setAccessibleName(tr("Show the waiting updates"));
    m_updated->hide();
    connect(m_updated, &QToolButton::clicked, this, [this] {
        m_keysInUse.stop();
        m_letGo.start();
        updateHold();
    });
    m_updated->installEventFilter(this);
}

QWidget *IssuePane::makeUndoBar(QAction *undo)
{
    auto *bar = new QWidget(this);
    m_undoText = plainLabel({}, bar);
    auto *button = new QToolButton(bar);
    button->setDefaultAction(undo);
    button->setFocusPolicy(Qt::TabFocus);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(8, 4, 8, 4);
    layout->addWidget(m_undoText, 1);
    layout->addWidget(button);
    bar->hide();
    return bar;
}

void IssuePane::offerUndo(std::size_t issues)
{
    m_undoText->setText(tr("%n issue(s) deleted", nullptr, static_cast<int>(issues)));
    m_undoBar->setVisible(issues > 0);
}

void IssuePane::setUpView(const Theme &theme)
{
    using Column = IssueModel::Column;
    m_view->setModel(&m_model);
    m_view->setItemDelegate(new IssueDelegate(theme, m_view));
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    QHeaderView *header = m_view->horizontalHeader();
    const struct {
        Column column;
        int width;
        bool shown;
    } columns[] = {{Column::Trend, IssueDelegate::trendWidth, true},
                   {Column::Events, 76, true},
                   {Column::LastSeen, 88, true},
                   {Column::FirstSeen, 96, false},
                   {Column::Level, 72, false},
                   {Column::Status, 96, false},
                   {Column::Project, 120, false},
                   {Column::Release, 120, false},
                   {Column::Environment, 120, false}};
    for (const auto &c : columns) {
        header->resizeSection(int(c.column), c.width);
        header->setSectionHidden(int(c.column), !c.shown);
    }
    header->setSectionResizeMode(int(Column::Issue), QHeaderView::Stretch);
    header->setSortIndicator(int(m_model.sortColumn()), m_model.sortOrder());
    m_sortedColumn = int(m_model.sortColumn());
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    header->setSectionsMovable(true);
    m_view->setSortingEnabled(true);
    connect(header, &QHeaderView::sortIndicatorChanged, this, &IssuePane::onSorted);
    connect(header, &QWidget::customContextMenuRequested, this, &IssuePane::chooseColumns);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) {
                if (m_changingOrder) {
                    return; // a row that goes makes its neighbour the current one: what is next is decided afterwards
                }
                if (const IssueId id = m_model.idAt(current.row()); id.isValid()) {
                    m_navigator.selectIssue(id);
                }
            });
    connect(m_view, &QTableView::activated, this, &IssuePane::detailsWanted);
    connect(m_view, &QTableView::doubleClicked, this, &IssuePane::detailsWanted);
    m_view->viewport()->installEventFilter(this);
    m_view->installEventFilter(this);
}

void IssuePane::addActions(Actions &actions)
{
    const auto move = [this](int by) {
        m_keysInUse.start();
        updateHold();
        m_view->moveCurrent(by);
    };
    QAction *next = actions.add(u"issue.next"_s, tr("Next Issue"), {QKeySequence(Qt::Key_J)});
    QAction *previous = actions.add(u"issue.previous"_s, tr("Previous Issue"), {QKeySequence(Qt::Key_K)});
    QAction *columns = actions.add(u"view.columns"_s, tr("Choose &Columns …"));
    connect(columns, &QAction::triggered, this, [this] { chooseColumns({0, m_view->horizontalHeader()->height()}); });
    connect(next, &QAction::triggered, this, [move] { move(1); });
    connect(previous, &QAction::triggered, this, [move] { move(-1); });
}

// The first click on a column shows what one looks for there: the most, the newest.
void IssuePane::onSorted(int column, Qt::SortOrder order)
{
    using Column = IssueModel::Column;
    const int before = std::exchange(m_sortedColumn, column);
    const bool isFirstClick = before >= 0 && before != column; // not: restored
    const bool countsDown = column == int(Column::Events) || column == int(Column::LastSeen)
        || column == int(Column::FirstSeen) || column == int(Column::Level);
    if (isFirstClick && countsDown && order == Qt::AscendingOrder) {
        m_view->horizontalHeader()->setSortIndicator(column, Qt::DescendingOrder);
    }
}

std::vector<IssueId> IssuePane::selectedIssues() const
{
    std::vector<IssueId> ids;
    for (const QModelIndex &index : m_view->selectionModel()->selectedRows()) {
        ids.push_back(m_model.idAt(index.row()));
    }
    return ids;
}

void IssuePane::applyScope()
{
    m_scopeChanged = true;
    m_tabs->setCurrentIndex(int(m_scope.quickFilter()));
    m_view->setEmptyText(noIssueText(m_scope, now()));
    m_model.setFilter(m_scope.filter(now()));
}

void IssuePane::setCounts(const store::IssueCounts &counts, bool runMarked)
{
    const auto label = [](const QString &name, std::int64_t count) {
        return count > 0 ? u"%1 %2"_s.arg(name, countText(count)) : name;
    };
    m_tabs->setTabText(int(QuickFilter::Unresolved), label(tr("Unresolved"), counts.unresolved));
    m_tabs->setTabText(int(QuickFilter::New),
                       label(runMarked ? tr("New since run") : tr("New since mark"), counts.fresh));
    m_tabs->setTabText(int(QuickFilter::Regressed), label(tr("Regressed"), counts.regressed));
    m_tabs->setTabText(int(QuickFilter::Muted), label(tr("Muted"), counts.muted));
}

void IssuePane::selectSomething()
{
    const bool nothingYet = !m_navigator.issue().isValid();
    if (const int row = m_model.rowOf(m_navigator.issue()); row >= 0) {
        selectFromNavigator();
        if (m_scopeChanged) {
            m_view->scrollTo(m_model.index(row, 0));
        }
    } else if (!m_model.isComplete() && !nothingYet) {
        return; // it may come with the rest
    } else if (nothingYet || m_scopeChanged || !m_neighbours.empty()) {
        selectNeighbour();
    }
    m_scopeChanged = false;
}

// Keys act on what is selected, and that is in the list: an issue that has left it makes room for the next.
void IssuePane::selectNeighbour()
{
    const auto listed =
        std::find_if(m_neighbours.begin(), m_neighbours.end(), [this](IssueId id) { return m_model.rowOf(id) >= 0; });
    // Its row may be the current one already.
    m_navigator.selectIssue(listed == m_neighbours.end() ? m_model.idAt(0) : *listed);
    selectFromNavigator();
}

void IssuePane::selectFromNavigator()
{
    if (!m_navigator.issue().isValid()) {
        m_view->selectionModel()->clear(); // so that a click on the row that was the current one selects it
        return;
    }
    const int row = m_model.rowOf(m_navigator.issue());
    // When the selected row goes, Qt makes its neighbour the current one but selects nothing.
    if (row >= 0 && (row != m_view->currentIndex().row() || !m_view->selectionModel()->hasSelection())) {
        m_view->setCurrentRow(row);
    }
}

void IssuePane::keepPlace()
{
    const QScrollBar *bar = m_view->verticalScrollBar();
    // At the top one wants to see what comes.
    m_anchor = bar->value() > 0 ? m_model.idAt(m_view->rowAt(0)) : IssueId();
    m_anchorOffset = bar->value() % IssueDelegate::rowHeight;
    m_changingOrder = true;
    m_neighbours.clear();
    if (const int row = m_model.rowOf(m_navigator.issue()); row >= 0) {
        const int last = std::min(m_model.rowCount() - 1, row + neighboursKept);
        for (int below = row; below <= last; ++below) {
            m_neighbours.push_back(m_model.idAt(below));
        }
        for (int above = row - 1; above >= std::max(0, row - neighboursKept); --above) {
            m_neighbours.push_back(m_model.idAt(above));
        }
    }
}

void IssuePane::restorePlace()
{
    if (const int row = m_model.rowOf(m_anchor); m_anchor.isValid() && row >= 0) {
        m_view->verticalScrollBar()->setValue(row * IssueDelegate::rowHeight + m_anchorOffset);
    }
    m_changingOrder = false;
    selectSomething();
    m_neighbours.clear();
}

bool IssuePane::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
        m_keysInUse.start();
        updateHold();
        break;
    case QEvent::Resize:
        showColumns();
        placeInCorner(*m_updated, *m_view);
        break;
    case QEvent::Enter:
    case QEvent::Leave:
    case QEvent::WindowActivate:
    case QEvent::WindowDeactivate:
        updateHold();
        break;
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

void IssuePane::updateHold()
{
    const bool pointed =
        m_view->viewport()->underMouse() && m_view->rowAt(m_view->viewport()->mapFromGlobal(QCursor::pos()).y()) >= 0;
    // On the way to a click on it the button must not go.
    const bool onButton =
        m_updated->isVisible() && m_updated->rect().contains(m_updated->mapFromGlobal(QCursor::pos()));
    m_model.setOrderHeld(window()->isActiveWindow() && !m_letGo.isActive()
                         && (pointed || onButton || m_keysInUse.isActive()));
}

void IssuePane::chooseColumns(const QPoint &at)
{
    QMenu menu(this);
    QHeaderView *header = m_view->horizontalHeader();
    for (int column = 1; column < IssueModel::columnTotal; ++column) {
        const bool isTrend = column == int(IssueModel::Column::Trend);
        QAction *action = menu.addAction(m_model.headerData(column, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(isTrend ? m_trendWanted : !header->isSectionHidden(column));
        connect(action, &QAction::toggled, this, [this, column, isTrend](bool on) {
            if (isTrend) {
                m_trendWanted = on;
                showColumns();
            } else {
                m_view->horizontalHeader()->setSectionHidden(column, !on);
            }
        });
    }
    menu.exec(header->mapToGlobal(at));
}

// In a narrow list the titles matter more than the trend.
void IssuePane::showColumns()
{
    const bool wide = m_view->viewport()->width() >= narrowBelow;
    m_view->horizontalHeader()->setSectionHidden(int(IssueModel::Column::Trend), !m_trendWanted || !wide);
}

void IssuePane::save(QSettings &settings) const
{
    settings.setValue("issues/trend"_L1, m_trendWanted);
    settings.setValue("issues/version"_L1, layoutVersion);
    settings.setValue("issues/current"_L1, qlonglong(m_navigator.issue().value));
    settings.setValue("issues/columns"_L1, m_view->horizontalHeader()->saveState());
}

void IssuePane::restore(const QSettings &settings)
{
    if (settings.value("issues/version"_L1).toInt() == layoutVersion) {
        m_sortedColumn = -1;
        m_view->horizontalHeader()->restoreState(settings.value("issues/columns"_L1).toByteArray());
        m_trendWanted = settings.value("issues/trend"_L1).toBool();
        showColumns();
        if (const IssueId last{settings.value("issues/current"_L1).toLongLong()}; last.isValid()) {
            m_navigator.selectIssue(last);
        }
    }
}

} // namespace picket::ui
