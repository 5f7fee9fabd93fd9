// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stack/stackmodel.h"

#include "ui/widgets/roles.h"
#include "ui/wording/text.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace picket::ui {

void StackModel::setEvent(const model::Event *event)
{
    beginResetModel();
    m_rows.clear();
    m_frames.clear();
    for (StackRow &row : event ? stackRows(*event, m_order) : std::vector<StackRow>()) {
        if (row.kind == StackRow::Kind::Frame) {
            m_frames.push_back(row);
        }
        std::copy_if(row.folded.begin(), row.folded.end(), std::back_inserter(m_frames),
                     [](const StackRow &folded) { return folded.kind == StackRow::Kind::Frame; });
        m_rows.push_back({std::move(row)});
    }
    endResetModel();
}

void StackModel::setOrder(FrameOrder order, const model::Event *event)
{
    m_order = order;
    setEvent(event);
}

QString StackModel::summary() const
{
    if (m_frames.empty()) {
        return {};
    }
    const auto inApp = std::count_if(m_frames.begin(), m_frames.end(), [](const StackRow &f) { return f.inApp; });
    const auto count = static_cast<std::int64_t>(m_frames.size());
    const QString frames = count == 1 ? tr("1 frame") : tr("%1 frames").arg(countText(count));
    return inApp > 0 ? tr("%1 · %2 in-app").arg(frames, countText(inApp)) : frames;
}

FrameRef StackModel::frameAt(int row) const
{
    return row >= 0 && row < rows() ? m_rows[static_cast<std::size_t>(row)].row.frame : FrameRef();
}

int StackModel::reveal(const FrameRef &frame)
{
    if (!frame.isValid()) {
        return -1;
    }
    for (int row = 0; row < rows(); ++row) {
        const Shown &shown = m_rows[static_cast<std::size_t>(row)];
        if (shown.row.frame == frame) {
            return row;
        }
        const auto &folded = shown.row.folded;
        const auto hidden =
            std::find_if(folded.begin(), folded.end(), [&](const StackRow &r) { return r.frame == frame; });
        if (hidden != folded.end() && !shown.open) {
            const int place = row + 1 + static_cast<int>(hidden - folded.begin());
            toggleFold(row);
            return place;
        }
    }
    return -1;
}

bool StackModel::isFold(int row) const
{
    return row >= 0 && row < rows() && m_rows[static_cast<std::size_t>(row)].row.kind == StackRow::Kind::Fold;
}

void StackModel::toggleFold(int row)
{
    if (!isFold(row)) {
        return;
    }
    // The triangle turns after the rows have come or gone: while they do, all others must stay what they are.
    const auto at = static_cast<std::ptrdiff_t>(row);
    const StackRow fold = m_rows[static_cast<std::size_t>(row)].row;
    const bool wasOpen = m_rows[static_cast<std::size_t>(row)].open;
    const auto count = static_cast<int>(fold.folded.size());
    if (wasOpen) {
        beginRemoveRows({}, row + 1, row + count);
        m_rows.erase(m_rows.begin() + at + 1, m_rows.begin() + at + 1 + count);
        endRemoveRows();
    } else {
        beginInsertRows({}, row + 1, row + count);
        std::vector<Shown> inserted;
        for (const StackRow &frame : fold.folded) {
            inserted.push_back({frame, false, true});
        }
        m_rows.insert(m_rows.begin() + at + 1, inserted.begin(), inserted.end());
        endInsertRows();
    }
    m_rows[static_cast<std::size_t>(row)].open = !wasOpen;
    Q_EMIT dataChanged(index(row, 0), index(row, 1));
}

FrameRef StackModel::neighbour(const FrameRef &from, int by) const
{
    const bool anyInApp = std::any_of(m_frames.begin(), m_frames.end(), [](const StackRow &f) { return f.inApp; });
    const auto found =
        std::find_if(m_frames.begin(), m_frames.end(), [&](const StackRow &f) { return f.frame == from; });
    auto at = found == m_frames.end() ? -1 : found - m_frames.begin();
    for (at += by; at >= 0 && at < static_cast<std::ptrdiff_t>(m_frames.size()); at += by) {
        const StackRow &frame = m_frames[static_cast<std::size_t>(at)];
        if (frame.inApp || !anyInApp) {
            return frame.frame;
        }
    }
    return {};
}

QVariant StackModel::display(const Shown &shown, int column) const
{
    if (column == int(Column::Location)) {
        return shown.row.location;
    }
    const int indent = shown.row.indent + (shown.inFold ? 1 : 0);
    if (shown.row.kind == StackRow::Kind::Fold) {
        return QString(QString(indent * 4, u' ') + (shown.open ? u"▾ "_s : u"▸ "_s) + shown.row.text);
    }
    return QString(QString(indent * 4, u' ') + shown.row.text);
}

QString StackModel::accessibleText(const Shown &shown) const
{
    switch (shown.row.kind) {
    case StackRow::Kind::Frame:
        return (shown.row.inApp         ? tr("%1 in %2, in-app frame")
                    : shown.row.library ? tr("%1 in %2, library frame")
                                        : tr("%1 in %2, frame"))
            .arg(shown.row.text, shown.row.location);
    case StackRow::Kind::Fold:
        return shown.open ? tr("%1, open").arg(shown.row.text) : tr("%1, closed").arg(shown.row.text);
    case StackRow::Kind::Heading:
        return tr("Exception or thread: %1").arg(shown.row.text);
    case StackRow::Kind::Note:
        return shown.row.text;
    }
    return {};
}

QVariant StackModel::cell(int row, int column, int role) const
{
    const Shown &shown = m_rows[static_cast<std::size_t>(row)];
    const bool strong = shown.row.kind == StackRow::Kind::Heading
        || (shown.row.kind == StackRow::Kind::Frame && !shown.row.library && shown.row.frame.isValid());
    switch (role) {
    case Qt::DisplayRole:
        return display(shown, column);
    case Qt::ToolTipRole:
        return shown.row.location.isEmpty() ? shown.row.text : QString(shown.row.text + u'\n' + shown.row.location);
    case Qt::AccessibleTextRole:
        return column == 0 ? accessibleText(shown) : shown.row.location;
    case Qt::TextAlignmentRole:
        return int((column == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    case HeadingRole:
        return shown.row.kind == StackRow::Kind::Heading;
    case InAppRole:
        return shown.row.inApp;
    case ToneRole:
        return int(strong && column == 0 ? Tone::Normal : Tone::Quiet);
    default:
        return {};
    }
}

QVariant StackModel::header(int column, int role) const
{
    if (role != Qt::DisplayRole) {
        return {};
    }
    return column == 0 ? tr("Function") : tr("Location");
}

} // namespace picket::ui
