// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/wording/textmatches.h"

#include <QWidget>

class QToolButton;

namespace picket::ui {

class CodeView;
class SearchBox;

// GUI thread only. A field above code: marks all that it finds, counts it, and steps through it with Enter,
// Shift+Enter, F3 and Shift+F3. Ctrl+F in the code goes there, Escape comes back.
class CodeSearch final : public QWidget
{
    Q_OBJECT

public:
    // `hint` as SearchBox takes it; `scope` is where F3 works.
    CodeSearch(CodeView &code, const QString &hint, QWidget *scope);

    [[nodiscard]] SearchBox &box() const { return *m_box; }
    [[nodiscard]] std::size_t count() const { return m_matches.found.size(); }
    // Counts from 0; -1 while none is chosen.
    [[nodiscard]] int current() const { return m_current; }

    // The code has another text: looks for the same in it.
    void refresh();
    void step(int by);

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void search(const QString &words);
    void choose(int match);
    void showAnswer();

    CodeView &m_code;
    SearchBox *m_box;
    QToolButton *m_previous;
    QToolButton *m_next;
    TextMatches m_matches;
    int m_current = -1;
};

} // namespace picket::ui
