// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/eventdetail.h"
#include "ui/values/valuetreemodel.h"

#include <memory>
#include <optional>

namespace picket::ui {

// GUI thread only. What led to an event, oldest first, each breadcrumb with its data below it; the event itself comes
// last.
class BreadcrumbModel final : public ValueTreeModel
{
    Q_OBJECT

public:
    // The data below a breadcrumb stands in the first two.
    enum class Column { Category, Message, Level, Time };
    Q_ENUM(Column)
    static constexpr int columnTotal = static_cast<int>(Column::Time) + 1;

    using ValueTreeModel::ValueTreeModel;

    // Null empties the list.
    void setDetail(std::shared_ptr<const query::EventDetail> detail);

    // Only breadcrumbs of at least that level and of that type (as breadcrumbType() tells it; empty: all). The event
    // stays.
    void setFilter(model::Level least, const std::string &type);
    // The types that occur, in the order of their first breadcrumb.
    [[nodiscard]] std::vector<std::string> types() const;

    // The row of a breadcrumb by its position as sent; invalid when it is not among those shown.
    [[nodiscard]] QModelIndex find(int position);

    // Time of day instead of the distance to the event.
    void setAbsoluteTime(bool absolute);

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

protected:
    [[nodiscard]] QVariant rootCell(int root, int column, int role) const override;

private:
    struct Row {
        enum class Kind { Breadcrumb, Null, Event, LeftOut };
        Kind kind = Kind::Breadcrumb;
        const model::Breadcrumb *breadcrumb = nullptr;
        std::size_t position = 0; // as sent
    };

    void rebuild();
    [[nodiscard]] std::int64_t leftOut() const;
    [[nodiscard]] bool passes(const model::Breadcrumb &breadcrumb) const;
    [[nodiscard]] std::optional<Timestamp> timeOf(const Row &row) const;
    [[nodiscard]] QString timeText(const Row &row) const;
    [[nodiscard]] QString message(const Row &row) const;
    [[nodiscard]] QString category(const Row &row) const;
    [[nodiscard]] QVariant display(const Row &row, Column column) const;
    [[nodiscard]] QString accessibleText(const Row &row) const;
    [[nodiscard]] QVariant copied(const Row &row, int role) const;

    std::shared_ptr<const query::EventDetail> m_detail;
    model::Level m_least = model::Level::Debug;
    std::string m_type;
    bool m_absolute = false;
    std::vector<Row> m_rows; // as the roots
};

} // namespace picket::ui
