// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stack/stackdock.h"

#include "ui/code/codeview.h"
#include "ui/stack/stackdelegate.h"
#include "ui/stack/stackmodel.h"
#include "ui/stack/stacktext.h"
#include "ui/state/actions.h"
#include "ui/state/currentevent.h"
#include "ui/theme/icons.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/tableview.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QStackedWidget>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace picket::ui {

StackDock::StackDock(const DockContext &context, QWidget *parent)
    : Dock(u"stack"_s, tr("Stack"), parent)
    , m_context(context)
    , m_model(new StackModel(this))
    , m_view(new TableView(tr("Stack frames"), TableView::plainRow, this))
    , m_text(new CodeView(context.theme, tr("Stack as text"), this))
    , m_pages(new QStackedWidget(this))
    , m_summary(new ElidedLabel(this))
{
    m_view->setModel(m_model);
    m_view->setItemDelegate(new StackDelegate(context.theme, m_view));
    m_view->setColumnHidden(int(StackModel::Column::Location), true); // the delegate draws it beside the function
    m_view->horizontalHeader()->hide();
    m_view->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    addActions();
    setWidget(makeContent());

    connect(&context.current, &CurrentEvent::detailChanged, this, &StackDock::showStack);
    connect(&context.navigator, &Navigator::frameChanged, this, &StackDock::showFrame);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) { onCurrentRow(current.row()); });
    const auto toggle = [this](const QModelIndex &index) {
        m_model->toggleFold(index.row());
    };
    connect(m_view, &QTableView::activated, this, toggle);
    connect(m_view, &QTableView::clicked, this, toggle);
    showStack();
}

QWidget *StackDock::makeContent()
{
    auto *content = new QWidget(this);
    content->setBackgroundRole(QPalette::Base);
    content->setAutoFillBackground(true);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_pages->addWidget(m_view);
    m_pages->addWidget(m_text);
    layout->addWidget(makeHead());
    layout->addWidget(m_pages, 1);
    return content;
}

QWidget *StackDock::makeHead()
{
    auto *head = new QWidget(this);
    head->setFixedHeight(26);
    auto *layout = new QHBoxLayout(head);
    layout->setContentsMargins(8, 0, 4, 0);
    layout->setSpacing(0);
    m_summary->setColorRole(QPalette::PlaceholderText);
    layout->addWidget(m_summary, 1);
    for (QAction *action : {m_oldestFirst, m_asText}) {
        auto *button = new QToolButton(head);
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonIconOnly);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
        button->setAccessibleName(action->text());
        layout->addWidget(button);
    }
    return head;
}

void StackDock::addActions()
{
    Actions &actions = m_context.actions;
    QAction *next = actions.add(u"frame.nextInApp"_s, tr("Next In-App Frame"), {QKeySequence(Qt::Key_F8)});
    QAction *previous =
        actions.add(u"frame.previousInApp"_s, tr("Previous In-App Frame"), {QKeySequence(Qt::SHIFT | Qt::Key_F8)});
    m_oldestFirst = actions.add(u"stack.oldestFirst"_s, tr("Oldest Frame First"));
    m_oldestFirst->setCheckable(true);
    m_oldestFirst->setIcon(icon(u"order"_s));
    m_asText = actions.add(u"stack.asText"_s, tr("Stack as Text"));
    m_asText->setCheckable(true);
    m_asText->setIcon(icon(u"text"_s));
    QAction *copy = actions.add(u"stack.copy"_s, tr("Copy Stack"));
    connect(next, &QAction::triggered, this, [this] { stepInApp(1); });
    connect(previous, &QAction::triggered, this, [this] { stepInApp(-1); });
    connect(m_oldestFirst, &QAction::toggled, this, [this](bool oldestFirst) {
        const DetailPtr detail = m_context.current.detail();
        m_model->setOrder(oldestFirst ? FrameOrder::OldestFirst : FrameOrder::NewestFirst,
                          detail ? &detail->event : nullptr);
        showFrame();
    });
    connect(m_asText, &QAction::toggled, this, [this](bool asText) {
        m_oldestFirst->setEnabled(!asText); // text is in the order of its language
        const bool hadFocus = m_pages->isAncestorOf(QApplication::focusWidget());
        showText();
        m_pages->setCurrentIndex(asText ? 1 : 0);
        if (hadFocus) {
            takeFocus();
        }
    });
    connect(copy, &QAction::triggered, this, &StackDock::copyText);
}

bool StackDock::isTextShown() const
{
    return m_pages->currentWidget() == m_text;
}

void StackDock::takeFocus()
{
    m_pages->currentWidget()->setFocus(Qt::ShortcutFocusReason);
}

void StackDock::showStack()
{
    const DetailPtr detail = m_context.current.detail();
    m_model->setEvent(detail ? &detail->event : nullptr);
    m_view->setEmptyText(!detail                  ? tr("Select an issue to see its stack.")
                             : detail->unreadable ? tr("This event could not be read; Raw shows its bytes.")
                                                  : tr("This event has no stack trace."));
    m_summary->setText(m_model->summary());
    m_textIsStale = true;
    showText();
    showFrame();
}

void StackDock::showText()
{
    if (!m_asText->isChecked() || !m_textIsStale) {
        return;
    }
    m_textIsStale = false;
    const DetailPtr detail = m_context.current.detail();
    QByteArray text = detail ? stackText(detail->event) : QByteArray();
    m_text->showText(text.isEmpty() ? m_view->emptyText().toUtf8() : text, {}, {});
}

void StackDock::showFrame()
{
    const int row = m_model->reveal(m_context.navigator.frame());
    if (row >= 0 && row != m_view->currentIndex().row()) {
        m_view->setCurrentIndex(m_model->index(row, 0));
    }
}

void StackDock::onCurrentRow(int row)
{
    if (const FrameRef frame = m_model->frameAt(row); frame.isValid()) {
        m_context.navigator.selectFrame(frame);
    }
}

void StackDock::stepInApp(int by)
{
    if (const FrameRef frame = m_model->neighbour(m_context.navigator.frame(), by); frame.isValid()) {
        m_context.navigator.selectFrame(frame);
    }
}

void StackDock::copyText() const
{
    if (const DetailPtr detail = m_context.current.detail()) {
        QApplication::clipboard()->setText(QString::fromUtf8(stackText(detail->event)));
    }
}

} // namespace picket::ui
