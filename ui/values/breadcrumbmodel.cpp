// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/values/breadcrumbmodel.h"

#include "core/base/limits.h"
#include "ui/values/breadcrumbtext.h"
#include "ui/wording/text.h"

#include <algorithm>
#include <charconv>

using namespace Qt::Literals::StringLiterals;

namespace picket::ui {

void BreadcrumbModel::setDetail(std::shared_ptr<const query::EventDetail> detail)
{
    m_detail = std::move(detail);
    rebuild();
}

void BreadcrumbModel::setFilter(model::Level least, const std::string &type)
{
    m_least = least;
    m_type = type;
    rebuild();
}

std::vector<std::string> BreadcrumbModel::types() const
{
    std::vector<std::string> types;
    if (!m_detail) {
        return types;
    }
    for (const model::Breadcrumb &breadcrumb : m_detail->event.breadcrumbs) {
        std::string type = breadcrumbType(breadcrumb);
        if (!breadcrumb.isNull && std::find(types.begin(), types.end(), type) == types.end()) {
            types.push_back(std::move(type));
        }
    }
    return types;
}

QModelIndex BreadcrumbModel::find(int position)
{
    const auto row = std::find_if(m_rows.begin(), m_rows.end(), [&](const Row &r) {
        return r.kind == Row::Kind::Breadcrumb && r.position == static_cast<std::size_t>(position);
    });
    while (canFetchMore({})) {
        fetchMore({});
    }
    // While something is searched, rows and roots differ.
    for (int i = 0; row != m_rows.end() && i < rowCount(); ++i) {
        if (const QModelIndex shown = index(i, 0); rootOf(shown) == row - m_rows.begin()) {
            return shown;
        }
    }
    return {};
}

void BreadcrumbModel::setAbsoluteTime(bool absolute)
{
    m_absolute = absolute;
    if (rowCount() > 0) {
        Q_EMIT dataChanged(index(0, int(Column::Time)), index(rowCount() - 1, int(Column::Time)));
    }
}

int BreadcrumbModel::columnCount(const QModelIndex &) const
{
    return columnTotal;
}

bool BreadcrumbModel::passes(const model::Breadcrumb &breadcrumb) const
{
    return m_type.empty() ? breadcrumb.level >= m_least
                          : breadcrumb.level >= m_least && breadcrumbType(breadcrumb) == m_type;
}

// What the reader of the event left out (it says so), and what this list leaves out.
std::int64_t BreadcrumbModel::leftOut() const
{
    const model::Event &event = m_detail->event;
    const auto have = static_cast<std::int64_t>(event.breadcrumbs.size());
    std::int64_t sent = have;
    for (const model::Problem &problem : event.errors) {
        if (problem.type == "value_too_long" && problem.name == "breadcrumbs") {
            const char *end = problem.value.data() + problem.value.size();
            std::from_chars(problem.value.data(), end, sent);
        }
    }
    return std::max<std::int64_t>(0, std::max(sent, have) - static_cast<std::int64_t>(limits::breadcrumbs));
}

void BreadcrumbModel::rebuild()
{
    m_rows.clear();
    std::vector<ValueRoot> roots;
    const auto add = [&](Row row, ValueRoot root) {
        m_rows.push_back(row);
        roots.push_back(std::move(root));
    };
    if (!m_detail || m_detail->event.breadcrumbs.empty()) {
        setRoots({});
        return;
    }
    if (leftOut() > 0) {
        add({Row::Kind::LeftOut, nullptr, 0}, {});
    }
    const auto &breadcrumbs = m_detail->event.breadcrumbs;
    const std::size_t first = breadcrumbs.size() - std::min(breadcrumbs.size(), limits::breadcrumbs);
    const bool filtered = !m_type.empty() || m_least > model::Level::Debug;
    for (std::size_t i = first; i < breadcrumbs.size(); ++i) {
        const model::Breadcrumb &breadcrumb = breadcrumbs[i];
        if (filtered && (breadcrumb.isNull || !passes(breadcrumb))) {
            continue;
        }
        ValueRoot root;
        root.key = "breadcrumbs[" + std::to_string(i) + "]";
        if (breadcrumb.data.isContainer() && !breadcrumb.data.isEmpty()) {
            root.value = std::shared_ptr<const model::Value>(m_detail, &breadcrumb.data);
        }
        root.owner = m_detail;
        root.searched = {breadcrumb.message, breadcrumb.category, breadcrumb.type, model::levelName(breadcrumb.level)};
        add({breadcrumb.isNull ? Row::Kind::Null : Row::Kind::Breadcrumb, &breadcrumb, i}, std::move(root));
    }
    ValueRoot event;
    event.searched = {m_detail->row.title};
    event.owner = m_detail;
    add({Row::Kind::Event, nullptr, 0}, std::move(event));
    setRoots(std::move(roots));
}

std::optional<Timestamp> BreadcrumbModel::timeOf(const Row &row) const
{
    const model::Event &event = m_detail->event;
    return row.kind == Row::Kind::Event ? event.originalTimestamp.value_or(event.timestamp)
        : row.breadcrumb                ? row.breadcrumb->timestamp
                                        : std::nullopt;
}

QString BreadcrumbModel::timeText(const Row &row) const
{
    const auto time = timeOf(row);
    if (!time) {
        return row.kind == Row::Kind::Breadcrumb ? tr("no time") : QString();
    }
    // The event's own clock, even when its time is shown as another: both clocks are the SDK's.
    const model::Event &event = m_detail->event;
    return m_absolute ? clockTime(*time) : relativeTime(*time - event.originalTimestamp.value_or(event.timestamp));
}

QString BreadcrumbModel::message(const Row &row) const
{
    switch (row.kind) {
    case Row::Kind::Breadcrumb:
        return breadcrumbMessage(*row.breadcrumb);
    case Row::Kind::Null:
        return tr("null (no breadcrumb was sent here)");
    case Row::Kind::Event:
        return toLine(m_detail->row.title);
    case Row::Kind::LeftOut:
        return tr("%1 older ones are not shown: see Raw").arg(countText(leftOut()));
    }
    return {};
}

QString BreadcrumbModel::category(const Row &row) const
{
    switch (row.kind) {
    case Row::Kind::Breadcrumb:
        return row.breadcrumb->category.empty() ? breadcrumbTypeWord(breadcrumbType(*row.breadcrumb))
                                                : toLine(row.breadcrumb->category, 200);
    case Row::Kind::Event:
        return tr("this event");
    case Row::Kind::Null:
    case Row::Kind::LeftOut:
        return QString(u'…');
    }
    return {};
}

QVariant BreadcrumbModel::display(const Row &row, Column column) const
{
    switch (column) {
    case Column::Category:
        return category(row);
    case Column::Message:
        return message(row);
    case Column::Level:
        return row.kind == Row::Kind::Breadcrumb ? levelWord(row.breadcrumb->level)
            : row.kind == Row::Kind::Event       ? levelWord(m_detail->event.level)
                                                 : QString();
    case Column::Time:
        return timeText(row);
    }
    return {};
}

QString BreadcrumbModel::accessibleText(const Row &row) const
{
    if (row.kind != Row::Kind::Breadcrumb && row.kind != Row::Kind::Event) {
        return message(row);
    }
    return tr("%1, %2, %3, %4").arg(display(row, Column::Level).toString(), category(row), message(row), timeText(row));
}

QVariant BreadcrumbModel::copied(const Row &row, int role) const
{
    if (row.kind == Row::Kind::Event) {
        return role == PathRole ? QVariant(QString()) : QVariant(toText(m_detail->row.title));
    }
    if (!row.breadcrumb || row.breadcrumb->message.empty()) {
        return role == WholeRole || role == CopyRole ? QVariant(message(row)) : QVariant();
    }
    const std::string &text = row.breadcrumb->message;
    return role == CopyRole ? QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()))
                            : valueWhole(model::Value::string(text));
}

QVariant BreadcrumbModel::rootCell(int root, int column, int role) const
{
    const Row &row = m_rows[static_cast<std::size_t>(root)];
    const auto c = static_cast<Column>(column);
    switch (role) {
    case Qt::DisplayRole:
        return display(row, c);
    case Qt::ToolTipRole:
        if (c == Column::Time) {
            const auto time = timeOf(row);
            return time ? absoluteTime(*time) : QString();
        }
        return c == Column::Category && row.kind == Row::Kind::Breadcrumb
            ? tr("%1, type %2").arg(category(row), breadcrumbTypeWord(breadcrumbType(*row.breadcrumb)))
            : display(row, c);
    case Qt::AccessibleTextRole:
        return column == 0 ? accessibleText(row) : display(row, c).toString();
    case Qt::TextAlignmentRole:
        return int((c == Column::Time ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case IconNameRole:
        return c != Column::Category            ? QVariant()
            : row.kind == Row::Kind::Breadcrumb ? breadcrumbIconName(breadcrumbType(*row.breadcrumb))
            : row.kind == Row::Kind::Event      ? QVariant(u"breadcrumb-error"_s)
                                                : QVariant();
    case LevelRole:
        if (c != Column::Level || (row.kind != Row::Kind::Breadcrumb && row.kind != Row::Kind::Event)) {
            return {};
        }
        return int(row.breadcrumb ? row.breadcrumb->level : m_detail->event.level);
    case HeadingRole:
        return row.kind == Row::Kind::Event;
    case CodeRole:
        return false;
    case ValueKindRole:
        return int(c == Column::Message && row.breadcrumb && !row.breadcrumb->isNull ? ValueKind::Text
                       : c == Column::Message && row.kind == Row::Kind::Event        ? ValueKind::Text
                                                                                     : ValueKind::Note);
    case ToneRole:
        return int(row.kind == Row::Kind::Null || row.kind == Row::Kind::LeftOut ? Tone::Quiet : Tone::Normal);
    case CopyRole:
    case WholeRole:
        return copied(row, role);
    default:
        return {};
    }
}

QVariant BreadcrumbModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnTotal) {
        return {};
    }
    const auto c = static_cast<Column>(section);
    if (role == Qt::TextAlignmentRole) {
        return int((c == Column::Time ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (c) {
    case Column::Category:
        return tr("Category");
    case Column::Message:
        return tr("Message");
    case Column::Level:
        return tr("Level");
    case Column::Time:
        return tr("Time");
    }
    return {};
}

} // namespace picket::ui
