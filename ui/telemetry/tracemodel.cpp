// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/telemetry/tracemodel.h"

#include "ui/state/projectnames.h"

#include <algorithm>

namespace picket::ui {

namespace {

template <class Row, class Same> bool areSame(const std::vector<Row> &a, const std::vector<Row> &b, Same same)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), same);
}

template <class Row> bool haveSameId(const Row &a, const Row &b)
{
    return a.id == b.id;
}

// A span that is sent again may have ended meanwhile.
bool isSameSpan(const model::SpanRow &a, const model::SpanRow &b)
{
    return a.id == b.id && a.parent == b.parent && a.start == b.start && a.end == b.end && a.status == b.status
        && a.op == b.op && a.description == b.description;
}

bool isSame(const TraceContent &a, const TraceContent &b)
{
    return a.trace == b.trace && areSame(a.parts.spans, b.parts.spans, isSameSpan)
        && areSame(a.parts.events, b.parts.events, haveSameId<model::EventRow>)
        && areSame(a.parts.logs, b.parts.logs, haveSameId<model::LogRow>) && a.spanOfEvent == b.spanOfEvent;
}

} // namespace

TraceModel::TraceModel(const ProjectNames &projects, QObject *parent)
    : QAbstractItemModel(parent)
    , m_projects(projects)
{
    connect(&projects, &ProjectNames::changed, this, [this] {
        if (rowCount() > 0) {
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnTotal - 1));
        }
    });
}

void TraceModel::setContent(std::shared_ptr<const TraceContent> content)
{
    const bool same = content == m_content || (content && m_content && isSame(*content, *m_content));
    if (same) {
        m_content = std::move(content); // the counts may be others
        return;
    }
    beginResetModel();
    m_content = std::move(content);
    rebuild();
    endResetModel();
}

void TraceModel::setLogsShown(bool shown)
{
    if (shown != m_logsShown) {
        beginResetModel();
        m_logsShown = shown;
        rebuild();
        endResetModel();
    }
}

void TraceModel::rebuild()
{
    m_tree = m_content ? makeTraceTree(*m_content, m_logsShown) : TraceTree();
}

void TraceModel::setShownEvent(EventId event)
{
    for (const EventId changed : {std::exchange(m_shownEvent, event), event}) {
        if (const QModelIndex at = find({TraceRow::Kind::Event, changed.value}); at.isValid()) {
            Q_EMIT dataChanged(at, at.siblingAtColumn(columnTotal - 1));
        }
    }
}

const TraceRow *TraceModel::rowAt(const QModelIndex &index) const
{
    return index.isValid() && index.internalId() < m_tree.rows.size() ? &m_tree.rows[index.internalId()] : nullptr;
}

const model::SpanRow *TraceModel::spanAt(const QModelIndex &index) const
{
    const TraceRow *row = rowAt(index);
    return row && row->kind == TraceRow::Kind::Span ? &m_content->parts.spans[row->place] : nullptr;
}

const model::EventRow *TraceModel::eventAt(const QModelIndex &index) const
{
    const TraceRow *row = rowAt(index);
    return row && row->kind == TraceRow::Kind::Event ? &m_content->parts.events[row->place] : nullptr;
}

const model::LogRow *TraceModel::logAt(const QModelIndex &index) const
{
    const TraceRow *row = rowAt(index);
    return row && row->kind == TraceRow::Kind::Log ? &m_content->parts.logs[row->place] : nullptr;
}

TraceModel::Key TraceModel::keyOf(const TraceRow &row) const
{
    const model::TraceParts &parts = m_content->parts;
    switch (row.kind) {
    case TraceRow::Kind::Span:
        return {row.kind, parts.spans[row.place].id.value};
    case TraceRow::Kind::Event:
        return {row.kind, parts.events[row.place].id.value};
    case TraceRow::Kind::Log:
        return {row.kind, parts.logs[row.place].id.value};
    }
    return {};
}

TraceModel::Key TraceModel::keyOf(const QModelIndex &index) const
{
    const TraceRow *row = rowAt(index);
    return row ? keyOf(*row) : Key();
}

QModelIndex TraceModel::find(const Key &key) const
{
    const auto found =
        std::find_if(m_tree.rows.begin(), m_tree.rows.end(), [&](const TraceRow &row) { return keyOf(row) == key; });
    return found == m_tree.rows.end() ? QModelIndex() : indexOf(static_cast<int>(found - m_tree.rows.begin()));
}

QModelIndex TraceModel::indexOf(int row) const
{
    return row < 0 ? QModelIndex()
                   : createIndex(m_tree.rows[static_cast<std::size_t>(row)].position, 0, static_cast<quintptr>(row));
}

const std::vector<int> *TraceModel::childrenOf(const QModelIndex &parent) const
{
    if (!parent.isValid()) {
        return &m_tree.roots;
    }
    const TraceRow *row = rowAt(parent);
    return row && parent.column() == 0 ? &row->children : nullptr;
}

QModelIndex TraceModel::index(int row, int column, const QModelIndex &parent) const
{
    const std::vector<int> *children = childrenOf(parent);
    if (!children || row < 0 || row >= static_cast<int>(children->size()) || column < 0 || column >= columnTotal) {
        return {};
    }
    return createIndex(row, column, static_cast<quintptr>((*children)[static_cast<std::size_t>(row)]));
}

QModelIndex TraceModel::parent(const QModelIndex &index) const
{
    const TraceRow *row = rowAt(index);
    return row ? indexOf(row->parent) : QModelIndex();
}

int TraceModel::rowCount(const QModelIndex &parent) const
{
    const std::vector<int> *children = childrenOf(parent);
    return children ? static_cast<int>(children->size()) : 0;
}

int TraceModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() && parent.column() != 0 ? 0 : columnTotal;
}

bool TraceModel::isShownEvent(const TraceRow &row) const
{
    return row.kind == TraceRow::Kind::Event && m_content->parts.events[row.place].id == m_shownEvent;
}

} // namespace picket::ui
