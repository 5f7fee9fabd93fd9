// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace picket::ui {

// GUI thread only. How every table of Picket behaves: rows of one fixed height are selected whole, Tab leaves the
// table, Enter activates.
class TableView : public QTableView
{
    Q_OBJECT

public:
    static constexpr int plainRow = 24;

    TableView(const QString &accessibleName, int rowHeight, QWidget *parent = nullptr);

    // What the table says while it has no rows; plain text.
    void setEmptyText(const QString &text);
    [[nodiscard]] QString emptyText() const { return m_emptyText; }

    // Selects that row alone, whichever keys are held: setCurrentIndex() adds to the selection while Ctrl is down.
    void setCurrentRow(int row);

    // Moves the current row and keeps it in view.
    void moveCurrent(int by);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void initViewItemOption(QStyleOptionViewItem *option) const override;

private:
    QString m_emptyText;
};

} // namespace picket::ui
