// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/firstrunpage.h"

#include "ui/code/codeview.h"
#include "ui/theme/theme.h"
#include "ui/window/snippets.h"
#include "ui/wording/dsn.h"
#include "ui/wording/plaintext.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QTabBar>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace picket::ui {

namespace {

constexpr int widthAtMost = 640;

QLabel *paragraph(const QString &text, QWidget *parent)
{
    QLabel *label = plainLabel(text, parent);
    label->setWordWrap(true);
    return label;
}

} // namespace

FirstRunPage::FirstRunPage(const http::Listening &listening, const QString &state, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_dsn(new QLineEdit(dsnText(listening), this))
    , m_send(new QPushButton(tr("Send test event"), this))
    , m_back(new QPushButton(tr("Back to issues"), this))
    , m_answer(plainLabel({}, this))
    , m_languages(new QTabBar(this))
    , m_copyCode(new QPushButton(tr("Copy"), this))
    , m_code(new CodeView(theme, tr("Set-up code"), this))
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    const bool listens = !m_dsn->text().isEmpty();

    auto *box = new QWidget(this);
    box->setMaximumWidth(widthAtMost);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    QLabel *heading = plainLabel(listens ? tr("Waiting for the first event") : tr("No events yet"), this);
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.5);
    large.setBold(true);
    heading->setFont(large);
    column->addWidget(heading);
    QLabel *stateLabel = paragraph(state, this);
    stateLabel->setForegroundRole(QPalette::PlaceholderText);
    column->addWidget(stateLabel);
    column->addSpacing(8);
    column->addWidget(
        paragraph(tr("Give this DSN to the SDK of your program. Any key and any project number will do; a "
                     "project appears with its first event."),
                  this));
    column->addWidget(makeDsnRow());
    column->addLayout(makeSendRow(listens));
    column->addSpacing(16);
    column->addWidget(makeSnippets(), 1);

    auto *outer = new QHBoxLayout(this);
    outer->setContentsMargins(16, 24, 16, 16);
    outer->addWidget(box, 100);
    outer->addStretch(1);
    connect(m_send, &QPushButton::clicked, this, &FirstRunPage::testEventWanted);
    connect(m_back, &QPushButton::clicked, this, &FirstRunPage::backWanted);
}

QLayout *FirstRunPage::makeSendRow(bool listens)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_send);
    row->addWidget(m_back);
    row->addWidget(m_answer, 1);
    m_answer->setWordWrap(true);
    m_answer->setForegroundRole(QPalette::PlaceholderText);
    m_answer->setText(tr("A real request to this listener, as an SDK would send it."));
    m_send->setEnabled(listens);
    m_back->hide();
    return row;
}

QWidget *FirstRunPage::makeDsnRow()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    m_dsn->setReadOnly(true);
    m_dsn->setCursorPosition(0);
    m_dsn->setFont(Theme::codeFont());
    m_dsn->setAccessibleName(tr("DSN"));
    m_dsn->setPlaceholderText(tr("nobody listens"));
    auto *copy = new QPushButton(tr("Copy"), row);
    copy->setAccessibleName(tr("Copy DSN"));
    copy->setEnabled(!m_dsn->text().isEmpty());
    connect(copy, &QPushButton::clicked, this, &FirstRunPage::copyDsn);
    layout->addWidget(m_dsn, 1);
    layout->addWidget(copy);
    return row;
}

QWidget *FirstRunPage::makeSnippets()
{
    auto *box = new QWidget(this);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_languages->setDocumentMode(true);
    m_languages->setExpanding(false);
    m_languages->setDrawBase(true);
    m_languages->setAccessibleName(tr("Languages"));
    for (const Snippet &snippet : snippets({})) {
        m_languages->addTab(snippet.name);
    }
    m_code->setMinimumHeight(120);
    m_code->setMaximumHeight(190);
    m_copyCode->setAccessibleName(tr("Copy Code"));
    connect(m_copyCode, &QPushButton::clicked, this, &FirstRunPage::copySnippet);
    auto *top = new QHBoxLayout;
    top->addWidget(m_languages, 1);
    top->addWidget(m_copyCode);
    layout->addLayout(top);
    layout->addWidget(m_code);
    layout->addStretch();
    connect(m_languages, &QTabBar::currentChanged, this, &FirstRunPage::showSnippet);
    showSnippet(0);
    return box;
}

void FirstRunPage::showSnippet(int index)
{
    const Snippet snippet = snippets(m_dsn->text()).at(index);
    m_code->showText(snippet.code.toUtf8(), snippet.fileName, {});
}

void FirstRunPage::copySnippet()
{
    QApplication::clipboard()->setText(m_code->text());
    m_answer->setText(tr("The code is in the clipboard."));
}

QString FirstRunPage::dsn() const
{
    return m_dsn->text();
}

void FirstRunPage::copyDsn()
{
    QApplication::clipboard()->setText(m_dsn->text());
    m_answer->setText(tr("The DSN is in the clipboard."));
}

void FirstRunPage::setSending(bool sending)
{
    m_send->setEnabled(!sending);
    if (sending) {
        m_answer->setText(tr("Sending …"));
    }
}

void FirstRunPage::showAnswer(int status, const QString &problem)
{
    setSending(false);
    m_answer->setText(status == 200    ? tr("Answered 200: the event is stored.")
                          : status > 0 ? tr("Answered %1: the wire log says why.").arg(status)
                                       : tr("No answer: %1").arg(problem));
}

void FirstRunPage::setBackShown(bool shown)
{
    m_back->setVisible(shown);
}

} // namespace picket::ui
