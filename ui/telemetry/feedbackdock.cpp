// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/telemetry/feedbackdock.h"

#include "core/base/limits.h"
#include "core/query/queryservice.h"
#include "core/store/delivery.h"
#include "ui/state/actions.h"
#include "ui/state/navigator.h"
#include "ui/state/projectnames.h"
#include "ui/telemetry/feedbackmodel.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/rowdelegate.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/wholevalue.h"
#include "ui/wording/errortext.h"
#include "ui/wording/text.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QSplitter>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace picket::ui {

FeedbackDock::FeedbackDock(const DockContext &context, const ProjectNames &names, QWidget *parent)
    : Dock(u"feedback"_s, tr("Feedback"), parent)
    , m_context(context)
    , m_names(names)
    , m_channel(context.query.newChannel())
    , m_model(new FeedbackModel(this))
    , m_view(new TableView(tr("Feedback"), TableView::plainRow, this))
    , m_splitter(new QSplitter(this))
    , m_from(new ElidedLabel(this))
    , m_about(new ElidedLabel(this))
    , m_message(new WholeValue(this))
    , m_goToEvent(context.actions.add(u"feedback.goToEvent"_s, tr("&Go to the Feedback's Event")))
    , m_showAttachments(context.actions.add(u"feedback.attachments"_s, tr("&Show the Feedback's Attachments")))
{
    addActions();
    setUpView();
    m_splitter->addWidget(m_view);
    m_splitter->addWidget(makeDetail());
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    m_splitter->setChildrenCollapsible(false);
    setWidget(m_splitter);
    m_refreshTimer.setSingleShot(true);
    m_refreshTimer.setInterval(limits::reorderInterval);
    connect(&m_refreshTimer, &QTimer::timeout, this, [this] {
        if (isInView() && m_stale) {
            refresh();
        }
    });
    connect(this, &Dock::cameIntoView, this, &FeedbackDock::onCameIntoView);
    connect(&names, &ProjectNames::changed, this, &FeedbackDock::showEntry);
    showEntry();
}

void FeedbackDock::addActions()
{
    m_goToEvent->setIconText(tr("Go to event"));
    auto *copy = new QAction(tr("&Copy Message"), m_view);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    m_view->addActions({m_goToEvent, m_showAttachments, copy});
    m_view->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(copy, &QAction::triggered, this, &FeedbackDock::copyMessage);
    connect(m_goToEvent, &QAction::triggered, this, &FeedbackDock::goToEvent);
    connect(m_showAttachments, &QAction::triggered, this, &FeedbackDock::showAttachments);
}

void FeedbackDock::setUpView()
{
    m_view->setModel(m_model);
    m_view->setItemDelegate(new RowDelegate(m_context.theme, m_view));
    m_view->setEmptyText(tr("Nobody has written yet. Feedback comes from an SDK's feedback form, from "
                            "Sentry.captureFeedback(), and from the dialogs that programs show after a crash."));
    using Column = FeedbackModel::Column;
    m_view->horizontalHeader()->setSectionResizeMode(int(Column::Message), QHeaderView::Stretch);
    m_view->setColumnWidth(int(Column::Time), 72);
    m_view->setColumnWidth(int(Column::From), 150);
    m_view->setColumnWidth(int(Column::Issue), 170);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &FeedbackDock::showEntry);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &FeedbackDock::showEntry);
    connect(m_view, &QTableView::activated, this, &FeedbackDock::goToEvent);
    connect(m_view, &QTableView::doubleClicked, this, &FeedbackDock::goToEvent);
}

QWidget *FeedbackDock::makeDetail()
{
    auto *detail = new QWidget(this);
    detail->setBackgroundRole(QPalette::Base);
    detail->setAutoFillBackground(true);
    QFont bold = font();
    bold.setBold(true);
    m_from->setFont(bold);
    m_about->setColorRole(QPalette::PlaceholderText);
    m_message->setAccessibleName(tr("The whole message"));
    m_message->setFont(font()); // a person's words, no code
    auto *about = new QHBoxLayout;
    about->addWidget(m_about, 1);
    addButton(m_showAttachments, *about);
    addButton(m_goToEvent, *about);
    auto *top = new QVBoxLayout;
    top->setContentsMargins(8, 6, 8, 4);
    top->setSpacing(2);
    top->addWidget(m_from);
    top->addLayout(about);
    auto *layout = new QVBoxLayout(detail);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addWidget(m_message, 1);
    return detail;
}

// There while there is something to do for it.
void FeedbackDock::addButton(QAction *action, QHBoxLayout &layout)
{
    auto *button = new QToolButton(this);
    button->setDefaultAction(action);
    button->setFocusPolicy(Qt::TabFocus);
    button->setAccessibleName(action->text().remove(u'&'));
    connect(action, &QAction::enabledChanged, button, &QWidget::setVisible);
    layout.addWidget(button);
}

QString FeedbackDock::aboutLine() const
{
    return m_about->text();
}

void FeedbackDock::takeFocus()
{
    m_view->setFocus(Qt::ShortcutFocusReason);
}

// In a narrow dock the message needs the room more, and its whole stands below the list.
void FeedbackDock::resizeEvent(QResizeEvent *event)
{
    Dock::resizeEvent(event);
    const bool beside = width() >= 480;
    m_splitter->setOrientation(beside ? Qt::Horizontal : Qt::Vertical);
    const int room = beside ? width() * 3 / 5 : width();
    m_view->setColumnHidden(int(FeedbackModel::Column::Issue), room < 520);
    m_view->setColumnHidden(int(FeedbackModel::Column::From), room < 340);
}

void FeedbackDock::onCameIntoView()
{
    if (m_stale) {
        refresh();
    }
}

// The title of an issue may change with every event.
void FeedbackDock::applyChanges(const store::ChangeSet &changes)
{
    if (changes.telemetry || changes.issuesReordered || (changes.events > 0 && m_model->rowCount() > 0)) {
        m_stale = true;
        if (isInView() && !m_refreshTimer.isActive()) {
            refresh();
        }
    }
}

void FeedbackDock::refresh()
{
    m_stale = false;
    m_refreshTimer.start();
    m_context.query.ask<std::vector<FeedbackEntry>>(
        query::Lane::Lists, m_channel, this, [](store::Reader &reader) { return readFeedback(reader); },
        [this](Result<std::vector<FeedbackEntry>> entries) {
            if (entries) {
                m_model->setEntries(std::move(*entries));
                select(m_wanted);
                if (!m_view->currentIndex().isValid() && m_model->rowCount() > 0) {
                    m_view->setCurrentRow(0);
                }
            } else if (entries.error().code == ErrorCode::Interrupted) {
                m_stale = true;
            } else {
                m_view->setEmptyText(errorText(entries.error(), tr("The feedback")));
            }
        });
}

void FeedbackDock::select(FeedbackId id)
{
    m_wanted = id;
    if (const int row = m_model->rowOf(id); row >= 0) {
        m_wanted = {};
        m_view->setCurrentRow(row);
    }
}

const FeedbackEntry *FeedbackDock::current() const
{
    return m_model->entryAt(m_view->currentIndex().row());
}

void FeedbackDock::showEntry()
{
    const FeedbackEntry *entry = current();
    m_goToEvent->setEnabled(entry && entry->row.event.isValid());
    const int attachments = entry ? static_cast<int>(entry->row.attachments.size()) : 0;
    m_showAttachments->setEnabled(attachments > 0);
    m_showAttachments->setIconText(attachments == 1 ? tr("1 attachment") : tr("%1 attachments").arg(attachments));
    const FeedbackId id = entry ? entry->row.id : FeedbackId();
    if (std::exchange(m_detailOf, id) != id) {
        m_message->showValue(entry ? toText(entry->row.feedback.message) : QString());
    }
    if (!entry) {
        m_from->setText({});
        m_about->setText({});
        return;
    }
    const model::Feedback &feedback = entry->row.feedback;
    QStringList parts;
    for (const std::string *text : {&feedback.url, &feedback.source}) {
        if (!text->empty()) {
            parts.push_back(toLine(*text, 300));
        }
    }
    if (!entry->row.event.isValid()) {
        parts.push_back(
            feedback.eventId
                ? tr("about event %1, which is not here").arg(QString::fromStdString(feedback.eventId->hex()))
                : tr("about no event"));
    }
    parts << absoluteTime(entry->row.timestamp) << m_names.nameOf(entry->row.project);
    m_from->setText(feedbackSender(feedback));
    m_about->setText(parts.join(u" · "_s));
}

void FeedbackDock::goToEvent()
{
    if (const FeedbackEntry *entry = current(); entry && entry->row.event.isValid()) {
        const model::FeedbackRow row = entry->row;
        m_context.navigator.selectIssue(row.issue);
        m_context.navigator.selectEvent(row.event);
    }
}

void FeedbackDock::showAttachments()
{
    if (const FeedbackEntry *entry = current(); entry && !entry->row.attachments.empty()) {
        Q_EMIT attachmentWanted(entry->row.attachments.front());
    }
}

void FeedbackDock::copyMessage()
{
    if (const FeedbackEntry *entry = current()) {
        QApplication::clipboard()->setText(QString::fromStdString(entry->row.feedback.message));
    }
}

} // namespace picket::ui
