// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/telemetry.h"
#include "ui/widgets/factsmodel.h"

namespace picket::ui {

class ProjectNames;

// GUI thread only. What SDKs, and gateways before Picket, dropped by themselves.
class DiscardedModel final : public FactsModel<model::DiscardedRow>
{
    Q_OBJECT

public:
    enum class Column { Quantity, Category, Reason, By, Reports, Last, Project };
    Q_ENUM(Column)
    static constexpr int columnTotal = static_cast<int>(Column::Project) + 1;

    // The names must outlive the model.
    explicit DiscardedModel(const ProjectNames &names, QObject *parent = nullptr);

protected:
    [[nodiscard]] std::string keyOf(const model::DiscardedRow &row) const override;
    [[nodiscard]] int columns() const override { return columnTotal; }
    [[nodiscard]] QVariant cell(int row, int column, int role) const override;
    [[nodiscard]] QVariant header(int column, int role) const override;

private:
    [[nodiscard]] QString display(const model::DiscardedRow &row, Column column) const;
    [[nodiscard]] QString toolTip(const model::DiscardedRow &row, Column column) const;
    [[nodiscard]] QString accessibleText(const model::DiscardedRow &row) const;

    const ProjectNames &m_names;
};

} // namespace picket::ui
