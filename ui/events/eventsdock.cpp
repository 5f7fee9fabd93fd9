// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/eventsdock.h"

#include "core/store/delivery.h"
#include "ui/events/eventlistmodel.h"
#include "ui/state/actions.h"
#include "ui/state/navigator.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/rowdelegate.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/tailfollower.h"
#include "ui/wording/text.h"

#include <QHeaderView>
#include <QScopedValueRollback>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace picket::ui {

EventsDock::EventsDock(const DockContext &context, QWidget *parent)
    : Dock(u"events"_s, tr("Events"), parent)
    , m_context(context)
    , m_model(new EventListModel(context.query, this))
    , m_view(new TableView(tr("Events"), TableView::plainRow, this))
    , m_note(new ElidedLabel(this))
    , m_all(context.actions.add(u"events.all"_s, tr("Events of All Issues")))
    , m_follow(context.actions.add(u"events.follow"_s, tr("Follow New Events")))
{
    m_all->setCheckable(true);
    m_all->setIconText(tr("All issues"));
    m_follow->setCheckable(true);
    m_follow->setChecked(true);
    m_follow->setIconText(tr("Follow"));
    m_view->setModel(m_model);
    m_tail = new TailFollower(*m_view, *m_follow);
    m_view->setItemDelegate(new RowDelegate(context.theme, m_view));
    using Column = EventListModel::Column;
    QHeaderView *header = m_view->horizontalHeader();
    header->setSectionResizeMode(int(Column::Message), QHeaderView::Stretch);
    m_view->setColumnWidth(int(Column::Number), 48);
    m_view->setColumnWidth(int(Column::Time), 108);
    m_view->setColumnWidth(int(Column::Release), 104);
    m_view->setColumnWidth(int(Column::Environment), 88);
    m_view->setColumnWidth(int(Column::User), 80);
    auto *content = new QWidget(this);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeBar());
    layout->addWidget(m_view, 1);
    setWidget(content);
    listen();
    showScope();
}

QWidget *EventsDock::makeBar()
{
    auto *bar = new QWidget(this);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(8, 1, 4, 1);
    layout->setSpacing(4);
    m_note->setColorRole(QPalette::PlaceholderText);
    layout->addWidget(m_note, 1);
    for (QAction *action : {m_all, m_follow}) {
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

void EventsDock::listen()
{
    Navigator &navigator = m_context.navigator;
    connect(m_all, &QAction::toggled, this, &EventsDock::showScope);
    connect(&navigator, &Navigator::issueChanged, this, &EventsDock::showScope);
    connect(&navigator, &Navigator::eventChanged, this, &EventsDock::showSelected);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) { onCurrentRow(current.row()); });
    connect(m_model, &QAbstractItemModel::modelReset, this, &EventsDock::showSelected);
    connect(m_model, &QAbstractItemModel::dataChanged, this, [this] {
        if (m_pending.isValid() && m_pending == m_model->idAt(m_view->currentIndex().row())) {
            onCurrentRow(m_view->currentIndex().row());
        }
    });
    connect(m_model, &EventListModel::loaded, this, [this] {
        showSelected();
        updateNote();
    });
}

void EventsDock::takeFocus()
{
    m_view->setFocus(Qt::ShortcutFocusReason);
}

// In a narrow dock the message needs the room more.
void EventsDock::resizeEvent(QResizeEvent *event)
{
    Dock::resizeEvent(event);
    using Column = EventListModel::Column;
    m_view->setColumnHidden(int(Column::Environment), width() < 580);
    m_view->setColumnHidden(int(Column::User), width() < 480);
    m_view->setColumnHidden(int(Column::Release), width() < 400);
}

void EventsDock::applyChanges(const store::ChangeSet &changes)
{
    m_model->applyChanges(changes);
}

void EventsDock::showScope()
{
    const IssueId issue = m_context.navigator.issue();
    m_view->setEmptyText(m_all->isChecked()    ? tr("No event has come yet.")
                             : issue.isValid() ? tr("This issue has no events.")
                                               : tr("Select an issue to see its events."));
    if (m_all->isChecked()) {
        m_model->showAll();
    } else {
        m_model->showIssue(issue);
    }
    updateNote();
}

void EventsDock::updateNote()
{
    const int count = m_model->rowCount();
    const bool one = count == 1;
    const bool nothingAsked = !m_all->isChecked() && !m_context.navigator.issue().isValid();
    if (nothingAsked) {
        m_note->setText({});
    } else if (!m_model->isComplete()) {
        m_note->setText(tr("Loading …"));
    } else if (m_all->isChecked()) {
        m_note->setText(one ? tr("1 event of all issues") : tr("%1 events of all issues").arg(countText(count)));
    } else {
        m_note->setText(one ? tr("1 event of this issue") : tr("%1 events of this issue").arg(countText(count)));
    }
}

void EventsDock::onCurrentRow(int row)
{
    const EventId event = m_model->idAt(row);
    if (m_syncing || !event.isValid()) {
        return;
    }
    m_pending = {};
    if (!m_model->showsAll()) {
        m_context.navigator.selectEvent(event);
    } else if (const model::EventRow *known = m_model->rowAt(row)) {
        m_context.navigator.selectIssue(known->issue);
        m_context.navigator.selectEvent(event);
    } else {
        m_pending = event;
    }
}

void EventsDock::showSelected()
{
    const int row = m_model->rowOf(m_context.navigator.selectedEvent());
    if (row < 0 || row == m_view->currentIndex().row()) {
        return;
    }
    const QScopedValueRollback syncing(m_syncing, true);
    m_tail->showRow(row);
}

} // namespace picket::ui
