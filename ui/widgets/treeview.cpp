// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/treeview.h"

#include "ui/widgets/emptytext.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>

namespace picket::ui {

TreeView::TreeView(const QString &accessibleName, QWidget *parent)
    : QTreeView(parent)
{
    setAccessibleName(accessibleName);
    setFrameShape(QFrame::NoFrame);
    setUniformRowHeights(true);
    setWordWrap(false);
    setAnimated(false);
    setIndentation(16);
    setAllColumnsShowFocus(true);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setMouseTracking(true);
    header()->setHighlightSections(false);
    header()->setMinimumSectionSize(40);
    header()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header()->setAccessibleName(tr("Columns of %1").arg(accessibleName));
}

void TreeView::setEmptyText(const QString &text)
{
    m_emptyText = text;
    setAccessibleDescription(text);
    viewport()->update();
}

void TreeView::paintEvent(QPaintEvent *event)
{
    QTreeView::paintEvent(event);
    if (!m_emptyText.isEmpty() && model() && model()->rowCount() == 0) {
        paintEmptyText(*viewport(), m_emptyText);
    }
}

void TreeView::keyPressEvent(QKeyEvent *event)
{
    // Qt's views swallow Enter where editing is off; here it is the way into a row.
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid()) {
        const QModelIndex row = currentIndex().siblingAtColumn(0);
        if (model()->hasChildren(row)) {
            setExpanded(row, !isExpanded(row));
        } else {
            Q_EMIT activated(row);
        }
        event->accept();
        return;
    }
    QTreeView::keyPressEvent(event);
}

void TreeView::initViewItemOption(QStyleOptionViewItem *option) const
{
    QTreeView::initViewItemOption(option);
    // Delegates show keyboard focus only to those who use the keyboard.
    option->state.setFlag(QStyle::State_KeyboardFocusChange,
                          hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange));
}

QColor TreeView::rowColor(const QModelIndex &index) const
{
    const QModelIndex row = index.siblingAtColumn(0);
    if (selectionModel() && selectionModel()->isRowSelected(row.row(), row.parent())) {
        return palette().color(QPalette::Highlight);
    }
    const bool hot =
        viewport()->underMouse() && indexAt(viewport()->mapFromGlobal(QCursor::pos())).siblingAtColumn(0) == row;
    return palette().color(hot ? QPalette::AlternateBase : QPalette::Base);
}

void TreeView::drawRowBackground(QPainter *painter, const QRect &rect, const QModelIndex &index) const
{
    painter->fillRect(rect, rowColor(index));
    painter->setPen(palette().color(QPalette::Window));
    painter->drawLine(rect.bottomLeft(), rect.bottomRight());
}

void TreeView::drawRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    // Right of the last column, too; what the delegate draws comes on top.
    drawRowBackground(painter, option.rect, index);
    QTreeView::drawRow(painter, option, index);
}

void TreeView::drawBranches(QPainter *painter, const QRect &rect, const QModelIndex &index) const
{
    drawRowBackground(painter, rect, index);
    if (!model()->hasChildren(index)) {
        return;
    }
    const QPointF middle(rect.right() - indentation() / 2.0 + 2.0, rect.center().y());
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(palette().color(QPalette::PlaceholderText));
    const QPolygonF closed{{QPointF(-2, -4), QPointF(3, 0), QPointF(-2, 4)}};
    const QPolygonF open{{QPointF(-4, -2), QPointF(4, -2), QPointF(0, 3)}};
    painter->translate(middle);
    painter->drawPolygon(isExpanded(index) ? open : closed);
    painter->restore();
}

void TreeView::scrollContentsBy(int dx, int dy)
{
    QTreeView::scrollContentsBy(dx, dy);
    if (dy != 0) {
        Q_EMIT rowsShown();
    }
}

} // namespace picket::ui
