// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/rows.h"
#include "ui/widgets/tablemodel.h"

#include <QTimer>

#include <vector>

namespace picket::query {
class QueryService;
}
namespace picket::store {
struct ChangeSet;
}

namespace picket::ui {

// GUI thread only. The last requests, newest first, and what became of each.
class WireLogModel final : public TableModel
{
    Q_OBJECT

public:
    enum class Column { Time, Outcome, Status, Request, Reason, Sdk, Program, Items, Size, Took };
    Q_ENUM(Column)
    static constexpr int columnTotal = static_cast<int>(Column::Took) + 1;

    explicit WireLogModel(query::QueryService &query, QObject *parent = nullptr);

    void reload();
    void applyChanges(const store::ChangeSet &changes);

    // Null for a row that does not exist.
    [[nodiscard]] const model::DeliveryRow *deliveryAt(int row) const;

Q_SIGNALS:
    void failed(const picket::Error &error);
    // They are written a moment after the rows.
    void countersChanged();

protected:
    [[nodiscard]] int rows() const override { return static_cast<int>(m_deliveries.size()); }
    [[nodiscard]] int columns() const override { return columnTotal; }
    [[nodiscard]] QVariant cell(int row, int column, int role) const override;
    [[nodiscard]] QVariant header(int column, int role) const override;

private:
    void merge(std::vector<model::DeliveryRow> newest);
    void takePeers(const std::vector<model::DeliveryRow> &newest, std::size_t added);

    query::QueryService &m_query;
    const int m_channel;
    QTimer m_timer;
    std::vector<model::DeliveryRow> m_deliveries;
};

} // namespace picket::ui
