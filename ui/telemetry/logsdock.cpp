// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/telemetry/logsdock.h"

#include "core/query/queryservice.h"
#include "core/store/delivery.h"
#include "ui/state/actions.h"
#include "ui/state/currentevent.h"
#include "ui/state/issuescope.h"
#include "ui/state/projectnames.h"
#include "ui/telemetry/logmodel.h"
#include "ui/values/valuetreemodel.h"
#include "ui/values/valuetreeview.h"
#include "ui/widgets/rowdelegate.h"
#include "ui/widgets/searchbox.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/tailfollower.h"
#include "ui/widgets/treeview.h"
#include "ui/wording/errortext.h"
#include "ui/wording/text.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QSplitter>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace picket::ui {

LogsDock::LogsDock(const DockContext &context, const IssueScope &scope, const ProjectNames &names, QWidget *parent)
    : Dock(u"logs"_s, tr("Logs"), parent)
    , m_context(context)
    , m_scope(scope)
    , m_names(names)
    , m_detailChannel(context.query.newChannel())
    , m_model(new LogModel(context.query, names, this))
    , m_view(new TableView(tr("Logs"), TableView::plainRow, this))
    , m_search(new SearchBox(tr("Search logs"), this))
    , m_levels(new QComboBox(this))
    , m_detailModel(new ValueTreeModel(this))
    , m_detail(new ValueTreeView(context.theme, *m_detailModel, tr("Log in detail"), this))
    , m_splitter(new QSplitter(this))
    , m_thisTrace(context.actions.add(u"logs.thisTrace"_s, tr("Logs of This Trace Only")))
    , m_follow(context.actions.add(u"logs.follow"_s, tr("Follow New Logs")))
    , m_showTrace(context.actions.add(u"logs.showTrace"_s, tr("Show the Log's &Trace")))
    , m_ofTrace(context.actions.add(u"logs.ofTrace"_s, tr("&Logs of the Log's Trace")))
    , m_copyJson(context.actions.add(u"logs.copyJson"_s, tr("Copy Log as &JSON")))
{
    addActions();
    setUpView();
    setWidget(makeContent());
    listen();
    showLog();
}

void LogsDock::addActions()
{
    m_thisTrace->setCheckable(true);
    m_thisTrace->setIconText(tr("This trace"));
    m_follow->setCheckable(true);
    m_follow->setChecked(true);
    m_follow->setIconText(tr("Follow"));
    auto *copy = new QAction(tr("&Copy Message"), m_view);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    m_view->addActions({copy, m_copyJson, m_showTrace, m_ofTrace});
    m_view->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(copy, &QAction::triggered, this, &LogsDock::copyMessage);
    connect(m_copyJson, &QAction::triggered, this, &LogsDock::copyJson);
    connect(m_showTrace, &QAction::triggered, this, &LogsDock::showTrace);
    connect(m_ofTrace, &QAction::triggered, this, [this] {
        chooseTrace();
        m_thisTrace->setChecked(true);
    });
}

void LogsDock::setUpView()
{
    m_view->setModel(m_model);
    m_view->setItemDelegate(new RowDelegate(m_context.theme, m_view));
    new TailFollower(*m_view, *m_follow);
    using Column = LogModel::Column;
    m_view->horizontalHeader()->setSectionResizeMode(int(Column::Message), QHeaderView::Stretch);
    m_view->setColumnWidth(int(Column::Time), 108);
    m_view->setColumnWidth(int(Column::Level), 72);
    m_view->setColumnWidth(int(Column::Trace), 84);
    m_view->setColumnWidth(int(Column::Project), 96);
    m_detail->setRootsOpen(true);
    m_detail->setEmptyText(tr("Select a log to see all of it."));
}

QWidget *LogsDock::makeTop()
{
    using model::Level;
    using model::Severity;
    m_levels->setAccessibleName(tr("Least level of logs"));
    m_levels->addItem(tr("All levels"), int(Severity::Unknown));
    for (const auto severity : {Severity::Info, Severity::Warning, Severity::Error}) {
        m_levels->addItem(tr("%1 and above").arg(severityWord(severity)), int(severity));
    }
    auto *top = new QWidget(this);
    auto *layout = new QHBoxLayout(top);
    layout->setContentsMargins(0, 1, 4, 1);
    layout->setSpacing(4);
    layout->addWidget(m_search, 1);
    layout->addWidget(m_levels);
    for (QAction *action : {m_thisTrace, m_follow}) {
        auto *button = new QToolButton(top);
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonTextOnly);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
        button->setAccessibleName(action->text());
        layout->addWidget(button);
    }
    return top;
}

QWidget *LogsDock::makeContent()
{
    m_splitter->addWidget(m_view);
    m_splitter->addWidget(m_detail);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    auto *content = new QWidget(this);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeTop());
    layout->addWidget(m_splitter, 1);
    return content;
}

void LogsDock::listen()
{
    connect(m_search, &SearchBox::searched, this, &LogsDock::applyFilter);
    connect(m_search, &SearchBox::left, this, &LogsDock::takeFocus);
    m_search->openFrom(*m_view);
    connect(m_levels, &QComboBox::currentIndexChanged, this, &LogsDock::applyFilter);
    connect(m_thisTrace, &QAction::toggled, this, &LogsDock::applyFilter);
    connect(&m_scope, &IssueScope::changed, this, &LogsDock::applyFilter);
    connect(&m_context.navigator, &Navigator::traceChanged, this, &LogsDock::applyFilter);
    connect(&m_context.current, &CurrentEvent::detailChanged, this, &LogsDock::applyFilter);
    connect(this, &Dock::cameIntoView, this, &LogsDock::onCameIntoView);
    connect(m_model, &LogModel::loaded, this, &LogsDock::showCount);
    connect(m_model, &LogModel::failed, this,
            [this](const Error &error) { m_view->setEmptyText(errorText(error, tr("The list of logs"))); });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &LogsDock::showLog);
    connect(m_model, &QAbstractItemModel::modelReset, this, &LogsDock::showLog);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &LogsDock::showLog);
    connect(m_view, &QTableView::activated, this, &LogsDock::showTrace);
    connect(m_view, &QTableView::doubleClicked, this, &LogsDock::showTrace);
}

void LogsDock::takeFocus()
{
    m_view->setFocus(Qt::ShortcutFocusReason);
    if (!m_view->currentIndex().isValid() && m_model->rowCount() > 0) {
        m_view->setCurrentRow(0);
    }
}

void LogsDock::resizeEvent(QResizeEvent *event)
{
    Dock::resizeEvent(event);
    arrange();
}

// In a narrow dock the message needs the room more, and the detail has room only once there is one.
void LogsDock::arrange()
{
    using Column = LogModel::Column;
    const bool isChosen = m_view->currentIndex().isValid();
    const bool beside = width() >= 520;
    m_splitter->setOrientation(beside ? Qt::Horizontal : Qt::Vertical);
    m_detail->setVisible(width() >= 760 || (isChosen && (beside || height() >= 360)));
    const int room = beside && m_detail->isVisibleTo(this) ? width() * 3 / 5 : width();
    m_view->setColumnHidden(int(Column::Project), room < 500);
    m_view->setColumnHidden(int(Column::Trace), room < 420);
}

void LogsDock::onCameIntoView()
{
    applyFilter();
    if (std::exchange(m_stale, false)) {
        m_model->refresh();
    }
    showLog();
}

void LogsDock::applyChanges(const store::ChangeSet &changes)
{
    if (!changes.telemetry) {
        return;
    }
    if (isInView()) {
        m_model->refresh();
    } else {
        m_stale = true;
    }
}

model::TraceId LogsDock::trace() const
{
    if (!m_context.navigator.trace().isNil()) {
        return m_context.navigator.trace();
    }
    const DetailPtr &detail = m_context.current.detail();
    return detail ? model::TraceId::parse(detail->event.traceId()).value_or(model::TraceId()) : model::TraceId();
}

void LogsDock::applyFilter()
{
    if (!isInView()) {
        return;
    }
    store::LogFilter filter;
    filter.project = m_scope.project();
    filter.text = m_search->text().trimmed().toStdString();
    filter.atLeast = static_cast<model::Severity>(m_levels->currentData().toInt());
    if (m_thisTrace->isChecked()) {
        filter.trace = trace();
    }
    m_view->setEmptyText(emptyText());
    m_model->setFilter(filter);
}

QString LogsDock::emptyText() const
{
    if (m_thisTrace->isChecked() && trace().isNil()) {
        return tr("The shown event belongs to no trace.");
    }
    if (m_thisTrace->isChecked() || !m_search->text().isEmpty() || m_levels->currentIndex() > 0
        || m_scope.project().has_value()) {
        return tr("No log here.");
    }
    return tr("No log has come yet. An SDK sends its logs once it is told to: in Python with enable_logs=True and "
              "sentry_sdk.logger, in JavaScript with enableLogs: true and Sentry.logger.");
}

void LogsDock::showCount()
{
    m_view->setEmptyText(emptyText()); // an error may have stood there
    const int count = m_model->rowCount();
    m_search->setAnswer(!m_model->isComplete() ? tr("Loading …")
                            : count == 1       ? tr("1 log")
                                               : tr("%1 logs").arg(countText(count)));
    if (m_follow->isChecked()) {
        m_view->scrollToTop();
    }
}

const model::LogRow *LogsDock::current() const
{
    return m_model->rowAt(m_view->currentIndex().row());
}

void LogsDock::showLog()
{
    arrange();
    const model::LogRow *log = current();
    m_showTrace->setEnabled(log && !log->trace.isNil());
    m_ofTrace->setEnabled(log && !log->trace.isNil());
    if (!isInView() || (log && m_asked == log->id)) {
        return;
    }
    m_context.query.cancel(query::Lane::Details, m_detailChannel);
    m_asked = log ? log->id : LogId();
    m_copyJson->setEnabled(false);
    if (!log) {
        m_shown.reset();
        m_detailModel->setRoots({});
        return;
    }
    m_context.query.ask<LogDetail>(
        query::Lane::Details, m_detailChannel, this,
        [row = *log](store::Reader &reader) { return readLogDetail(reader, row); },
        [this](Result<LogDetail> detail) {
            if (detail) {
                showDetail(*detail);
            } else {
                m_asked = {};
            }
        });
}

void LogsDock::showDetail(const LogDetail &detail)
{
    m_shown = detail;
    m_copyJson->setEnabled(true);
    m_detailModel->setRoots(logRoots(detail, m_names.nameOf(detail.log.project)));
    // A message that does not fit is then shown whole below.
    m_detail->tree().setCurrentIndex(m_detailModel->index(0, 0, m_detailModel->index(0, 0)));
}

void LogsDock::chooseTrace()
{
    if (const model::LogRow *log = current(); log && !log->trace.isNil()) {
        m_context.navigator.selectTrace(log->trace);
    }
}

void LogsDock::showTrace()
{
    if (m_showTrace->isEnabled()) {
        chooseTrace();
        Q_EMIT traceWanted();
    }
}

void LogsDock::copyMessage()
{
    if (const model::LogRow *log = current()) {
        const bool isWhole = m_shown && m_shown->log.id == log->id;
        QApplication::clipboard()->setText(QString::fromStdString(isWhole ? m_shown->body : log->body));
    }
}

void LogsDock::copyJson()
{
    if (m_shown) {
        QApplication::clipboard()->setText(logJson(*m_shown));
    }
}

} // namespace picket::ui
