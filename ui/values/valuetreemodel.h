// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/values/valuesearch.h"

#include <QAbstractItemModel>

#include <memory>
#include <optional>

namespace picket::ui {

// GUI thread only. Data of an event as a tree: keys and values, members in the order received. Rows are made when they
// are looked at, so that a tree of a megabyte costs what is on screen.
class ValueTreeModel : public QAbstractItemModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ValueTreeModel)

public:
    enum class Column { Key, Value };
    Q_ENUM(Column)

    explicit ValueTreeModel(QObject *parent = nullptr);
    ~ValueTreeModel() override;

    // The rows at the top. The values are shared, not copied.
    void setRoots(std::vector<ValueRoot> roots);
    // The members of one container are the rows at the top; null empties the tree.
    void setValue(std::shared_ptr<const model::Value> value, ValueStyle style);
    [[nodiscard]] const std::vector<ValueRoot> &roots() const { return m_roots; }

    // What ValueSearch has to look at; its answer narrows the tree to what was found, nullopt shows everything.
    [[nodiscard]] std::vector<ValueRoot> searchRoots() const;
    void setMatches(std::optional<ValueMatches> matches);
    [[nodiscard]] const std::optional<ValueMatches> &matches() const { return m_matches; }

    // The row stands for members that are not here yet ("700 more"): fetchMore() of its parent brings the next ones.
    [[nodiscard]] static bool isMoreRow(const QModelIndex &index);

    // The row was not found itself, but holds what was.
    [[nodiscard]] bool leadsToMatch(const QModelIndex &index) const;

    // The position in roots(), or -1 for rows below the top.
    [[nodiscard]] int rootOf(const QModelIndex &index) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] bool hasChildren(const QModelIndex &parent = {}) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

protected:
    // For trees whose top rows say more than a key; an invalid answer means: as usual.
    [[nodiscard]] virtual QVariant rootCell(int root, int column, int role) const;

private:
    struct Node;

    [[nodiscard]] Node *nodeOf(const QModelIndex &index) const;
    // The members to be shown, or null for all of them.
    [[nodiscard]] const std::vector<std::uint32_t> *shownOf(const Node &node) const;
    [[nodiscard]] std::size_t totalOf(const Node &node) const;
    [[nodiscard]] std::unique_ptr<Node> makeChild(Node &parent, std::size_t position) const;
    void reset();
    [[nodiscard]] std::size_t nextFetched(const Node &node) const;
    void fetchChunk(Node &node);

    [[nodiscard]] QVariant noteCell(const Node &node, int column, int role) const;
    [[nodiscard]] QVariant keyCell(const Node &node, int role) const;
    [[nodiscard]] QVariant valueCell(const Node &node, int role) const;
    [[nodiscard]] QString keyText(const Node &node) const;
    [[nodiscard]] QString valueText(const Node &node) const;
    [[nodiscard]] QString pathText(const Node &node) const;

    std::vector<ValueRoot> m_roots;
    std::shared_ptr<const model::Value> m_value; // whose members are the top rows; then m_roots is empty
    ValueStyle m_valueStyle = ValueStyle::Json;
    std::optional<ValueMatches> m_matches;
    std::unique_ptr<Node> m_root;
};

} // namespace picket::ui
