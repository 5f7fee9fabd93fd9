// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/issuepane.h"

#include "core/store/reader.h"
#include "ui/actions.h"
#include "ui/delegates/issuedelegate.h"
#include "ui/models/issuemodel.h"
#include "ui/navigator.h"
#include "ui/text.h"
#include "ui/widgets/tableview.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QMenu>
#include <QScrollBar>
#include <QSettings>
#include <QTabBar>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace picket::ui {

namespace {

constexpr std::chrono::seconds keysRest{3}; // after the last key the order may change again
constexpr int layoutVersion = 1;
constexpr int narrowBelow = 440; // pixels

std::vector<model::IssueStatus> statusesOf(IssuePane::QuickFilter filter)
{
    using model::IssueStatus;
    switch (filter) {
    case IssuePane::QuickFilter::Unresolved:
        return {IssueStatus::Unresolved, IssueStatus::Regressed};
    case IssuePane::QuickFilter::Regressed:
        return {IssueStatus::Regressed};
    case IssuePane::QuickFilter::Muted:
        return {IssueStatus::Muted};
    case IssuePane::QuickFilter::Resolved:
        return {IssueStatus::Resolved};
    case IssuePane::QuickFilter::All:
        return {};
    }
    return {};
}

} // namespace

IssuePane::IssuePane(IssueModel &model, Navigator &navigator, const Theme &theme, Actions &actions, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_navigator(navigator)
    , m_tabs(new QTabBar(this))
    , m_updated(new QToolButton(this))
    , m_view(new TableView(tr("Issues"), IssueDelegate::rowHeight, this))
{
    for (const QString &name : {tr("Unresolved"), tr("Regressed"), tr("Muted"), tr("Resolved"), tr("All")}) {
        m_tabs->addTab(name);
    }
    m_tabs->setAccessibleName(tr("Quick filters"));
    m_tabs->setDocumentMode(true);
    m_tabs->setExpanding(false);
    m_updated->setAutoRaise(true);
    m_updated->setAccessibleName(tr("Show the waiting updates"));
    m_updated->hide();
    setUpView(theme);
    addActions(actions);
    setFocusProxy(m_view);

    auto *top = new QHBoxLayout;
    top->setSpacing(0);
    top->addWidget(m_tabs, 1);
    top->addWidget(m_updated);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addWidget(m_view);

    m_keysInUse.setSingleShot(true);
    m_keysInUse.setInterval(keysRest);
    connect(&m_keysInUse, &QTimer::timeout, this, &IssuePane::updateHold);
    connect(m_tabs, &QTabBar::currentChanged, this, &IssuePane::applyFilter);
    connect(m_updated, &QToolButton::clicked, this, [this] {
        m_keysInUse.stop();
        m_model.setOrderHeld(false);
    });
    connect(&m_model, &IssueModel::updatesHeld, this, [this](int issues) {
        m_updated->setVisible(issues > 0);
        m_updated->setText(tr("%1 updated").arg(issues));
    });
    connect(&m_model, &IssueModel::loaded, this, &IssuePane::selectSomething);
    connect(&m_model, &IssueModel::orderAboutToChange, this, &IssuePane::keepPlace);
    connect(&m_model, &IssueModel::orderChanged, this, &IssuePane::restorePlace);
    connect(&m_navigator, &Navigator::issueChanged, this, &IssuePane::selectFromNavigator);
    showEmptyReason();
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
                   {Column::Events, 72, true},
                   {Column::LastSeen, 96, true},
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
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    m_view->setSortingEnabled(true);
    connect(header, &QWidget::customContextMenuRequested, this, &IssuePane::chooseColumns);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) {
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
    connect(next, &QAction::triggered, this, [move] { move(1); });
    connect(previous, &QAction::triggered, this, [move] { move(-1); });
}

std::vector<IssueId> IssuePane::selectedIssues() const
{
    std::vector<IssueId> ids;
    for (const QModelIndex &index : m_view->selectionModel()->selectedRows()) {
        ids.push_back(m_model.idAt(index.row()));
    }
    return ids;
}

void IssuePane::setQuickFilter(QuickFilter filter)
{
    m_tabs->setCurrentIndex(int(filter));
    applyFilter();
}

IssuePane::QuickFilter IssuePane::quickFilter() const
{
    return static_cast<QuickFilter>(m_tabs->currentIndex());
}

void IssuePane::setText(const QString &text)
{
    m_text = text.trimmed();
    applyFilter();
}

void IssuePane::setProject(std::optional<ProjectId> project)
{
    m_project = project;
    applyFilter();
}

void IssuePane::applyFilter()
{
    store::IssueFilter filter;
    filter.statuses = statusesOf(quickFilter());
    filter.project = m_project;
    filter.text = m_text.toStdString();
    showEmptyReason();
    m_model.setFilter(filter);
}

void IssuePane::showEmptyReason()
{
    QString reason;
    switch (quickFilter()) {
    case QuickFilter::Unresolved:
        reason = tr("No unresolved issue.");
        break;
    case QuickFilter::Regressed:
        reason = tr("No issue has come back after it was resolved.");
        break;
    case QuickFilter::Muted:
        reason = tr("No issue is muted.");
        break;
    case QuickFilter::Resolved:
        reason = tr("No issue is resolved.");
        break;
    case QuickFilter::All:
        reason = tr("There is no issue.");
        break;
    }
    if (!m_text.isEmpty()) {
        reason = tr("No issue here has “%1” in its title or culprit.").arg(m_text);
    }
    if (m_project) {
        reason += u'\n' + tr("Only one project is shown.");
    }
    m_view->setEmptyText(reason);
}

void IssuePane::setCounts(const QuickCounts &counts)
{
    const auto label = [](const QString &name, std::optional<std::int64_t> count) {
        return count && *count > 0 ? u"%1 %2"_s.arg(name, countText(*count)) : name;
    };
    m_tabs->setTabText(int(QuickFilter::Unresolved), label(tr("Unresolved"), counts.unresolved));
    m_tabs->setTabText(int(QuickFilter::Regressed), label(tr("Regressed"), counts.regressed));
    m_tabs->setTabText(int(QuickFilter::Muted), label(tr("Muted"), counts.muted));
}

void IssuePane::selectSomething()
{
    if (m_model.rowOf(m_navigator.issue()) >= 0) {
        selectFromNavigator();
    } else if (!m_navigator.issue().isValid() && m_model.rowCount() > 0) {
        m_view->setCurrentIndex(m_model.index(0, 0));
    }
}

void IssuePane::selectFromNavigator()
{
    const int row = m_model.rowOf(m_navigator.issue());
    if (row >= 0 && row != m_view->currentIndex().row()) {
        m_view->setCurrentIndex(m_model.index(row, 0));
    }
}

void IssuePane::keepPlace()
{
    const QScrollBar *bar = m_view->verticalScrollBar();
    // At the top one wants to see what comes.
    m_anchor = bar->value() > 0 ? m_model.idAt(m_view->rowAt(0)) : IssueId();
    m_anchorOffset = bar->value() % IssueDelegate::rowHeight;
}

void IssuePane::restorePlace()
{
    if (const int row = m_model.rowOf(m_anchor); m_anchor.isValid() && row >= 0) {
        m_view->verticalScrollBar()->setValue(row * IssueDelegate::rowHeight + m_anchorOffset);
    }
    selectSomething();
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
    m_model.setOrderHeld(window()->isActiveWindow() && (pointed || m_keysInUse.isActive()));
}

void IssuePane::chooseColumns(const QPoint &at)
{
    QMenu menu(this);
    QHeaderView *header = m_view->horizontalHeader();
    for (int column = 1; column < IssueModel::columnTotal; ++column) {
        QAction *action = menu.addAction(m_model.headerData(column, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(!header->isSectionHidden(column));
        connect(action, &QAction::toggled, header,
                [header, column](bool on) { header->setSectionHidden(column, !on); });
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
    settings.setValue("issues/columns"_L1, m_view->horizontalHeader()->saveState());
    settings.setValue("issues/filter"_L1, m_tabs->currentIndex());
}

void IssuePane::restore(const QSettings &settings)
{
    if (settings.value("issues/version"_L1).toInt() == layoutVersion) {
        m_view->horizontalHeader()->restoreState(settings.value("issues/columns"_L1).toByteArray());
        m_trendWanted = settings.value("issues/trend"_L1).toBool();
        showColumns();
        m_tabs->setCurrentIndex(settings.value("issues/filter"_L1).toInt());
    }
    applyFilter();
}

} // namespace picket::ui
