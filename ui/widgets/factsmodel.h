// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/tablemodel.h"

#include <algorithm>
#include <string>
#include <vector>

namespace picket::ui {

// GUI thread only. A table that is read anew as a whole: sums, of which there are few. A row is known again by its key.
template <class Row> class FactsModel : public TableModel
{
public:
    using TableModel::TableModel;

    // Rows with the same keys in the same order change in place.
    void setRows(std::vector<Row> rows)
    {
        const bool same = std::equal(m_rows.begin(), m_rows.end(), rows.begin(), rows.end(),
                                     [this](const Row &a, const Row &b) { return keyOf(a) == keyOf(b); });
        if (!same) {
            beginResetModel();
            m_rows = std::move(rows);
            endResetModel();
        } else if (!rows.empty()) {
            m_rows = std::move(rows);
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        }
    }

    // Empty for a row that does not exist.
    [[nodiscard]] std::string keyAt(int row) const { return row >= 0 && row < rows() ? keyOf(at(row)) : std::string(); }
    // -1 when it is not here.
    [[nodiscard]] int find(const std::string &key) const
    {
        const auto found =
            std::find_if(m_rows.begin(), m_rows.end(), [&](const Row &row) { return keyOf(row) == key; });
        return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
    }

protected:
    // Unlike that of any other row.
    [[nodiscard]] virtual std::string keyOf(const Row &row) const = 0;
    [[nodiscard]] int rows() const final { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] const Row &at(int row) const { return m_rows[static_cast<std::size_t>(row)]; }

    // Of texts that may hold anything: no two lists of texts make the same key.
    [[nodiscard]] static std::string joined(std::initializer_list<std::string> parts)
    {
        std::string key;
        for (const std::string &part : parts) {
            key += std::to_string(part.size()) + ':' + part;
        }
        return key;
    }

private:
    std::vector<Row> m_rows;
};

} // namespace picket::ui
