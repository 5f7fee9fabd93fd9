// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>
#include <QTimer>

namespace picket::ui {

// GUI thread only. A field that narrows the list below it. Escape empties it; what is typed counts after a moment.
class SearchBox final : public QLineEdit
{
    Q_OBJECT

public:
    // `hint` stands in the empty field and is its name for those who listen.
    explicit SearchBox(const QString &hint, QWidget *parent = nullptr);

    // Told beside the text: how much was found.
    void setAnswer(const QString &text);
    [[nodiscard]] QString answer() const { return m_answer; }

    // Ctrl+F and / in the view lead here. Not by shortcuts: those of the window would make them ambiguous.
    void openFrom(QWidget &view);

Q_SIGNALS:
    void searched(const QString &text);
    // Enter or Down: on to the list.
    void left();

protected:
    bool eventFilter(QObject *object, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QTimer m_timer;
    QString m_answer;
};

} // namespace picket::ui
