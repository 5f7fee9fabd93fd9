// SPDX-License-Identifier: GPL-3.0-or-later
// What the cells of IssueModel say.
#include "ui/issues/issuemodel.h"
#include "ui/widgets/roles.h"
#include "ui/wording/text.h"

namespace picket::ui {

namespace {

using Column = IssueModel::Column;

QString culpritLine(const model::IssueRow &row)
{
    return toLine(row.culprit.empty() ? row.transaction : row.culprit);
}

// A project that nobody has named is called by its number, which says nothing alone.
QString projectText(const model::IssueRow &row)
{
    const QString name = toLine(row.projectName);
    return name == QString::number(row.project.value) ? IssueModel::tr("project %1").arg(name) : name;
}

QVariant display(const model::IssueRow &row, Column column)
{
    switch (column) {
    case Column::Issue:
        return row.title.empty() ? IssueModel::tr("<no title>") : toLine(row.title);
    case Column::Trend:
        return {};
    case Column::Events:
        return countText(row.events);
    case Column::LastSeen:
        return agoShort(row.lastSeen, now());
    case Column::FirstSeen:
        return agoShort(row.firstSeen, now());
    case Column::Level:
        return levelWord(row.level);
    case Column::Status:
        return statusWord(row.status);
    case Column::Project:
        return projectText(row);
    case Column::Release:
        return toLine(row.release);
    case Column::Environment:
        return toLine(row.environment);
    }
    return {};
}

QVariant toolTip(const model::IssueRow &row, Column column)
{
    switch (column) {
    case Column::Issue:
        return QVariant(toLine(row.title) + u'\n' + culpritLine(row));
    case Column::Trend:
        return IssueModel::tr("Events per hour of the last day");
    case Column::LastSeen:
        return absoluteTime(row.lastSeen);
    case Column::FirstSeen:
        return absoluteTime(row.firstSeen);
    default:
        return display(row, column);
    }
}

QVariant alignment(Column column)
{
    switch (column) {
    case Column::Events:
    case Column::LastSeen:
    case Column::FirstSeen:
        return int(Qt::AlignRight | Qt::AlignVCenter);
    default:
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    }
}

Tone toneOf(Column column)
{
    return column == Column::Issue || column == Column::Events ? Tone::Normal : Tone::Quiet;
}

QString accessibleText(const model::IssueRow &row, Column column)
{
    if (column == Column::Issue) {
        return IssueModel::sentence(row, now());
    }
    if (column == Column::Trend) {
        std::int64_t sum = 0;
        for (const std::int32_t events : row.trend) {
            sum += events;
        }
        return IssueModel::tr("%1 events in the last day").arg(countText(sum));
    }
    return display(row, column).toString();
}

} // namespace

QString IssueModel::sentence(const model::IssueRow &row, Timestamp now)
{
    const QString events = row.events == 1 ? tr("1 event") : tr("%1 events").arg(countText(row.events));
    QString level = levelWord(row.level);
    level[0] = level[0].toUpper();
    QString what = toLine(row.title);
    if (const QString culprit = culpritLine(row); !culprit.isEmpty()) {
        what = tr("%1 in %2").arg(what, culprit);
    }
    return tr("%1, %2, %3, last seen %4, %5")
        .arg(level, what, events, agoSentence(row.lastSeen, now), statusWord(row.status));
}

QVariant IssueModel::cell(int row, int column, int role) const
{
    const auto c = static_cast<Column>(column);
    if (role == Qt::TextAlignmentRole) {
        return alignment(c);
    }
    const model::IssueRow *issue = m_cache.find(m_ids[static_cast<std::size_t>(row)]);
    if (!issue) {
        want(row);
        return role == LoadingRole                   ? QVariant(true)
            : role == Qt::DisplayRole && column == 0 ? QVariant(tr("Loading …"))
            : role == Qt::AccessibleTextRole         ? QVariant(tr("Loading"))
                                                     : QVariant();
    }
    switch (role) {
    case Qt::DisplayRole:
        return display(*issue, c);
    case Qt::ToolTipRole:
        return toolTip(*issue, c);
    case Qt::AccessibleTextRole:
        return accessibleText(*issue, c);
    case LoadingRole:
        return false;
    case LevelRole:
        return int(issue->level);
    case CulpritRole:
        return culpritLine(*issue);
    case ProjectRole:
        return projectText(*issue);
    case ReleaseRole:
        return toLine(issue->release);
    case StatusRole:
        return issue->status == model::IssueStatus::Unresolved ? QString() : statusWord(issue->status);
    case ToneRole:
        return int(toneOf(c));
    case TrendRole:
        return QVariant::fromValue(QList<int>(issue->trend.begin(), issue->trend.end()));
    default:
        return {};
    }
}

QVariant IssueModel::header(int column, int role) const
{
    const auto c = static_cast<Column>(column);
    if (role == Qt::TextAlignmentRole) {
        return alignment(c);
    }
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole) {
        return {};
    }
    switch (c) {
    case Column::Issue:
        return tr("Issue");
    case Column::Trend:
        return tr("Trend");
    case Column::Events:
        return tr("Events");
    case Column::LastSeen:
        return tr("Last seen");
    case Column::FirstSeen:
        return tr("First seen");
    case Column::Level:
        return tr("Level");
    case Column::Status:
        return tr("Status");
    case Column::Project:
        return tr("Project");
    case Column::Release:
        return tr("Release");
    case Column::Environment:
        return tr("Environment");
    }
    return {};
}

} // namespace picket::ui
