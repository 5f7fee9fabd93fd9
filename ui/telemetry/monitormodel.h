// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/telemetry.h"
#include "ui/widgets/factsmodel.h"

namespace picket::ui {

class ProjectNames;

// GUI thread only. Monitors, one row for each and its environment.
class MonitorModel final : public FactsModel<model::MonitorRow>
{
    Q_OBJECT

public:
    enum class Column { Monitor, State, LastCheckIn, Duration, Schedule, CheckIns, Failed, Environment, Project };
    Q_ENUM(Column)
    static constexpr int columnTotal = static_cast<int>(Column::Project) + 1;

    // The names must outlive the model.
    explicit MonitorModel(const ProjectNames &names, QObject *parent = nullptr);

protected:
    [[nodiscard]] std::string keyOf(const model::MonitorRow &row) const override;
    [[nodiscard]] int columns() const override { return columnTotal; }
    [[nodiscard]] QVariant cell(int row, int column, int role) const override;
    [[nodiscard]] QVariant header(int column, int role) const override;

private:
    [[nodiscard]] QString display(const model::MonitorRow &row, Column column) const;
    [[nodiscard]] QString toolTip(const model::MonitorRow &row, Column column) const;
    [[nodiscard]] QString accessibleText(const model::MonitorRow &row) const;

    const ProjectNames &m_names;
};

} // namespace picket::ui
