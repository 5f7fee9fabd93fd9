// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/reader.h"
#include "ui/widgets/tablemodel.h"

#include <vector>

namespace picket::ui {

// GUI thread only. How the values of one tag spread over the events of an issue, the commonest first.
class TagShareModel final : public TableModel
{
    Q_OBJECT

public:
    enum class Column { Value, Share, Percent, Events };
    Q_ENUM(Column)
    static constexpr int columnTotal = static_cast<int>(Column::Events) + 1;

    using TableModel::TableModel;

    // `tags` as Reader::issueTags() answers them; those of another key are passed over. `events` of the issue: those
    // without the tag get a row of their own. `own` is the value of the shown event, which is marked.
    void setShares(const std::vector<store::TagCount> &tags, const std::string &key, std::int64_t events,
                   const std::string &own);
    void clear();

protected:
    [[nodiscard]] int rows() const override { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] int columns() const override { return columnTotal; }
    [[nodiscard]] QVariant cell(int row, int column, int role) const override;
    [[nodiscard]] QVariant header(int column, int role) const override;

private:
    struct Row {
        store::TagCount tag;
        bool isWithout = false; // the events without the tag
    };

    [[nodiscard]] QString valueText(const Row &row) const;
    [[nodiscard]] QString percentText(const Row &row) const;
    [[nodiscard]] double share(const Row &row) const;
    [[nodiscard]] QVariant copied(const Row &row, int role) const;

    std::vector<Row> m_rows;
    std::int64_t m_events = 0;
    std::string m_own;
};

} // namespace picket::ui
