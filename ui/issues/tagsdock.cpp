// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/issues/tagsdock.h"

#include "core/base/limits.h"
#include "core/query/queryservice.h"
#include "ui/issues/tagmodel.h"
#include "ui/issues/tagsharemodel.h"
#include "ui/state/currentevent.h"
#include "ui/state/pinnedtags.h"
#include "ui/values/valuedelegate.h"
#include "ui/widgets/tableview.h"
#include "ui/wording/errortext.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMetaMethod>
#include <QSplitter>

using namespace Qt::Literals::StringLiterals;

namespace picket::ui {

TagsDock::TagsDock(const DockContext &context, QWidget *parent)
    : Dock(u"tags"_s, tr("Tags"), parent)
    , m_context(context)
    , m_channel(context.query.newChannel())
    , m_tagModel(new TagModel(this))
    , m_shareModel(new TagShareModel(this))
    , m_tags(new TableView(tr("Tags of the event"), TableView::plainRow, this))
    , m_shares(new TableView(tr("Values in the issue"), TableView::plainRow, this))
    , m_splitter(new QSplitter(Qt::Horizontal, this))
{
    makeViews();
    m_again.setSingleShot(true);
    m_again.setInterval(limits::reorderInterval);
    connect(&m_again, &QTimer::timeout, this, &TagsDock::askCounts);
    connect(&context.current, &CurrentEvent::detailChanged, this, &TagsDock::showDetail);
    connect(&context.current, &CurrentEvent::issueChanged, this, &TagsDock::askCounts);
    connect(this, &QDockWidget::visibilityChanged, this, &TagsDock::askCounts);
    connect(&context.pinned, &PinnedTags::changed, this, [this] { m_tagModel->setPinned(m_context.pinned.keys()); });
    connect(m_tags->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) {
                if (current.isValid()) {
                    m_key = m_tagModel->keyAt(current.row());
                    showShares();
                }
            });
    m_tagModel->setPinned(context.pinned.keys());
    showDetail();
}

void TagsDock::makeViews()
{
    m_tags->setModel(m_tagModel);
    m_tags->setItemDelegate(new ValueDelegate(m_context.theme, m_tags));
    m_tags->setColumnWidth(0, 110);
    m_tags->horizontalHeader()->setStretchLastSection(true);
    m_shares->setModel(m_shareModel);
    m_shares->setItemDelegate(new ValueDelegate(m_context.theme, m_shares));
    using Column = TagShareModel::Column;
    QHeaderView *header = m_shares->horizontalHeader();
    header->setSectionResizeMode(int(Column::Value), QHeaderView::Stretch);
    m_shares->setColumnWidth(int(Column::Share), 54);
    m_shares->setColumnWidth(int(Column::Percent), 56);
    m_shares->setColumnWidth(int(Column::Events), 60);
    addCopyActions(*m_tags);
    addCopyActions(*m_shares);
    addPinAction();
    m_splitter->addWidget(m_tags);
    m_splitter->addWidget(m_shares);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setSizes({44, 56});
    setWidget(m_splitter);
}

void TagsDock::addCopyActions(TableView &view)
{
    const auto add = [&](const QString &text, const QKeySequence &shortcut, int role) {
        auto *action = new QAction(text, &view);
        action->setShortcut(shortcut);
        action->setShortcutContext(Qt::WidgetShortcut);
        connect(action, &QAction::triggered, &view, [&view, role] {
            if (view.currentIndex().isValid()) {
                QApplication::clipboard()->setText(view.currentIndex().data(role).toString());
            }
        });
        view.addAction(action);
    };
    add(tr("Copy &Value"), QKeySequence(QKeySequence::Copy), CopyRole);
    add(tr("Copy &Key and Value"), {}, PathRole);
    auto *filter = new QAction(tr("&Filter by This Value"), &view);
    filter->setVisible(false);
    connect(filter, &QAction::triggered, this, [this, &view] {
        if (view.currentIndex().isValid()) {
            Q_EMIT filterWanted(view.currentIndex().data(CopyRole).toString());
        }
    });
    m_filterActions.push_back(filter);
    view.addAction(filter);
    view.setContextMenuPolicy(Qt::ActionsContextMenu);
}

void TagsDock::addPinAction()
{
    // The key stands in the text and is caught below: the window may have the same one for something else.
    auto *pin = new QAction(tr("&Pin or Unpin in Every Event\tP"), m_tags);
    connect(pin, &QAction::triggered, this, &TagsDock::togglePin);
    m_tags->addAction(pin);
    m_tags->installEventFilter(this);
}

void TagsDock::connectNotify(const QMetaMethod &signal)
{
    if (signal == QMetaMethod::fromSignal(&TagsDock::filterWanted)) {
        for (QAction *action : m_filterActions) {
            action->setVisible(true);
        }
    }
}

bool TagsDock::eventFilter(QObject *object, QEvent *event)
{
    if (object == m_tags && (event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress)) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_P && key->modifiers() == Qt::NoModifier) {
            if (event->type() == QEvent::KeyPress) {
                togglePin();
            }
            event->accept();
            return true;
        }
    }
    return Dock::eventFilter(object, event);
}

void TagsDock::togglePin()
{
    const QString key = QString::fromStdString(m_tagModel->keyAt(m_tags->currentIndex().row()));
    m_context.pinned.setPinned(key, !m_context.pinned.isPinned(key));
}

// Side by side where there is room for two.
void TagsDock::resizeEvent(QResizeEvent *event)
{
    Dock::resizeEvent(event);
    m_splitter->setOrientation(width() < 460 ? Qt::Vertical : Qt::Horizontal);
}

void TagsDock::takeFocus()
{
    m_tags->setFocus(Qt::ShortcutFocusReason);
}

void TagsDock::showDetail()
{
    const DetailPtr detail = m_context.current.detail();
    const std::string key = m_key;
    m_tagModel->setEvent(detail ? &detail->event : nullptr);
    m_tags->setEmptyText(detail ? tr("This event has no tags.") : tr("Select an issue to see its tags."));
    m_key = key;
    if (m_tagModel->rowCount() > 0) {
        m_tags->setCurrentIndex(m_tagModel->index(std::max(0, m_tagModel->rowOf(key)), 0));
    }
    askCounts();
    showShares();
}

// The counts are asked for when somebody looks, and while events pour in at most once a second: an issue may have a
// million events.
void TagsDock::askCounts()
{
    // First of all: while the window is destroyed, docks are told that they are hidden.
    if (!isVisible() || visibleRegion().isEmpty()) {
        return;
    }
    const IssueId issue = m_context.navigator.issue();
    const auto &row = m_context.current.issue();
    if (!issue.isValid() || !row || row->id != issue || m_asked == issue
        || (m_countsOf == issue && (m_events == row->events || m_again.isActive()))) {
        return;
    }
    m_asked = issue;
    m_context.query.ask<std::vector<store::TagCount>>(
        query::Lane::Details, m_channel, this, [issue](store::Reader &reader) { return reader.issueTags(issue); },
        [this, issue, events = row->events](Result<std::vector<store::TagCount>> counts) {
            m_asked = {};
            m_again.start();
            if (counts) {
                m_counts = std::move(*counts);
                m_countsOf = issue;
                m_events = events;
                showShares();
            } else if (counts.error().code != ErrorCode::Interrupted) {
                m_shares->setEmptyText(errorText(counts.error(), {}));
            }
        });
}

void TagsDock::showShares()
{
    const int tag = m_tags->currentIndex().row();
    const bool counted = m_countsOf.isValid() && m_countsOf == m_context.navigator.issue();
    if (tag < 0 || !counted) {
        m_shareModel->clear();
        m_shares->setEmptyText(tag < 0 ? QString() : tr("Counting …"));
        return;
    }
    m_shareModel->setShares(m_counts, m_tagModel->keyAt(tag), m_events, m_tagModel->countedValueAt(tag));
}

} // namespace picket::ui
