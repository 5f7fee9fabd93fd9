// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/reader.h"
#include "ui/widgets/tablemodel.h"

#include <vector>

namespace picket::ui {

// GUI thread only. What came beside an event.
class AttachmentModel final : public TableModel
{
    Q_OBJECT

public:
    enum class Column { Name, Type, Size };
    Q_ENUM(Column)
    static constexpr int columnTotal = static_cast<int>(Column::Size) + 1;

    using TableModel::TableModel;

    void setAttachments(std::vector<store::StoredEvent::Attachment> attachments);
    // Null for a row that does not exist.
    [[nodiscard]] const store::StoredEvent::Attachment *attachmentAt(int row) const;

protected:
    [[nodiscard]] int rows() const override { return static_cast<int>(m_attachments.size()); }
    [[nodiscard]] int columns() const override { return columnTotal; }
    [[nodiscard]] QVariant cell(int row, int column, int role) const override;
    [[nodiscard]] QVariant header(int column, int role) const override;

private:
    std::vector<store::StoredEvent::Attachment> m_attachments;
};

} // namespace picket::ui
