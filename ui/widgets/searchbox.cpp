// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/searchbox.h"

#include "ui/theme/icons.h"

#include <QAction>
#include <QKeyEvent>
#include <QPainter>

using namespace Qt::Literals::StringLiterals;

namespace picket::ui {

SearchBox::SearchBox(const QString &hint, QWidget *parent)
    : QLineEdit(parent)
{
    setPlaceholderText(hint);
    setAccessibleName(hint);
    setFrame(false);
    setMaxLength(1000);
    addAction(icon(u"search"_s), QLineEdit::LeadingPosition);
    m_timer.setSingleShot(true);
    m_timer.setInterval(120);
    connect(this, &QLineEdit::textChanged, this, [this](const QString &text) {
        setAnswer({});
        m_timer.setInterval(text.isEmpty() ? 0 : 120);
        m_timer.start();
    });
    connect(&m_timer, &QTimer::timeout, this, [this] { Q_EMIT searched(text()); });
}

void SearchBox::setAnswer(const QString &text)
{
    m_answer = text;
    setAccessibleDescription(text);
    update();
}

void SearchBox::openFrom(QWidget &view)
{
    view.installEventFilter(this);
}

bool SearchBox::eventFilter(QObject *object, QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress) {
        auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Find) || (key->key() == Qt::Key_Slash && key->modifiers() == Qt::NoModifier)) {
            if (event->type() == QEvent::KeyPress) {
                setFocus(Qt::ShortcutFocusReason);
                selectAll();
            }
            event->accept();
            return true;
        }
    }
    return QLineEdit::eventFilter(object, event);
}

void SearchBox::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !text().isEmpty()) {
        clear();
        event->accept();
    } else if (event->key() == Qt::Key_Down || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        Q_EMIT left();
        event->accept();
    } else {
        QLineEdit::keyPressEvent(event);
    }
}

void SearchBox::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    if (!m_answer.isEmpty()) {
        QPainter painter(this);
        painter.setPen(palette().color(QPalette::PlaceholderText));
        painter.drawText(rect().adjusted(0, 0, -8, 0), int(Qt::AlignRight | Qt::AlignVCenter), m_answer);
    }
}

} // namespace picket::ui
