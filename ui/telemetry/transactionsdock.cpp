// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/telemetry/transactionsdock.h"

#include "core/store/delivery.h"
#include "ui/state/actions.h"
#include "ui/state/issuescope.h"
#include "ui/state/navigator.h"
#include "ui/telemetry/transactionmodel.h"
#include "ui/widgets/rowdelegate.h"
#include "ui/widgets/searchbox.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/tailfollower.h"
#include "ui/wording/errortext.h"
#include "ui/wording/text.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace picket::ui {

TransactionsDock::TransactionsDock(const DockContext &context, const IssueScope &scope, const ProjectNames &names,
                                   QWidget *parent)
    : Dock(u"transactions"_s, tr("Transactions"), parent)
    , m_context(context)
    , m_scope(scope)
    , m_model(new TransactionModel(context.query, names, this))
    , m_view(new TableView(tr("Transactions"), TableView::plainRow, this))
    , m_search(new SearchBox(tr("Search transactions"), this))
    , m_follow(context.actions.add(u"transactions.follow"_s, tr("Follow New Transactions")))
{
    m_follow->setCheckable(true);
    m_follow->setChecked(true);
    m_follow->setIconText(tr("Follow"));
    setUpView();
    addActions();
    auto *content = new QWidget(this);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeTop());
    layout->addWidget(m_view, 1);
    setWidget(content);
    listen();
}

void TransactionsDock::setUpView()
{
    m_view->setModel(m_model);
    m_view->setItemDelegate(new RowDelegate(m_context.theme, m_view));
    new TailFollower(*m_view, *m_follow);
    using Column = TransactionModel::Column;
    m_view->horizontalHeader()->setSectionResizeMode(int(Column::Name), QHeaderView::Stretch);
    m_view->setColumnWidth(int(Column::Time), 108);
    m_view->setColumnWidth(int(Column::Operation), 96);
    m_view->setColumnWidth(int(Column::Status), 100);
    m_view->setColumnWidth(int(Column::Duration), 76);
    m_view->setColumnWidth(int(Column::Project), 104);
    m_view->setColumnWidth(int(Column::Trace), 88);
}

void TransactionsDock::addActions()
{
    const auto add = [this](const QString &text, const QKeySequence &shortcut, auto act) {
        auto *action = new QAction(text, m_view);
        action->setShortcut(shortcut);
        action->setShortcutContext(Qt::WidgetShortcut);
        connect(action, &QAction::triggered, this, act);
        m_view->addAction(action);
    };
    add(tr("Show the &Trace"), {}, &TransactionsDock::showTrace);
    add(tr("&Copy Name"), QKeySequence(QKeySequence::Copy), [this] {
        if (const model::SpanRow *transaction = current()) {
            QApplication::clipboard()->setText(QString::fromStdString(transaction->description));
        }
    });
    add(tr("Copy Trace &Id"), {}, [this] {
        if (const model::SpanRow *transaction = current()) {
            QApplication::clipboard()->setText(QString::fromStdString(transaction->trace.hex()));
        }
    });
    m_view->setContextMenuPolicy(Qt::ActionsContextMenu);
}

QWidget *TransactionsDock::makeTop()
{
    auto *follow = new QToolButton(this);
    follow->setDefaultAction(m_follow);
    follow->setToolButtonStyle(Qt::ToolButtonTextOnly);
    follow->setAutoRaise(true);
    follow->setFocusPolicy(Qt::TabFocus);
    follow->setAccessibleName(m_follow->text());
    auto *top = new QWidget(this);
    auto *layout = new QHBoxLayout(top);
    layout->setContentsMargins(0, 1, 4, 1);
    layout->setSpacing(4);
    layout->addWidget(m_search, 1);
    layout->addWidget(follow);
    return top;
}

void TransactionsDock::listen()
{
    connect(m_search, &SearchBox::searched, this, &TransactionsDock::applyFilter);
    connect(m_search, &SearchBox::left, this, &TransactionsDock::takeFocus);
    m_search->openFrom(*m_view);
    connect(&m_scope, &IssueScope::changed, this, &TransactionsDock::applyFilter);
    connect(this, &Dock::cameIntoView, this, &TransactionsDock::catchUp);
    connect(m_model, &TransactionModel::loaded, this, &TransactionsDock::showCount);
    connect(m_model, &TransactionModel::failed, this,
            [this](const Error &error) { m_view->setEmptyText(errorText(error, tr("The list of transactions"))); });
    connect(m_view, &QTableView::activated, this, &TransactionsDock::showTrace);
    connect(m_view, &QTableView::doubleClicked, this, &TransactionsDock::showTrace);
}

void TransactionsDock::takeFocus()
{
    m_view->setFocus(Qt::ShortcutFocusReason);
    if (!m_view->currentIndex().isValid() && m_model->rowCount() > 0) {
        m_view->setCurrentRow(0);
    }
}

// In a narrow dock the name needs the room more.
void TransactionsDock::resizeEvent(QResizeEvent *event)
{
    Dock::resizeEvent(event);
    using Column = TransactionModel::Column;
    m_view->setColumnHidden(int(Column::Trace), width() < 860);
    m_view->setColumnHidden(int(Column::Project), width() < 740);
    m_view->setColumnHidden(int(Column::Status), width() < 520);
    m_view->setColumnHidden(int(Column::Operation), width() < 420);
}

void TransactionsDock::catchUp()
{
    applyFilter();
    if (std::exchange(m_stale, false)) {
        m_model->refresh();
    }
}

void TransactionsDock::applyChanges(const store::ChangeSet &changes)
{
    m_stale = m_stale || changes.telemetry || changes.issuesReordered;
    if (m_stale && isInView()) {
        catchUp();
    }
}

void TransactionsDock::applyFilter()
{
    if (!isInView()) {
        return;
    }
    store::TransactionFilter filter;
    filter.project = m_scope.project();
    filter.text = m_search->text().trimmed().toStdString();
    m_view->setEmptyText(emptyText());
    m_model->setFilter(filter);
}

QString TransactionsDock::emptyText() const
{
    return !m_search->text().isEmpty() || m_scope.project()
        ? tr("No transaction here.")
        : tr("No transaction has come yet. An SDK sends them when tracing is on: in Python with "
             "traces_sample_rate=1.0, in JavaScript with tracesSampleRate: 1.0.");
}

void TransactionsDock::showCount()
{
    m_view->setEmptyText(emptyText()); // an error may have stood there
    const int count = m_model->rowCount();
    m_search->setAnswer(!m_model->isComplete() ? tr("Loading …")
                            : count == 1       ? tr("1 transaction")
                                               : tr("%1 transactions").arg(countText(count)));
}

const model::SpanRow *TransactionsDock::current() const
{
    return m_model->rowAt(m_view->currentIndex().row());
}

void TransactionsDock::showTrace()
{
    if (const model::SpanRow *transaction = current(); transaction && !transaction->trace.isNil()) {
        m_context.navigator.selectTrace(transaction->trace);
        Q_EMIT traceWanted();
    }
}

} // namespace picket::ui
