// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/rows.h"
#include "ui/widgets/factsmodel.h"

namespace picket::ui {

// GUI thread only. What became of all requests, and of their items, by SDK.
class DeliveryCountModel final : public FactsModel<model::DeliveryCount>
{
    Q_OBJECT

public:
    enum class Column { Sdk, Item, Outcome, Count };
    Q_ENUM(Column)
    static constexpr int columnTotal = static_cast<int>(Column::Count) + 1;

    using FactsModel::FactsModel;

protected:
    [[nodiscard]] std::string keyOf(const model::DeliveryCount &row) const override;
    [[nodiscard]] int columns() const override { return columnTotal; }
    [[nodiscard]] QVariant cell(int row, int column, int role) const override;
    [[nodiscard]] QVariant header(int column, int role) const override;
};

} // namespace picket::ui
