// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/eventdetail.h"

#include <QAbstractItemModel>

#include <memory>
#include <vector>

namespace picket::ui {

// GUI thread only. Why an event is in its issue: what was looked at, what counted, and why the rest did not.
class GroupingModel final : public QAbstractItemModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(GroupingModel)

public:
    enum class Column { Part, Value, Counts };
    Q_ENUM(Column)
    static constexpr int columnTotal = static_cast<int>(Column::Counts) + 1;

    explicit GroupingModel(QObject *parent = nullptr);
    ~GroupingModel() override;

    // Null empties the tree.
    void setDetail(std::shared_ptr<const query::EventDetail> detail);

    // Rows to open at first: what counts, down to the frames.
    [[nodiscard]] bool opensAtFirst(const QModelIndex &index) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    // A part with its place, so that parent() finds its way back.
    struct Node {
        const model::GroupingPart *part = nullptr;
        Node *parent = nullptr;
        int row = 0;
        std::vector<std::unique_ptr<Node>> children;
    };

    static void addChildren(Node &node, const std::vector<model::GroupingPart> &parts);
    [[nodiscard]] Node *nodeOf(const QModelIndex &index) const;
    [[nodiscard]] static QString valueText(const model::GroupingPart &part);
    [[nodiscard]] static QString countsText(const model::GroupingPart &part);
    [[nodiscard]] static QVariant display(const model::GroupingPart &part, Column column);
    [[nodiscard]] static QString accessibleText(const model::GroupingPart &part);

    std::shared_ptr<const query::EventDetail> m_detail;
    std::unique_ptr<Node> m_root;
};

} // namespace picket::ui
