// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/rowlistmodel.h"

namespace picket::ui {

class ProjectNames;

// GUI thread only. Items that have no view of their own or could not be read, the newest first.
class KeptModel final : public RowListModel<ItemId, model::KeptItemRow>
{
    Q_OBJECT

public:
    enum class Column { Received, Type, Size, Name, Event, Project };
    Q_ENUM(Column)
    static constexpr int columnTotal = static_cast<int>(Column::Project) + 1;

    // The names must outlive the model.
    KeptModel(query::QueryService &query, const ProjectNames &names, QObject *parent = nullptr);

protected:
    [[nodiscard]] IdsQuestion idsQuestion() const override;
    [[nodiscard]] RowsQuestion rowsQuestion() const override;
    [[nodiscard]] int columns() const override { return columnTotal; }
    [[nodiscard]] QVariant cell(int row, int column, int role) const override;
    [[nodiscard]] QVariant header(int column, int role) const override;

private:
    [[nodiscard]] QString display(const model::KeptItemRow &item, Column column) const;
    [[nodiscard]] QString toolTip(const model::KeptItemRow &item, Column column) const;

    const ProjectNames &m_names;
};

} // namespace picket::ui
