// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/listener.h"

#include <QWidget>

class QLabel;
class QLayout;
class QLineEdit;
class QPushButton;
class QTabBar;

namespace picket::ui {

class CodeView;
class Theme;

// GUI thread only. The empty window is the help: where Picket listens, what to give to an SDK, and a way to see
// something at once. Intents go out as signals.
class FirstRunPage final : public QWidget
{
    Q_OBJECT

public:
    // `state`: a sentence about the listener ("Listening on localhost:8969"). Without addresses nothing can be sent.
    FirstRunPage(const http::Listening &listening, const QString &state, const Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] QString dsn() const;

    // While a test event is under way the button waits.
    void setSending(bool sending);
    void showAnswer(int status, const QString &problem);
    void setBackShown(bool shown);

public Q_SLOTS:
    void copyDsn();

Q_SIGNALS:
    void testEventWanted();
    void backWanted();

private:
    QWidget *makeDsnRow();
    QLayout *makeSendRow(bool listens);
    QWidget *makeSnippets();
    void showSnippet(int index);
    void copySnippet();

    QLineEdit *m_dsn;
    QPushButton *m_send;
    QPushButton *m_back;
    QLabel *m_answer;
    QTabBar *m_languages;
    QPushButton *m_copyCode;
    CodeView *m_code;
};

} // namespace picket::ui
