// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/rowlistmodel.h"

namespace picket::ui {

class ProjectNames;

// GUI thread only. Structured logs, the newest first.
class LogModel final : public RowListModel<LogId, model::LogRow>
{
    Q_OBJECT

public:
    enum class Column { Time, Level, Message, Trace, Project };
    Q_ENUM(Column)
    static constexpr int columnTotal = static_cast<int>(Column::Project) + 1;

    // The names must outlive the model.
    LogModel(query::QueryService &query, const ProjectNames &names, QObject *parent = nullptr);

    // Nothing is asked before the first call, and again only when it is another filter.
    void setFilter(const store::LogFilter &filter);

protected:
    [[nodiscard]] IdsQuestion idsQuestion() const override;
    [[nodiscard]] RowsQuestion rowsQuestion() const override;
    [[nodiscard]] int columns() const override { return columnTotal; }
    [[nodiscard]] QVariant cell(int row, int column, int role) const override;
    [[nodiscard]] QVariant header(int column, int role) const override;

private:
    [[nodiscard]] QString display(const model::LogRow &log, Column column) const;
    [[nodiscard]] QString toolTip(const model::LogRow &log, Column column) const;

    const ProjectNames &m_names;
    std::optional<store::LogFilter> m_filter;
};

} // namespace picket::ui
