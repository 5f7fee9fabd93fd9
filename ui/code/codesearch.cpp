// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/code/codesearch.h"

#include "core/base/limits.h"
#include "ui/code/codeview.h"
#include "ui/theme/icons.h"
#include "ui/widgets/searchbox.h"
#include "ui/wording/text.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QToolButton>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace picket::ui {

CodeSearch::CodeSearch(CodeView &code, const QString &hint, QWidget *scope)
    : QWidget(scope)
    , m_code(code)
    , m_box(new SearchBox(hint, this))
    , m_previous(new QToolButton(this))
    , m_next(new QToolButton(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 4, 0);
    layout->setSpacing(0);
    layout->addWidget(m_box, 1);
    const auto add = [&](QToolButton *button, const QString &text, const QString &iconName, const QKeySequence &key,
                         int by) {
        auto *action = new QAction(icon(iconName), text, scope);
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, [this, by] { step(by); });
        scope->addAction(action);
        button->setDefaultAction(action);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
        button->setAccessibleName(text);
        layout->addWidget(button);
    };
    add(m_previous, tr("Previous Match"), u"previous"_s, QKeySequence(Qt::SHIFT | Qt::Key_F3), -1);
    add(m_next, tr("Next Match"), u"next"_s, QKeySequence(Qt::Key_F3), 1);
    m_box->installEventFilter(this);
    m_box->openFrom(m_code);
    connect(m_box, &SearchBox::searched, this, &CodeSearch::search);
    connect(m_box, &SearchBox::left, this, [this] { m_code.setFocus(Qt::TabFocusReason); });
    showAnswer();
}

bool CodeSearch::eventFilter(QObject *object, QEvent *event)
{
    if (object == m_box && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            if (m_matches.found.empty()) {
                search(m_box->text()); // typed a moment ago
            } else {
                step(key->modifiers() & Qt::ShiftModifier ? -1 : 1);
            }
            return true;
        }
        if (key->key() == Qt::Key_Escape && m_box->text().isEmpty()) {
            m_code.setFocus(Qt::OtherFocusReason);
            return true;
        }
    }
    return QWidget::eventFilter(object, event);
}

void CodeSearch::refresh()
{
    m_current = -1;
    m_matches = findMatches(m_code.utf8(), m_box->text(), limits::textMatches);
    m_code.markMatches(m_matches.found);
    showAnswer();
}

void CodeSearch::search(const QString &)
{
    refresh();
    if (m_matches.found.empty()) {
        return;
    }
    // The first one from where one reads.
    const std::size_t from = m_code.firstVisibleByte();
    const auto first = std::find_if(m_matches.found.begin(), m_matches.found.end(),
                                    [from](const TextMatch &match) { return match.start >= from; });
    choose(first == m_matches.found.end() ? 0 : static_cast<int>(first - m_matches.found.begin()));
}

void CodeSearch::step(int by)
{
    const auto count = static_cast<int>(m_matches.found.size());
    if (count > 0) {
        choose((std::max(m_current, by > 0 ? -1 : 0) + by + count) % count);
    }
}

void CodeSearch::choose(int match)
{
    m_current = match;
    m_code.selectMatch(m_matches.found[static_cast<std::size_t>(match)]);
    showAnswer();
}

void CodeSearch::showAnswer()
{
    const auto count = static_cast<std::int64_t>(m_matches.found.size());
    QString all = countText(count);
    if (m_matches.more) {
        all = tr("more than %1").arg(all);
    }
    m_box->setAnswer(m_box->text().isEmpty() ? QString()
                         : count == 0        ? tr("none")
                         : m_current < 0     ? tr("%1 found").arg(all)
                                             : tr("%1 of %2").arg(countText(m_current + 1), all));
    m_previous->defaultAction()->setEnabled(count > 0);
    m_next->defaultAction()->setEnabled(count > 0);
}

} // namespace picket::ui
