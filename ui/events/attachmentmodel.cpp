// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/attachmentmodel.h"

#include "ui/wording/text.h"

namespace picket::ui {

namespace {

using Attachment = store::StoredEvent::Attachment;
using Column = AttachmentModel::Column;

QString display(const Attachment &attachment, Column column)
{
    switch (column) {
    case Column::Name:
        return attachment.filename.empty() ? AttachmentModel::tr("<no name>") : toLine(attachment.filename, 200);
    case Column::Type:
        return toLine(attachment.contentType.empty() ? attachment.attachmentType : attachment.contentType, 100);
    case Column::Size:
        return sizeText(attachment.size);
    }
    return {};
}

int alignment(Column column)
{
    return int((column == Column::Size ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
}

} // namespace

void AttachmentModel::setAttachments(std::vector<Attachment> attachments)
{
    beginResetModel();
    m_attachments = std::move(attachments);
    endResetModel();
}

const Attachment *AttachmentModel::attachmentAt(int row) const
{
    return row >= 0 && row < rows() ? &m_attachments[static_cast<std::size_t>(row)] : nullptr;
}

QVariant AttachmentModel::cell(int row, int column, int role) const
{
    const Attachment &attachment = m_attachments[static_cast<std::size_t>(row)];
    const auto c = static_cast<Column>(column);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return display(attachment, c);
    case Qt::TextAlignmentRole:
        return alignment(c);
    case Qt::AccessibleTextRole:
        return column == 0 ? tr("Attachment %1, %2").arg(display(attachment, Column::Name), sizeText(attachment.size))
                           : display(attachment, c);
    default:
        return {};
    }
}

QVariant AttachmentModel::header(int column, int role) const
{
    const auto c = static_cast<Column>(column);
    if (role == Qt::TextAlignmentRole) {
        return alignment(c);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    return c == Column::Name ? tr("Name") : c == Column::Type ? tr("Type") : tr("Size");
}

} // namespace picket::ui
