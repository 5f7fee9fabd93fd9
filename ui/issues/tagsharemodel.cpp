// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/issues/tagsharemodel.h"

#include "ui/values/valueroles.h"
#include "ui/wording/text.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace picket::ui {

namespace {

QString decoded(const std::string &utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

} // namespace

void TagShareModel::setShares(const std::vector<store::TagCount> &tags, const std::string &key, std::int64_t events,
                              const std::string &own)
{
    beginResetModel();
    m_rows.clear();
    m_own = own;
    std::int64_t with = 0;
    for (const store::TagCount &tag : tags) {
        if (tag.key == key) {
            m_rows.push_back({tag, false});
            with += tag.count;
        }
    }
    // Events may have come between the two questions.
    m_events = std::max(events, with);
    if (m_events > with) {
        m_rows.push_back({{key, {}, m_events - with, 0}, true});
    }
    endResetModel();
}

void TagShareModel::clear()
{
    beginResetModel();
    m_rows.clear();
    endResetModel();
}

QString TagShareModel::valueText(const Row &row) const
{
    if (row.isWithout) {
        return tr("without this tag");
    }
    return row.tag.rarerValues > 0 ? tr("%1 rarer values").arg(countText(row.tag.rarerValues))
        : row.tag.value.empty()    ? u"\"\""_s
                                   : toLine(row.tag.value, 300);
}

double TagShareModel::share(const Row &row) const
{
    return m_events > 0 ? static_cast<double>(row.tag.count) / static_cast<double>(m_events) : 0.0;
}

QString TagShareModel::percentText(const Row &row) const
{
    const double percent = share(row) * 100;
    // Neither "0 %" of something nor "100 %" of not quite everything.
    if (percent < 1) {
        return tr("< 1 %");
    }
    return percent > 99 && percent < 100 ? tr("> 99 %") : tr("%1 %").arg(QLocale().toString(percent, 'f', 0));
}

QVariant TagShareModel::copied(const Row &row, int role) const
{
    if (row.isWithout || row.tag.rarerValues > 0) {
        return valueText(row);
    }
    const QString value = decoded(row.tag.value);
    return role == CopyRole ? value : QString(decoded(row.tag.key) + u':' + value);
}

QVariant TagShareModel::cell(int row, int column, int role) const
{
    const Row &shown = m_rows[static_cast<std::size_t>(row)];
    const auto c = static_cast<Column>(column);
    const bool isNote = shown.isWithout || shown.tag.rarerValues > 0;
    const bool isOwn = !isNote && shown.tag.value == m_own;
    switch (role) {
    case Qt::DisplayRole:
        return c == Column::Value  ? valueText(shown)
            : c == Column::Percent ? percentText(shown)
            : c == Column::Events  ? countText(shown.tag.count)
                                   : QVariant();
    case Qt::ToolTipRole:
        return isOwn ? tr("%1 (this event)").arg(valueText(shown)) : valueText(shown);
    case Qt::AccessibleTextRole:
        return c == Column::Value
            ? tr("%1, %2 of the events, %3").arg(valueText(shown), percentText(shown), countText(shown.tag.count))
            : c == Column::Share ? QVariant(percentText(shown))
                                 : cell(row, column, Qt::DisplayRole);
    case Qt::TextAlignmentRole:
        return int((c == Column::Percent || c == Column::Events ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case ShareRole:
        return c == Column::Share ? QVariant(share(shown)) : QVariant();
    case HeadingRole:
        return isOwn;
    case ToneRole:
        return int(isNote || c == Column::Percent ? Tone::Quiet : Tone::Normal);
    case CopyRole:
    case PathRole:
        return copied(shown, role);
    default:
        return {};
    }
}

QVariant TagShareModel::header(int column, int role) const
{
    const auto c = static_cast<Column>(column);
    if (role == Qt::TextAlignmentRole) {
        return int((c == Column::Percent || c == Column::Events ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (c) {
    case Column::Value:
        return tr("In the issue");
    case Column::Share:
        return tr("Share");
    case Column::Percent:
        return tr("%");
    case Column::Events:
        return tr("Events");
    }
    return {};
}

} // namespace picket::ui
