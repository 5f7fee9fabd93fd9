// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTreeView>

namespace picket::ui {

// GUI thread only. How every tree of Picket behaves: rows as high as those of tables, selected whole; Left and Right
// open and close, Enter activates, Tab leaves the tree.
class TreeView : public QTreeView
{
    Q_OBJECT

public:
    explicit TreeView(const QString &accessibleName, QWidget *parent = nullptr);

    // What the tree says while it has no rows; plain text.
    void setEmptyText(const QString &text);
    [[nodiscard]] QString emptyText() const { return m_emptyText; }

    using QTreeView::sizeHintForColumn; // what the rows in view need

Q_SIGNALS:
    // Rows came into view that stand for more (see ValueTreeModel::isMoreRow()).
    void rowsShown();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void initViewItemOption(QStyleOptionViewItem *option) const override;
    void drawRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void drawBranches(QPainter *painter, const QRect &rect, const QModelIndex &index) const override;
    void scrollContentsBy(int dx, int dy) override;

private:
    void drawRowBackground(QPainter *painter, const QRect &rect, const QModelIndex &index) const;
    [[nodiscard]] QColor rowColor(const QModelIndex &index) const;

    QString m_emptyText;
};

} // namespace picket::ui
