// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/groupingmodel.h"

#include "ui/events/groupingtext.h"
#include "ui/values/valueroles.h"
#include "ui/wording/plaintext.h"
#include "ui/wording/text.h"

#include <QStringList>

using namespace Qt::Literals::StringLiterals;

namespace picket::ui {

GroupingModel::GroupingModel(QObject *parent)
    : QAbstractItemModel(parent)
    , m_root(std::make_unique<Node>())
{
}

GroupingModel::~GroupingModel() = default;

void GroupingModel::setDetail(std::shared_ptr<const query::EventDetail> detail)
{
    beginResetModel();
    m_detail = std::move(detail);
    m_root = std::make_unique<Node>();
    if (m_detail) {
        addChildren(*m_root, m_detail->grouping.variants);
    }
    endResetModel();
}

// The grouping bounds its depth and its frames, so the recursion is bounded.
void GroupingModel::addChildren(Node &node, const std::vector<model::GroupingPart> &parts)
{
    node.children.reserve(parts.size());
    for (const model::GroupingPart &part : parts) {
        auto child = std::make_unique<Node>();
        child->part = &part;
        child->parent = &node;
        child->row = static_cast<int>(node.children.size());
        addChildren(*child, part.children);
        node.children.push_back(std::move(child));
    }
}

GroupingModel::Node *GroupingModel::nodeOf(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<Node *>(index.internalPointer()) : m_root.get();
}

bool GroupingModel::opensAtFirst(const QModelIndex &index) const
{
    const Node *node = nodeOf(index);
    return index.isValid() && node->part->contributes && node->part->id != "frame";
}

QModelIndex GroupingModel::index(int row, int column, const QModelIndex &parent) const
{
    const Node *node = nodeOf(parent);
    if (row < 0 || row >= static_cast<int>(node->children.size()) || column < 0 || column >= columnTotal
        || parent.column() > 0) {
        return {};
    }
    return createIndex(row, column, node->children[static_cast<std::size_t>(row)].get());
}

QModelIndex GroupingModel::parent(const QModelIndex &index) const
{
    Node *parent = index.isValid() ? nodeOf(index)->parent : nullptr;
    return !parent || parent == m_root.get() ? QModelIndex() : createIndex(parent->row, 0, parent);
}

int GroupingModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : static_cast<int>(nodeOf(parent)->children.size());
}

int GroupingModel::columnCount(const QModelIndex &) const
{
    return columnTotal;
}

// A part without a value of its own is known by those below it that count: "total, shop.cart".
QString GroupingModel::valueText(const model::GroupingPart &part)
{
    if (!part.value.empty() || part.id != "frame") {
        return toLine(part.value, 300);
    }
    const bool any = part.contributes;
    QStringList values;
    for (const model::GroupingPart &child : part.children) {
        if (!child.value.empty() && child.id != "rule" && (child.contributes || !any)) {
            values.push_back(toLine(child.value, 120));
        }
    }
    return values.join(u" · "_s);
}

QVariant GroupingModel::display(const model::GroupingPart &part, Column column)
{
    switch (column) {
    case Column::Part:
        return groupingPartName(part.id);
    case Column::Value:
        return valueText(part);
    case Column::Counts:
        return countsText(part);
    }
    return {};
}

// "counts", "no: the stack decides"
QString GroupingModel::countsText(const model::GroupingPart &part)
{
    const QString hint = groupingHintText(part.hint);
    if (hint.isEmpty()) {
        return part.contributes ? tr("counts") : tr("no");
    }
    return part.contributes ? tr("counts: %1").arg(hint) : tr("no: %1").arg(hint);
}

QString GroupingModel::accessibleText(const model::GroupingPart &part)
{
    QStringList words{groupingPartName(part.id), valueText(part),
                      part.contributes ? tr("counts") : tr("does not count"), groupingHintText(part.hint)};
    words.removeAll(QString());
    return words.join(u", "_s);
}

QVariant GroupingModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const model::GroupingPart &part = *nodeOf(index)->part;
    const auto column = static_cast<Column>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return display(part, column);
    case Qt::ToolTipRole:
        return plainToolTip(display(part, column).toString());
    case Qt::AccessibleTextRole:
        return column == Column::Part ? accessibleText(part) : display(part, column).toString();
    case HeadingRole:
        return !nodeOf(index)->parent->part;
    case CodeRole:
        return column == Column::Value;
    case ToneRole:
        return int(!part.contributes ? Tone::Quiet : column == Column::Counts ? Tone::Good : Tone::Normal);
    case CopyRole:
        return QString::fromUtf8(part.value.data(), static_cast<qsizetype>(part.value.size()));
    default:
        return {};
    }
}

QVariant GroupingModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (static_cast<Column>(section)) {
    case Column::Part:
        return tr("Part");
    case Column::Value:
        return tr("Value");
    case Column::Counts:
        return tr("Counts");
    }
    return {};
}

} // namespace picket::ui
