// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/groupingdock.h"

#include "ui/events/groupingmodel.h"
#include "ui/events/groupingtext.h"
#include "ui/state/actions.h"
#include "ui/state/currentevent.h"
#include "ui/theme/icons.h"
#include "ui/values/valuedelegate.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/treeview.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace picket::ui {

namespace {

// The hashes under which the event is stored; before it is, those of today's rules.
const std::vector<model::GroupingHash> &hashesOf(const query::EventDetail &detail)
{
    return detail.storedHashes.empty() ? detail.grouping.hashes : detail.storedHashes;
}

bool isOfTheseRules(const query::EventDetail &detail)
{
    const auto &stored = hashesOf(detail);
    return std::all_of(detail.grouping.hashes.begin(), detail.grouping.hashes.end(),
                       [&](const auto &hash) { return std::find(stored.begin(), stored.end(), hash) != stored.end(); });
}

} // namespace

GroupingDock::GroupingDock(const DockContext &context, QWidget *parent)
    : Dock(u"grouping"_s, tr("Grouping"), parent)
    , m_context(context)
    , m_model(new GroupingModel(this))
    , m_tree(new TreeView(tr("Parts of the grouping"), this))
    , m_hash(new ElidedLabel(this))
    , m_copyHash(context.actions.add(u"grouping.copyHash"_s, tr("Copy Grouping Hash")))
{
    m_copyHash->setIcon(icon(u"copy"_s));
    connect(m_copyHash, &QAction::triggered, this, &GroupingDock::copyHash);
    m_tree->setModel(m_model);
    m_tree->setItemDelegate(new ValueDelegate(context.theme, m_tree));
    using Column = GroupingModel::Column;
    QHeaderView *header = m_tree->header();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(int(Column::Value), QHeaderView::Stretch);
    auto *copy = new QAction(tr("Copy &Value"), m_tree);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    connect(copy, &QAction::triggered, this,
            [this] { QApplication::clipboard()->setText(m_tree->currentIndex().data(CopyRole).toString()); });
    m_tree->addAction(copy);
    m_tree->setContextMenuPolicy(Qt::ActionsContextMenu);

    auto *content = new QWidget(this);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHashRow());
    layout->addWidget(m_tree, 1);
    setWidget(content);
    connect(&context.current, &CurrentEvent::detailChanged, this, &GroupingDock::showDetail);
    showDetail();
}

QWidget *GroupingDock::makeHashRow()
{
    auto *row = new QWidget(this);
    row->setFixedHeight(28);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(8, 1, 4, 1);
    layout->setSpacing(4);
    m_hash->setColorRole(QPalette::PlaceholderText);
    auto *button = new QToolButton(row);
    button->setDefaultAction(m_copyHash);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setAccessibleName(m_copyHash->text());
    layout->addWidget(m_hash, 1);
    layout->addWidget(button);
    return row;
}

QString GroupingDock::hashLine() const
{
    return m_hash->text();
}

void GroupingDock::resizeEvent(QResizeEvent *event)
{
    Dock::resizeEvent(event);
    using Column = GroupingModel::Column;
    m_tree->header()->resizeSection(int(Column::Part), std::clamp(width() * 36 / 100, 128, 210));
    m_tree->header()->resizeSection(int(Column::Counts), std::clamp(width() * 32 / 100, 96, 320));
}

void GroupingDock::takeFocus()
{
    m_tree->setFocus(Qt::ShortcutFocusReason);
}

void GroupingDock::copyHash() const
{
    const DetailPtr detail = m_context.current.detail();
    if (detail && !hashesOf(*detail).empty()) {
        QApplication::clipboard()->setText(hashText(hashesOf(*detail).front()));
    }
}

void GroupingDock::showDetail()
{
    const DetailPtr detail = m_context.current.detail();
    m_copyHash->setEnabled(detail && !hashesOf(*detail).empty());
    m_tree->setEmptyText(detail ? tr("Nothing was looked at in order to group this event.")
                                : tr("Select an issue to see what its events have in common."));
    m_model->setDetail(detail);
    open({});
    if (!detail) {
        m_hash->setText({});
        return;
    }
    QStringList hashes;
    for (const model::GroupingHash &hash : hashesOf(*detail)) {
        hashes.push_back(hashText(hash));
    }
    QString text = tr("Hash %1 · rules version %2").arg(hashes.join(u", "_s)).arg(detail->grouping.algorithm);
    if (!isOfTheseRules(*detail)) {
        text += tr(" · stored under another hash than these rules give");
    }
    m_hash->setText(text);
}

void GroupingDock::open(const QModelIndex &parent)
{
    for (int row = 0; row < m_model->rowCount(parent); ++row) {
        const QModelIndex index = m_model->index(row, 0, parent);
        if (m_model->opensAtFirst(index)) {
            m_tree->setExpanded(index, true);
            open(index);
        }
    }
}

} // namespace picket::ui
