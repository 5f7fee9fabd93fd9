// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/rowlistmodel.h"

#include <optional>

namespace picket::ui {

class ProjectNames;

// GUI thread only. Transactions, the newest first.
class TransactionModel final : public RowListModel<SpanId, model::SpanRow>
{
    Q_OBJECT

public:
    enum class Column { Time, Operation, Name, Status, Duration, Project, Trace };
    Q_ENUM(Column)
    static constexpr int columnTotal = static_cast<int>(Column::Trace) + 1;

    // The names must outlive the model.
    TransactionModel(query::QueryService &query, const ProjectNames &names, QObject *parent = nullptr);

    // Nothing is asked before the first call, and again only when it is another filter.
    void setFilter(const store::TransactionFilter &filter);

protected:
    [[nodiscard]] IdsQuestion idsQuestion() const override;
    [[nodiscard]] RowsQuestion rowsQuestion() const override;
    [[nodiscard]] int columns() const override { return columnTotal; }
    [[nodiscard]] QVariant cell(int row, int column, int role) const override;
    [[nodiscard]] QVariant header(int column, int role) const override;

private:
    [[nodiscard]] QString display(const model::SpanRow &transaction, Column column) const;
    [[nodiscard]] QString toolTip(const model::SpanRow &transaction, Column column) const;
    [[nodiscard]] QString accessibleText(const model::SpanRow &transaction) const;

    const ProjectNames &m_names;
    std::optional<store::TransactionFilter> m_filter;
};

} // namespace picket::ui
