// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/telemetry.h"
#include "core/store/reader.h"
#include "ui/widgets/tablemodel.h"

#include <vector>

namespace picket::ui {

struct FeedbackEntry {
    model::FeedbackRow row;
    std::string issueTitle; // empty when the event that it is about is not here
    friend bool operator==(const FeedbackEntry &a, const FeedbackEntry &b)
    {
        return a.row.id == b.row.id && a.row.issue == b.row.issue && a.row.event == b.row.event
            && a.row.attachments == b.row.attachments && a.issueTitle == b.issueTitle;
    }
};

// On a reader's thread. Newest first.
[[nodiscard]] Result<std::vector<FeedbackEntry>> readFeedback(store::Reader &reader);

// GUI thread only. What people wrote, the newest first.
class FeedbackModel final : public TableModel
{
    Q_OBJECT

public:
    enum class Column { Time, From, Message, Issue };
    Q_ENUM(Column)
    static constexpr int columnTotal = static_cast<int>(Column::Issue) + 1;

    using TableModel::TableModel;

    // Entries that stay keep their rows' selection.
    void setEntries(std::vector<FeedbackEntry> entries);
    // Null for a row that does not exist.
    [[nodiscard]] const FeedbackEntry *entryAt(int row) const;
    // -1 when it is not here.
    [[nodiscard]] int rowOf(FeedbackId id) const;

protected:
    [[nodiscard]] int rows() const override { return static_cast<int>(m_entries.size()); }
    [[nodiscard]] int columns() const override { return columnTotal; }
    [[nodiscard]] QVariant cell(int row, int column, int role) const override;
    [[nodiscard]] QVariant header(int column, int role) const override;

private:
    std::vector<FeedbackEntry> m_entries;
};

// "Jörg (j@example.com)", as far as it was told; never empty.
[[nodiscard]] QString feedbackSender(const model::Feedback &feedback);

} // namespace picket::ui
