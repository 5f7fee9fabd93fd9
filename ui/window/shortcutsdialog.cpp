// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/shortcutsdialog.h"

#include "ui/state/actions.h"
#include "ui/widgets/rowdelegate.h"
#include "ui/widgets/searchbox.h"
#include "ui/widgets/tableview.h"
#include "ui/wording/text.h"

#include <QHeaderView>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace picket::ui {

ShortcutsDialog::ShortcutsDialog(const Actions &actions, const Theme &theme, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Keyboard shortcuts"));
    resize(520, 560);
    auto *model = new QStandardItemModel(0, 2, this);
    model->setHorizontalHeaderLabels({tr("Command"), tr("Keys")});
    for (const QAction *action : actions.all()) {
        QStringList keys;
        for (const QKeySequence &key : action->shortcuts()) {
            keys.push_back(key.toString(QKeySequence::NativeText));
        }
        if (!keys.isEmpty()) {
            model->appendRow(
                {new QStandardItem(action->text().remove(u'&')), new QStandardItem(keys.join(tr(" or ")))});
        }
    }
    auto *found = new QSortFilterProxyModel(this);
    found->setSourceModel(model);
    found->setFilterKeyColumn(-1);
    found->setFilterCaseSensitivity(Qt::CaseInsensitive);
    found->sort(0);
    auto *search = new SearchBox(tr("Search commands"), this);
    connect(search, &SearchBox::searched, found, &QSortFilterProxyModel::setFilterFixedString);
    auto *view = new TableView(tr("Keyboard shortcuts"), TableView::plainRow, this);
    view->setModel(found);
    view->setItemDelegate(new RowDelegate(theme, view));
    view->setEmptyText(tr("No command is called that."));
    view->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    view->setColumnWidth(1, 200);
    connect(search, &SearchBox::left, view, [view] { view->setFocus(Qt::ShortcutFocusReason); });
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->addWidget(search);
    layout->addWidget(view);
}

} // namespace picket::ui
