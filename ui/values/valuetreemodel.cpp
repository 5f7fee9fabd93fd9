// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/values/valuetreemodel.h"

#include "core/base/limits.h"
#include "ui/wording/plaintext.h"
#include "ui/wording/text.h"

using namespace Qt::Literals::StringLiterals;

namespace picket::ui {

struct ValueTreeModel::Node {
    enum class Kind {
        Value,
        More, // stands for the members that are not here yet
        Deeper, // stands for what lies deeper than trees go
    };
    Node *parent = nullptr;
    Kind kind = Kind::Value;
    int row = 0;
    int depth = 0; // of the value; a shared one at the top is 1
    std::uint32_t source = 0; // among the members of the parent's value, or among the roots
    const model::Value *value = nullptr;
    ValueStyle style = ValueStyle::Json;
    std::size_t fetched = 0; // children of kind Value
    std::vector<std::unique_ptr<Node>> children;
};

ValueTreeModel::ValueTreeModel(QObject *parent)
    : QAbstractItemModel(parent)
    , m_root(std::make_unique<Node>())
{
}

ValueTreeModel::~ValueTreeModel() = default;

void ValueTreeModel::setRoots(std::vector<ValueRoot> roots)
{
    beginResetModel();
    m_roots = std::move(roots);
    m_value.reset();
    m_matches.reset();
    reset();
    endResetModel();
}

void ValueTreeModel::setValue(std::shared_ptr<const model::Value> value, ValueStyle style)
{
    beginResetModel();
    m_roots.clear();
    m_value = std::move(value);
    m_valueStyle = style;
    m_matches.reset();
    reset();
    endResetModel();
}

void ValueTreeModel::setMatches(std::optional<ValueMatches> matches)
{
    if (!matches && !m_matches) {
        return;
    }
    beginResetModel();
    m_matches = std::move(matches);
    reset();
    endResetModel();
}

void ValueTreeModel::reset()
{
    m_root = std::make_unique<Node>();
    m_root->value = m_value.get();
    m_root->style = m_valueStyle;
    m_root->depth = m_value ? 1 : 0;
    fetchChunk(*m_root);
}

std::vector<ValueRoot> ValueTreeModel::searchRoots() const
{
    if (!m_value) {
        return m_roots;
    }
    ValueRoot root;
    root.value = m_value;
    return {root};
}

const std::vector<std::uint32_t> *ValueTreeModel::shownOf(const Node &node) const
{
    if (!m_matches) {
        return nullptr;
    }
    static const std::vector<std::uint32_t> none;
    if (&node == m_root.get() && !m_value) {
        return &m_matches->roots;
    }
    const auto found = m_matches->members.find(node.value);
    return found != m_matches->members.end() ? &found->second : &node == m_root.get() ? &none : nullptr;
}

std::size_t ValueTreeModel::totalOf(const Node &node) const
{
    if (node.kind != Node::Kind::Value) {
        return 0;
    }
    if (const auto *shown = shownOf(node)) {
        return shown->size();
    }
    if (&node == m_root.get() && !m_value) {
        return m_roots.size();
    }
    return node.value ? node.value->members().size() : 0;
}

std::unique_ptr<ValueTreeModel::Node> ValueTreeModel::makeChild(Node &parent, std::size_t position) const
{
    auto node = std::make_unique<Node>();
    node->parent = &parent;
    node->row = static_cast<int>(position);
    node->depth = parent.depth + 1;
    const auto *shown = shownOf(parent);
    node->source = shown ? (*shown)[position] : static_cast<std::uint32_t>(position);
    if (&parent == m_root.get() && !m_value) {
        node->value = m_roots[node->source].value.get();
        node->style = m_roots[node->source].style;
    } else {
        node->value = &parent.value->members()[node->source].second;
        node->style = parent.style;
    }
    return node;
}

ValueTreeModel::Node *ValueTreeModel::nodeOf(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<Node *>(index.internalPointer()) : m_root.get();
}

bool ValueTreeModel::isMoreRow(const QModelIndex &index)
{
    return index.isValid() && static_cast<Node *>(index.internalPointer())->kind == Node::Kind::More;
}

bool ValueTreeModel::leadsToMatch(const QModelIndex &index) const
{
    return index.isValid() && m_matches && m_matches->members.count(nodeOf(index)->value) > 0;
}

int ValueTreeModel::rootOf(const QModelIndex &index) const
{
    const Node *node = nodeOf(index);
    const bool isRoot = index.isValid() && node->parent == m_root.get() && node->kind == Node::Kind::Value && !m_value;
    return isRoot ? static_cast<int>(node->source) : -1;
}

QModelIndex ValueTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    const Node *node = nodeOf(parent);
    if (row < 0 || row >= static_cast<int>(node->children.size()) || column < 0 || column >= columnCount()
        || parent.column() > 0) {
        return {};
    }
    return createIndex(row, column, node->children[static_cast<std::size_t>(row)].get());
}

QModelIndex ValueTreeModel::parent(const QModelIndex &index) const
{
    Node *parent = index.isValid() ? nodeOf(index)->parent : nullptr;
    return !parent || parent == m_root.get() ? QModelIndex() : createIndex(parent->row, 0, parent);
}

int ValueTreeModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : static_cast<int>(nodeOf(parent)->children.size());
}

int ValueTreeModel::columnCount(const QModelIndex &) const
{
    return 2;
}

bool ValueTreeModel::hasChildren(const QModelIndex &parent) const
{
    return parent.column() <= 0 && totalOf(*nodeOf(parent)) > 0;
}

bool ValueTreeModel::canFetchMore(const QModelIndex &parent) const
{
    if (parent.column() > 0) {
        return false;
    }
    const Node *node = nodeOf(parent);
    if (node->depth >= static_cast<int>(limits::jsonTreeDepth)) {
        return totalOf(*node) > 0 && node->children.empty();
    }
    return node->fetched < totalOf(*node);
}

void ValueTreeModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent)) {
        return;
    }
    Node &node = *nodeOf(parent);
    const auto first = static_cast<int>(node.fetched);
    if (node.children.size() > node.fetched) {
        beginRemoveRows(parent, first, first);
        node.children.pop_back();
        endRemoveRows();
    }
    const std::size_t last = nextFetched(node);
    beginInsertRows(parent, first, static_cast<int>(last) - (last < totalOf(node) ? 0 : 1));
    fetchChunk(node);
    endInsertRows();
}

std::size_t ValueTreeModel::nextFetched(const Node &node) const
{
    return node.depth >= static_cast<int>(limits::jsonTreeDepth)
        ? 0
        : std::min(totalOf(node), node.fetched + limits::treeChunk);
}

// Makes the next children, and a note when they are not the last.
void ValueTreeModel::fetchChunk(Node &node)
{
    const std::size_t last = nextFetched(node);
    for (; node.fetched < last; ++node.fetched) {
        node.children.push_back(makeChild(node, node.fetched));
    }
    if (last < totalOf(node)) {
        auto note = std::make_unique<Node>();
        note->parent = &node;
        note->kind = node.depth >= static_cast<int>(limits::jsonTreeDepth) ? Node::Kind::Deeper : Node::Kind::More;
        note->row = static_cast<int>(last);
        note->depth = node.depth + 1;
        node.children.push_back(std::move(note));
    }
}

QVariant ValueTreeModel::rootCell(int, int, int) const
{
    return {};
}

QVariant ValueTreeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const Node &node = *nodeOf(index);
    QVariant answer;
    if (const int root = rootOf(index); root >= 0) {
        answer = rootCell(root, index.column(), role);
    }
    if (!answer.isValid()) {
        answer = node.kind != Node::Kind::Value ? noteCell(node, index.column(), role)
            : index.column() == 0               ? keyCell(node, role)
            : index.column() == 1               ? valueCell(node, role)
                                                : QVariant();
    }
    return role == Qt::ToolTipRole && answer.isValid() ? plainToolTip(answer.toString()) : answer;
}

QVariant ValueTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    return section == 0 ? tr("Name") : section == 1 ? tr("Value") : QVariant();
}

QVariant ValueTreeModel::noteCell(const Node &node, int column, int role) const
{
    if (role == ValueKindRole) {
        return int(ValueKind::Note);
    }
    if (role == ToneRole) {
        return int(Tone::Quiet);
    }
    if (column != 0 || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole && role != Qt::ToolTipRole)) {
        return {};
    }
    if (node.kind == Node::Kind::Deeper) {
        return tr("deeper levels: see Raw");
    }
    const auto left = static_cast<std::int64_t>(totalOf(*node.parent) - node.parent->fetched);
    return tr("%1 more …").arg(countText(left));
}

QString ValueTreeModel::keyText(const Node &node) const
{
    if (node.parent == m_root.get() && !m_value) {
        return toLine(m_roots[node.source].key, 300);
    }
    if (node.parent->value->kind() == model::Value::Kind::Array) {
        return u'[' + QString::number(node.source) + u']';
    }
    const std::string &key = node.parent->value->members()[node.source].first;
    return key.empty() ? u"\"\""_s : toLine(key, 300);
}

QString ValueTreeModel::valueText(const Node &node) const
{
    const bool heading = node.parent == m_root.get() && !m_value && m_roots[node.source].heading;
    if (heading && (!node.value || node.value->isContainer())) {
        return m_roots[node.source].note;
    }
    return node.value ? valueLine(*node.value, node.style) : QString();
}

QString ValueTreeModel::pathText(const Node &node) const
{
    QString path;
    for (const Node *step = &node; step->parent; step = step->parent) {
        if (step->parent == m_root.get() && !m_value) {
            path.prepend(pathStep(m_roots[step->source].key));
        } else if (step->parent->value->kind() == model::Value::Kind::Array) {
            path.prepend(u'[' + QString::number(step->source) + u']');
        } else {
            path.prepend(pathStep(step->parent->value->members()[step->source].first));
        }
    }
    return path.startsWith(u'.') ? path.mid(1) : path;
}

QVariant ValueTreeModel::keyCell(const Node &node, int role) const
{
    const bool heading = node.parent == m_root.get() && !m_value && m_roots[node.source].heading;
    switch (role) {
    case Qt::DisplayRole:
        return keyText(node);
    case Qt::ToolTipRole:
        return pathText(node).left(1000);
    case Qt::AccessibleTextRole:
        return heading   ? tr("%1, group, %2").arg(keyText(node), m_roots[node.source].note)
            : node.value ? tr("%1: %2, %3").arg(keyText(node), valueText(node), valueKindWord(*node.value))
                         : keyText(node);
    case HeadingRole:
        return heading;
    case CodeRole:
        return !heading;
    case ToneRole:
        return int(Tone::Normal);
    default:
        return valueCell(node, role);
    }
}

QVariant ValueTreeModel::valueCell(const Node &node, int role) const
{
    if (role == PathRole) {
        return pathText(node);
    }
    if (!node.value) {
        return {};
    }
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole:
        return valueText(node);
    case CopyRole:
        return valueCopy(*node.value);
    case CopyJsonRole:
        return valueJson(*node.value);
    case WholeRole:
        return valueWhole(*node.value);
    case ValueKindRole:
        return int(valueKind(*node.value, node.style));
    case CodeRole:
        return true;
    case ToneRole:
        return int(node.value->isContainer() ? Tone::Quiet : Tone::Normal);
    default:
        return {};
    }
}

} // namespace picket::ui
