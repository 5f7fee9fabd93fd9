// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/values/valuetreeview.h"

#include "ui/values/valuedelegate.h"
#include "ui/values/valuetreemodel.h"
#include "ui/widgets/searchbox.h"
#include "ui/widgets/treeview.h"
#include "ui/widgets/wholevalue.h"
#include "ui/wording/text.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QSplitter>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace picket::ui {

namespace {

constexpr std::chrono::milliseconds searchSlice{8}; // half a frame of a 60 Hz screen

} // namespace

ValueTreeView::ValueTreeView(const Theme &theme, ValueTreeModel &model, const QString &accessibleName, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_search(new SearchBox(tr("Search in %1").arg(accessibleName), this))
    , m_tree(new TreeView(accessibleName, this))
    , m_whole(new WholeValue(this))
    , m_splitter(new QSplitter(Qt::Vertical, this))
    , m_controls(new QHBoxLayout)
{
    m_tree->setModel(&model);
    m_tree->setItemDelegate(new ValueDelegate(theme, m_tree));
    m_tree->header()->hide();
    m_splitter->addWidget(m_tree);
    m_splitter->addWidget(m_whole);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setChildrenCollapsible(false);
    m_whole->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_controls->setContentsMargins(0, 0, 0, 0);
    m_controls->setSpacing(0);
    m_controls->addWidget(m_search, 1);
    layout->addLayout(m_controls);
    auto *line = new QFrame(this);
    line->setFixedHeight(1);
    line->setAutoFillBackground(true);
    line->setBackgroundRole(QPalette::Mid);
    layout->addWidget(line);
    layout->addWidget(m_splitter, 1);
    setFocusProxy(m_tree);
    addActions();

    m_searchTimer.setInterval(0);
    connect(&m_searchTimer, &QTimer::timeout, this, &ValueTreeView::advanceSearch);
    m_fitTimer.setInterval(0);
    m_fitTimer.setSingleShot(true);
    connect(&m_fitTimer, &QTimer::timeout, this, [this] {
        fetchShown();
        fitKeyColumn();
    });
    const auto fitSoon = [this] {
        m_fitTimer.start();
    };
    connect(m_search, &SearchBox::searched, this, &ValueTreeView::startSearch);
    connect(m_search, &SearchBox::left, this, [this] {
        m_tree->setFocus(Qt::TabFocusReason);
        if (!m_tree->currentIndex().isValid()) {
            m_tree->setCurrentIndex(m_model.index(0, 0));
        }
    });
    connect(&model, &QAbstractItemModel::modelReset, this, &ValueTreeView::onReset);
    connect(m_tree, &TreeView::rowsShown, this, fitSoon);
    connect(m_tree, &QTreeView::expanded, this, fitSoon);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ValueTreeView::showWhole);
}

ValueTreeView::~ValueTreeView() = default;

void ValueTreeView::addActions()
{
    struct Entry {
        QString text;
        QKeySequence shortcut;
        void (ValueTreeView::*run)() const;
    };
    for (const Entry &entry : {Entry{tr("Copy &Value"), QKeySequence::Copy, &ValueTreeView::copyValue},
                               Entry{tr("Copy &Path"), {}, &ValueTreeView::copyPath},
                               Entry{tr("Copy as &JSON"), {}, &ValueTreeView::copyJson}}) {
        auto *action = new QAction(entry.text, m_tree);
        action->setShortcut(entry.shortcut);
        action->setShortcutContext(Qt::WidgetShortcut);
        connect(action, &QAction::triggered, this, [this, run = entry.run] { (this->*run)(); });
        m_tree->addAction(action);
    }
    auto *find = new QAction(tr("&Search"), m_tree);
    connect(find, &QAction::triggered, m_search, [this] { m_search->setFocus(Qt::ShortcutFocusReason); });
    m_search->openFrom(*m_tree);
    m_tree->addAction(find);
    m_tree->setContextMenuPolicy(Qt::ActionsContextMenu);
}

void ValueTreeView::addControl(QWidget *control)
{
    m_controls->addWidget(control);
}

void ValueTreeView::setEmptyText(const QString &text)
{
    m_emptyText = text;
    m_tree->setEmptyText(text);
}

void ValueTreeView::onReset()
{
    m_whole->hide();
    m_wholeOf = QPersistentModelIndex();
    if (!m_applying) {
        // Other data: what is being looked for is looked for in it.
        m_running.reset();
        m_searchTimer.stop();
        m_tree->setEmptyText(m_emptyText);
        if (!m_search->text().isEmpty()) {
            startSearch(m_search->text());
        }
    }
    if (m_rootsOpen && !m_model.matches()) {
        for (int row = 0; row < m_model.rowCount() && row < 100; ++row) {
            const QModelIndex index = m_model.index(row, 0);
            const int root = m_model.rootOf(index);
            m_tree->setExpanded(index, root < 0 || !m_model.roots()[static_cast<std::size_t>(root)].closedAtFirst);
        }
    }
    m_fitTimer.start();
}

void ValueTreeView::startSearch(const QString &text)
{
    m_running.reset();
    m_searchTimer.stop();
    if (text.isEmpty()) {
        m_tree->setEmptyText(m_emptyText);
        m_search->setAnswer({});
        m_applying = true;
        m_model.setMatches(std::nullopt);
        m_applying = false;
        return;
    }
    m_running = std::make_unique<ValueSearch>(m_model.searchRoots(), text);
    m_searchTimer.start();
}

void ValueTreeView::advanceSearch()
{
    if (!m_running) {
        m_searchTimer.stop();
        return;
    }
    if (!m_running->advance(searchSlice)) {
        m_search->setAnswer(tr("searching …"));
        return;
    }
    m_searchTimer.stop();
    ValueMatches matches = m_running->take();
    m_running.reset();
    const QString count = countText(static_cast<std::int64_t>(matches.count));
    m_search->setAnswer(matches.more ? tr("the first %1").arg(count) : tr("%1 found").arg(count));
    m_tree->setEmptyText(tr("Nothing here contains “%1”.").arg(m_search->text()));
    m_applying = true;
    m_model.setMatches(std::move(matches));
    m_applying = false;
    openFound({});
}

// Opens the ancestors of what was found; what was found itself stays closed.
void ValueTreeView::openFound(const QModelIndex &parent)
{
    const std::optional<ValueMatches> &matches = m_model.matches();
    if (!matches) {
        return;
    }
    while (m_model.canFetchMore(parent)) {
        m_model.fetchMore(parent);
    }
    for (int row = 0; row < m_model.rowCount(parent); ++row) {
        const QModelIndex index = m_model.index(row, 0, parent);
        if (m_model.leadsToMatch(index)) {
            openFound(index);
            m_tree->setExpanded(index, true);
        }
    }
}

// What fits depends on the width.
void ValueTreeView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_fitTimer.start();
}

void ValueTreeView::fitKeyColumn()
{
    if (!m_fitted) {
        showWhole();
        return;
    }
    const int most = qMax(80, m_tree->viewport()->width() * 45 / 100);
    QHeaderView *header = m_tree->header();
    header->resizeSection(0, qBound(72, m_tree->sizeHintForColumn(0), most));
    showWhole();
}

// Rows that stand for more members are replaced by those as soon as they are seen.
void ValueTreeView::fetchShown()
{
    const int height = m_tree->viewport()->height();
    QList<QPersistentModelIndex> parents;
    for (QModelIndex index = m_tree->indexAt(QPoint(0, 0)); index.isValid(); index = m_tree->indexBelow(index)) {
        if (m_tree->visualRect(index).top() > height) {
            break;
        }
        if (ValueTreeModel::isMoreRow(index)) {
            parents.push_back(index.parent());
        }
    }
    for (const QPersistentModelIndex &parent : parents) {
        m_model.fetchMore(parent);
    }
}

void ValueTreeView::showWhole()
{
    const QModelIndex value = m_tree->currentIndex().siblingAtColumn(1);
    const bool wanted = value.isValid() && !value.data(WholeRole).toString().isEmpty()
        && m_tree->itemDelegate()->sizeHint({}, value).width() > m_tree->columnWidth(1);
    if (wanted && m_wholeOf != value) {
        m_wholeOf = value;
        m_whole->showValue(value.data(WholeRole).toString());
    }
    if (wanted != m_whole->isVisibleTo(this)) {
        m_whole->setVisible(wanted);
        if (wanted) {
            m_tree->scrollTo(m_tree->currentIndex());
        }
    }
}

void ValueTreeView::copy(int role) const
{
    const QModelIndex index = m_tree->currentIndex();
    if (index.isValid()) {
        QApplication::clipboard()->setText(index.siblingAtColumn(0).data(role).toString());
    }
}

void ValueTreeView::copyValue() const
{
    copy(CopyRole);
}

void ValueTreeView::copyPath() const
{
    copy(PathRole);
}

void ValueTreeView::copyJson() const
{
    copy(CopyJsonRole);
}

} // namespace picket::ui
