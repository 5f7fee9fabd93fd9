// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/tableview.h"

#include "ui/widgets/emptytext.h"

#include <QHeaderView>
#include <QKeyEvent>

#include <algorithm>

namespace picket::ui {

TableView::TableView(const QString &accessibleName, int rowHeight, QWidget *parent)
    : QTableView(parent)
{
    setAccessibleName(accessibleName);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setMouseTracking(true);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(rowHeight);
    verticalHeader()->setDefaultSectionSize(rowHeight);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setMinimumSectionSize(40);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setAccessibleName(tr("Columns of %1").arg(accessibleName));
    verticalHeader()->setAccessibleName(tr("Rows of %1").arg(accessibleName));
}

void TableView::setEmptyText(const QString &text)
{
    m_emptyText = text;
    viewport()->update();
}

void TableView::setCurrentRow(int row)
{
    selectionModel()->setCurrentIndex(model()->index(row, 0),
                                      QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void TableView::moveCurrent(int by)
{
    const int rows = model() ? model()->rowCount() : 0;
    if (rows == 0) {
        return;
    }
    const int from = currentIndex().isValid() ? currentIndex().row() : (by > 0 ? -1 : rows);
    setCurrentRow(std::clamp(from + by, 0, rows - 1));
}

void TableView::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    if (!m_emptyText.isEmpty() && model() && model()->rowCount() == 0) {
        paintEmptyText(*viewport(), m_emptyText);
    }
}

void TableView::keyPressEvent(QKeyEvent *event)
{
    // Qt's table swallows Enter where editing is off; here it is the way into a row.
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid()) {
        Q_EMIT activated(currentIndex());
        event->accept();
        return;
    }
    // Rows are what one walks; Qt would go to the first and the last column.
    const int rows = model() ? model()->rowCount() : 0;
    if ((event->key() == Qt::Key_Home || event->key() == Qt::Key_End) && event->modifiers() == Qt::NoModifier
        && rows > 0) {
        setCurrentRow(event->key() == Qt::Key_Home ? 0 : rows - 1);
        event->accept();
        return;
    }
    QTableView::keyPressEvent(event);
}

void TableView::initViewItemOption(QStyleOptionViewItem *option) const
{
    QTableView::initViewItemOption(option);
    // Delegates show keyboard focus only to those who use the keyboard.
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange)) {
        option->state |= QStyle::State_KeyboardFocusChange;
    } else {
        option->state &= ~QStyle::State_KeyboardFocusChange;
    }
}

} // namespace picket::ui
