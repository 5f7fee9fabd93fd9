// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/telemetry/feedbackmodel.h"

#include "ui/state/iddiff.h"
#include "ui/widgets/roles.h"
#include "ui/wording/text.h"

#include <unordered_map>

namespace picket::ui {

namespace {

using Column = FeedbackModel::Column;

std::vector<FeedbackId> idsOf(const std::vector<FeedbackEntry> &entries)
{
    std::vector<FeedbackId> ids;
    ids.reserve(entries.size());
    for (const FeedbackEntry &entry : entries) {
        ids.push_back(entry.row.id);
    }
    return ids;
}

QString display(const FeedbackEntry &entry, Column column)
{
    const model::Feedback &feedback = entry.row.feedback;
    switch (column) {
    case Column::Time:
        return agoShort(entry.row.timestamp, now());
    case Column::From:
        return feedbackSender(feedback);
    case Column::Message:
        return feedback.message.empty() ? FeedbackModel::tr("<no message>") : toLine(feedback.message);
    case Column::Issue:
        return toLine(entry.issueTitle, 300);
    }
    return {};
}

Tone toneOf(const FeedbackEntry &entry, Column column)
{
    return column == Column::Message && !entry.row.feedback.message.empty() ? Tone::Normal : Tone::Quiet;
}

} // namespace

QString feedbackSender(const model::Feedback &feedback)
{
    const QString name = toLine(feedback.name, 200);
    const QString email = toLine(feedback.email, 200);
    return !name.isEmpty() && !email.isEmpty() && name != email ? FeedbackModel::tr("%1 (%2)").arg(name, email)
        : !name.isEmpty()                                       ? name
        : !email.isEmpty()                                      ? email
                                                                : FeedbackModel::tr("anonymous");
}

Result<std::vector<FeedbackEntry>> readFeedback(store::Reader &reader)
{
    auto rows = reader.feedback();
    if (!rows) {
        return tl::unexpected<Error>(std::move(rows.error()));
    }
    std::vector<IssueId> ids;
    for (const model::FeedbackRow &row : *rows) {
        if (row.issue.isValid()) {
            ids.push_back(row.issue);
        }
    }
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    auto issues = reader.issues(ids);
    if (!issues) {
        return tl::unexpected<Error>(std::move(issues.error()));
    }
    std::unordered_map<IssueId, std::string> titles;
    for (model::IssueRow &issue : *issues) {
        titles.emplace(issue.id, std::move(issue.title));
    }
    std::vector<FeedbackEntry> entries;
    entries.reserve(rows->size());
    for (model::FeedbackRow &row : *rows) {
        const auto title = titles.find(row.issue);
        entries.push_back({std::move(row), title == titles.end() ? std::string() : title->second});
    }
    return entries;
}

void FeedbackModel::setEntries(std::vector<FeedbackEntry> entries)
{
    const IdDiff diff = diffIds(idsOf(m_entries), idsOf(entries));
    for (const IdDiff::Range &range : diff.removals) {
        beginRemoveRows({}, range.first, range.first + range.count - 1);
        const auto first = m_entries.begin() + range.first;
        m_entries.erase(first, first + range.count);
        endRemoveRows();
    }
    for (const IdDiff::Range &range : diff.insertions) {
        beginInsertRows({}, range.first, range.first + range.count - 1);
        const auto first = entries.begin() + range.first;
        m_entries.insert(m_entries.begin() + range.first, first, first + range.count);
        endInsertRows();
    }
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        if (!(m_entries[i] == entries[i])) {
            m_entries[i] = std::move(entries[i]);
            const auto row = static_cast<int>(i);
            Q_EMIT dataChanged(index(row, 0), index(row, columnTotal - 1));
        }
    }
}

const FeedbackEntry *FeedbackModel::entryAt(int row) const
{
    return row >= 0 && row < rows() ? &m_entries[static_cast<std::size_t>(row)] : nullptr;
}

int FeedbackModel::rowOf(FeedbackId id) const
{
    const auto found = std::find_if(m_entries.begin(), m_entries.end(),
                                    [&](const FeedbackEntry &entry) { return entry.row.id == id; });
    return found == m_entries.end() ? -1 : static_cast<int>(found - m_entries.begin());
}

QVariant FeedbackModel::cell(int row, int column, int role) const
{
    const FeedbackEntry &entry = m_entries[static_cast<std::size_t>(row)];
    const auto c = static_cast<Column>(column);
    switch (role) {
    case Qt::DisplayRole:
        return display(entry, c);
    case Qt::ToolTipRole:
        return c == Column::Time ? absoluteTime(entry.row.timestamp) : display(entry, c);
    case Qt::TextAlignmentRole:
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    case Qt::AccessibleTextRole:
        return column == 0 ? tr("Feedback of %1, %2: %3")
                                 .arg(feedbackSender(entry.row.feedback), agoSentence(entry.row.timestamp, now()),
                                      display(entry, Column::Message))
                           : display(entry, c);
    case ToneRole:
        return int(toneOf(entry, c));
    default:
        return {};
    }
}

QVariant FeedbackModel::header(int column, int role) const
{
    if (role == Qt::TextAlignmentRole) {
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (static_cast<Column>(column)) {
    case Column::Time:
        return tr("Written");
    case Column::From:
        return tr("From");
    case Column::Message:
        return tr("Message");
    case Column::Issue:
        return tr("Issue");
    }
    return {};
}

} // namespace picket::ui
