// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/telemetry/tracedock.h"

#include "core/base/limits.h"
#include "core/query/queryservice.h"
#include "core/store/delivery.h"
#include "ui/state/actions.h"
#include "ui/state/currentevent.h"
#include "ui/state/projectnames.h"
#include "ui/telemetry/logtext.h"
#include "ui/telemetry/spanroots.h"
#include "ui/telemetry/tracedelegate.h"
#include "ui/telemetry/tracetext.h"
#include "ui/values/valuetreemodel.h"
#include "ui/values/valuetreeview.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/treeview.h"
#include "ui/wording/errortext.h"
#include "ui/wording/plaintext.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QSplitter>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace picket::ui {

namespace {

using Column = TraceModel::Column;

constexpr int wideEnoughForBoth = 860; // pixels: data beside the trace, else below it

// From each width on there is room for the column.
struct Room {
    Column column;
    int pixels;
    int from;
};
constexpr Room rooms[] = {
    {Column::Project, 104, 760}, {Column::Status, 92, 600}, {Column::Start, 76, 560}, {Column::Duration, 72, 0}};

} // namespace

TraceDock::TraceDock(const DockContext &context, const ProjectNames &names, QWidget *parent)
    : Dock(u"trace"_s, tr("Trace"), parent)
    , m_context(context)
    , m_names(names)
    , m_channel(context.query.newChannel())
    , m_dataChannel(context.query.newChannel())
    , m_model(new TraceModel(names, this))
    , m_view(new TreeView(tr("Trace"), this))
    , m_dataModel(new ValueTreeModel(this))
    , m_data(new ValueTreeView(context.theme, *m_dataModel, tr("Data of the trace"), this))
    , m_splitter(new QSplitter(Qt::Vertical, this))
    , m_summary(new ElidedLabel(this))
    , m_notice(plainLabel({}, this))
    , m_copyId(context.actions.add(u"trace.copyId"_s, tr("Copy Trace Id")))
    , m_logs(context.actions.add(u"trace.logs"_s, tr("Logs in the Trace")))
{
    setUpView();
    addViewActions();
    m_data->setRootsOpen(true);
    m_data->setEmptyText(tr("Select a row to see its data."));
    m_notice->setWordWrap(true);
    m_notice->setContentsMargins(8, 4, 8, 4);
    m_notice->setForegroundRole(QPalette::PlaceholderText);
    m_splitter->addWidget(m_view);
    m_splitter->addWidget(m_data);
    m_splitter->setStretchFactor(0, 2);
    m_splitter->setStretchFactor(1, 1);
    auto *content = new QWidget(this);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeBar());
    layout->addWidget(m_notice);
    layout->addWidget(m_splitter, 1);
    setWidget(content);
    m_again.setSingleShot(true);
    m_again.setInterval(limits::reorderInterval);
    listen();
    follow();
    showWords();
}

void TraceDock::setUpView()
{
    m_view->setModel(m_model);
    m_view->setItemDelegate(new TraceDelegate(m_context.theme, m_view));
    QHeaderView *header = m_view->header();
    header->setStretchLastSection(true);
    header->setSectionsMovable(false);
    for (const Room &room : rooms) {
        header->resizeSection(int(room.column), room.pixels);
    }
    m_view->setIndentation(14);
    m_view->setContextMenuPolicy(Qt::ActionsContextMenu);
}

void TraceDock::addViewActions()
{
    const auto add = [this](const QString &text, const QKeySequence &shortcut, auto act) {
        auto *action = new QAction(text, m_view);
        action->setShortcut(shortcut);
        action->setShortcutContext(Qt::WidgetShortcut);
        connect(action, &QAction::triggered, m_view, act);
        m_view->addAction(action);
    };
    add(tr("&Copy Row"), QKeySequence(QKeySequence::Copy), [this] {
        if (const QModelIndex row = m_view->currentIndex(); row.isValid()) {
            QApplication::clipboard()->setText(row.siblingAtColumn(0).data().toString());
        }
    });
    m_view->addAction(m_copyId);
    add(tr("&Open All"), {}, [this] {
        m_closed.clear();
        m_view->expandAll();
    });
}

QWidget *TraceDock::makeBar()
{
    m_copyId->setIconText(tr("Copy id"));
    m_logs->setIconText(tr("Logs"));
    m_logs->setCheckable(true);
    m_logs->setChecked(true);
    auto *bar = new QWidget(this);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(8, 1, 4, 1);
    layout->setSpacing(4);
    layout->addWidget(m_summary, 1);
    for (QAction *action : {m_logs, m_copyId}) {
        auto *button = new QToolButton(bar);
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonTextOnly);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
        button->setAccessibleName(action->text());
        layout->addWidget(button);
    }
    return bar;
}

void TraceDock::listen()
{
    connect(m_copyId, &QAction::triggered, this, &TraceDock::copyId);
    connect(m_logs, &QAction::toggled, m_model, &TraceModel::setLogsShown);
    connect(m_model, &QAbstractItemModel::modelReset, this, &TraceDock::restoreRows);
    connect(m_view, &QTreeView::collapsed, this, [this](const QModelIndex &index) { remember(index, false); });
    connect(m_view, &QTreeView::expanded, this, [this](const QModelIndex &index) { remember(index, true); });
    connect(m_view, &QTreeView::activated, this, &TraceDock::goTo);
    connect(m_view, &QTreeView::clicked, this, &TraceDock::goTo);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &TraceDock::showData);
    connect(&m_context.navigator, &Navigator::traceChanged, this, &TraceDock::follow);
    connect(&m_context.navigator, &Navigator::issueChanged, this, &TraceDock::follow);
    connect(&m_context.current, &CurrentEvent::detailChanged, this, &TraceDock::follow);
    connect(this, &Dock::cameIntoView, this, [this] {
        if (m_stale) {
            ask();
        }
    });
    connect(&m_again, &QTimer::timeout, this, [this] {
        if (m_stale) {
            ask();
        }
    });
}

QString TraceDock::summary() const
{
    return m_summary->text();
}

QString TraceDock::notice() const
{
    return m_notice->text();
}

void TraceDock::takeFocus()
{
    m_view->setFocus(Qt::ShortcutFocusReason);
}

void TraceDock::applyChanges(const store::ChangeSet &changes)
{
    if (!m_trace.isNil() && (changes.telemetry || changes.events > 0 || changes.issuesReordered)) {
        m_stale = true;
        if (!m_again.isActive()) {
            ask();
        }
    }
}

// To the chosen trace, else to that of the shown event.
void TraceDock::follow()
{
    const DetailPtr detail = m_context.current.detail();
    model::TraceId trace = m_context.navigator.trace();
    if (trace.isNil()) {
        const EventId selected = m_context.navigator.selectedEvent();
        const bool isUnderWay = m_context.navigator.issue().isValid() && !m_context.current.error()
            && (!detail || detail->row.id != selected);
        if (isUnderWay) {
            return; // until the event is here, the trace before stays
        }
        trace = detail ? EventUuid::parse(detail->event.traceId()).value_or(model::TraceId()) : model::TraceId();
    }
    const EventId shown = detail ? detail->row.id : EventId();
    const bool isAnother = std::exchange(m_shownEvent, shown) != shown;
    m_model->setShownEvent(shown);
    if (trace == m_trace && isAnother) {
        m_current = {}; // its row is the one to look at
        restoreRows();
    }
    if (trace != m_trace) {
        m_trace = trace;
        m_stale = true;
        m_closed.clear();
        m_current = {};
        m_context.query.cancel(query::Lane::Lists, m_channel);
        if (trace.isNil()) {
            showContent(nullptr);
        }
    }
    if (m_stale) {
        ask();
    }
    showWords();
}

void TraceDock::ask()
{
    if (m_trace.isNil() || !isInView()) {
        return;
    }
    m_stale = false;
    m_again.start();
    m_context.query.ask<TraceContent>(
        query::Lane::Lists, m_channel, this,
        [trace = m_trace](store::Reader &reader) { return readTrace(reader, trace); },
        [this](Result<TraceContent> content) {
            if (content) {
                showContent(std::make_shared<const TraceContent>(std::move(*content)));
            } else if (content.error().code == ErrorCode::Interrupted) {
                m_stale = true;
            } else {
                showContent(nullptr);
                m_view->setEmptyText(errorText(content.error(), tr("The trace")));
            }
        });
}

void TraceDock::showContent(std::shared_ptr<const TraceContent> content)
{
    m_model->setContent(std::move(content));
    showWords();
}

void TraceDock::showWords()
{
    const DetailPtr detail = m_context.current.detail();
    const std::shared_ptr<const TraceContent> &content = m_model->content();
    const bool hasRows = m_model->rowCount() > 0;
    m_copyId->setEnabled(!m_trace.isNil());
    m_data->setVisible(hasRows);
    m_view->setEmptyText(!m_trace.isNil() ? (content ? tr("Nothing of this trace is here.") : tr("Loading …"))
                             : detail     ? tr("This event names no trace.")
                                          : tr("Select an issue or a transaction to see its trace."));
    m_notice->setText(content && content->parts.spanCount == 0
                          ? tr("No spans of this trace were received: SDKs send them when tracing is on "
                               "(traces_sample_rate=1.0).")
                          : QString());
    m_notice->setVisible(!m_notice->text().isEmpty());
    if (!content) {
        m_summary->setText(m_trace.isNil() ? QString() : tr("trace %1").arg(QString::fromStdString(m_trace.hex())));
        return;
    }
    QStringList parts{tracePartsText(content->parts)};
    if (!content->parts.spans.empty()) {
        parts.push_back(spanDuration(m_model->tree().axis.to - m_model->tree().axis.from));
    }
    parts.push_back(tr("trace %1").arg(QString::fromStdString(content->trace.hex())));
    m_summary->setText(parts.join(u" · "_s));
}

// All is open but what somebody closed; the row that was selected is, or the shown event.
void TraceDock::restoreRows()
{
    const QScopedValueRollback restoring(m_restoring, true);
    m_view->expandAll();
    for (const TraceModel::Key &key : m_closed) {
        if (const QModelIndex row = m_model->find(key); row.isValid()) {
            m_view->setExpanded(row, false);
        }
    }
    const DetailPtr detail = m_context.current.detail();
    QModelIndex row = m_current == TraceModel::Key() ? QModelIndex() : m_model->find(m_current);
    if (!row.isValid() && detail) {
        row = m_model->find({TraceRow::Kind::Event, detail->row.id.value});
    }
    if (row.isValid()) {
        m_view->setCurrentIndex(row);
        m_view->scrollTo(row);
        m_view->horizontalScrollBar()->setValue(0);
    }
    showData();
}

void TraceDock::remember(const QModelIndex &index, bool open)
{
    if (m_restoring) {
        return;
    }
    if (open) {
        m_closed.erase(m_model->keyOf(index));
    } else {
        m_closed.insert(m_model->keyOf(index));
    }
}

void TraceDock::showData()
{
    const QModelIndex row = m_view->currentIndex();
    m_context.query.cancel(query::Lane::Details, m_dataChannel);
    if (!row.isValid()) {
        m_dataModel->setRoots({});
        return;
    }
    if (!m_restoring) {
        m_current = m_model->keyOf(row);
    }
    const auto show = [this](const auto &roots) {
        m_dataModel->setRoots(roots);
    };
    if (const model::SpanRow *span = m_model->spanAt(row)) {
        m_context.query.ask<SpanDetail>(
            query::Lane::Details, m_dataChannel, this,
            [span = *span](store::Reader &reader) { return readSpanDetail(reader, span); },
            [this, show](const Result<SpanDetail> &detail) {
                if (detail) {
                    show(spanRoots(*detail, m_names.nameOf(detail->span.project)));
                }
            });
    } else if (const model::LogRow *log = m_model->logAt(row)) {
        m_context.query.ask<LogDetail>(
            query::Lane::Details, m_dataChannel, this,
            [log = *log](store::Reader &reader) { return readLogDetail(reader, log); },
            [this, show](const Result<LogDetail> &detail) {
                if (detail) {
                    show(logRoots(*detail, m_names.nameOf(detail->log.project)));
                }
            });
    } else if (const model::EventRow *event = m_model->eventAt(row)) {
        show(traceEventRoots(*event, m_names.nameOf(event->project)));
    }
}

void TraceDock::goTo(const QModelIndex &index)
{
    if (const model::EventRow *event = m_model->eventAt(index)) {
        const auto [issue, id] = std::pair(event->issue, event->id);
        m_context.navigator.selectIssue(issue);
        m_context.navigator.selectEvent(id);
    }
}

void TraceDock::copyId() const
{
    if (!m_trace.isNil()) {
        QApplication::clipboard()->setText(QString::fromStdString(m_trace.hex()));
    }
}

// Columns that have no room go; the name and the axis share what is left.
void TraceDock::resizeEvent(QResizeEvent *event)
{
    Dock::resizeEvent(event);
    const bool beside = width() >= wideEnoughForBoth;
    m_splitter->setOrientation(beside ? Qt::Horizontal : Qt::Vertical);
    const int whole = beside ? width() * 2 / 3 : width();
    QHeaderView *header = m_view->header();
    int left = whole;
    for (const Room &room : rooms) {
        header->setSectionHidden(int(room.column), whole < room.from);
        left -= whole < room.from ? 0 : header->sectionSize(int(room.column));
    }
    header->resizeSection(int(Column::Operation), std::max(120, left * 60 / 100));
}

} // namespace picket::ui
