// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QAction;

namespace picket::ui {

class TableView;

// GUI thread only. For a table whose newest row is the first: it stays in view while `follow` is checked, and else rows
// that come above do not push away what somebody reads. Scrolling down unchecks it.
class TailFollower final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TailFollower)

public:
    // The view has its model, and keeps it.
    TailFollower(TableView &view, QAction &follow);

    // Selects the row and brings it into view, which is not somebody's scrolling.
    void showRow(int row);

private:
    void onInserted(int first, int last);
    void onScrolled(int value);

    TableView &m_view;
    QAction &m_follow;
    bool m_adjusting = false; // the table is scrolled by us, not by a person
};

} // namespace picket::ui
