// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/tailfollower.h"

#include "ui/widgets/tableview.h"

#include <QAction>
#include <QScopedValueRollback>
#include <QScrollBar>

namespace picket::ui {

TailFollower::TailFollower(TableView &view, QAction &follow)
    : QObject(&view)
    , m_view(view)
    , m_follow(follow)
{
    connect(&follow, &QAction::toggled, this, [this](bool on) {
        if (on) {
            m_view.scrollToTop();
        }
    });
    connect(view.verticalScrollBar(), &QScrollBar::valueChanged, this, &TailFollower::onScrolled);
    connect(view.model(), &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { onInserted(first, last); });
}

void TailFollower::showRow(int row)
{
    const QScopedValueRollback adjusting(m_adjusting, true);
    m_view.setCurrentRow(row);
}

void TailFollower::onInserted(int first, int last)
{
    const int top = m_view.rowAt(0);
    const QScopedValueRollback adjusting(m_adjusting, true);
    QScrollBar *bar = m_view.verticalScrollBar();
    const int before = bar->value();
    m_view.doItemsLayout(); // else the bar does not reach that far yet
    if (m_follow.isChecked()) {
        m_view.scrollToTop();
    } else if (first <= top) {
        bar->setValue(before + (last - first + 1) * TableView::plainRow);
    }
}

void TailFollower::onScrolled(int value)
{
    if (!m_adjusting && value > 0) {
        m_follow.setChecked(false);
    }
}

} // namespace picket::ui
