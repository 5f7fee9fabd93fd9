// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/telemetry.h"
#include "ui/widgets/factsmodel.h"

namespace picket::ui {

class ProjectNames;

// GUI thread only. Sessions, counted by release and environment.
class ReleaseHealthModel final : public FactsModel<model::ReleaseHealthRow>
{
    Q_OBJECT

public:
    enum class Column {
        Release,
        CrashFree,
        Started,
        Exited,
        Errored,
        Crashed,
        Abnormal,
        Unhandled,
        LastStarted,
        Environment,
        Project
    };
    Q_ENUM(Column)
    static constexpr int columnTotal = static_cast<int>(Column::Project) + 1;

    // The names must outlive the model.
    explicit ReleaseHealthModel(const ProjectNames &names, QObject *parent = nullptr);

protected:
    [[nodiscard]] std::string keyOf(const model::ReleaseHealthRow &row) const override;
    [[nodiscard]] int columns() const override { return columnTotal; }
    [[nodiscard]] QVariant cell(int row, int column, int role) const override;
    [[nodiscard]] QVariant header(int column, int role) const override;

private:
    [[nodiscard]] QString display(const model::ReleaseHealthRow &row, Column column) const;
    [[nodiscard]] QString toolTip(const model::ReleaseHealthRow &row, Column column) const;
    [[nodiscard]] QString accessibleText(const model::ReleaseHealthRow &row) const;

    const ProjectNames &m_names;
};

} // namespace picket::ui
