// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/issues/issuemodel.h"

#include "core/base/limits.h"
#include "core/query/queryservice.h"
#include "core/store/delivery.h"

#include <algorithm>

namespace picket::ui {

namespace {

constexpr std::size_t rowsOnScreen = 100; // a 2160 px screen shows 49 rows of 44 px
constexpr int block = 50; // rows are fetched with their neighbours, so that scrolling finds them

store::IssueOrder toOrder(IssueModel::Column column)
{
    switch (column) {
    case IssueModel::Column::Issue:
        return store::IssueOrder::Title;
    case IssueModel::Column::Events:
        return store::IssueOrder::Events;
    case IssueModel::Column::FirstSeen:
        return store::IssueOrder::FirstSeen;
    case IssueModel::Column::Level:
        return store::IssueOrder::Level;
    case IssueModel::Column::Status:
        return store::IssueOrder::Status;
    case IssueModel::Column::Project:
        return store::IssueOrder::Project;
    case IssueModel::Column::Release:
        return store::IssueOrder::Release;
    case IssueModel::Column::Environment:
        return store::IssueOrder::Environment;
    case IssueModel::Column::LastSeen:
    case IssueModel::Column::Trend:
        return store::IssueOrder::LastSeen;
    }
    return store::IssueOrder::LastSeen;
}

} // namespace

IssueModel::IssueModel(query::QueryService &query, QObject *parent)
    : TableModel(parent)
    , m_query(query)
    , m_orderChannel(query.newChannel())
    , m_rowsChannel(query.newChannel())
    , m_cache(limits::rowsCached)
{
    m_orderTimer.setSingleShot(true);
    connect(&m_orderTimer, &QTimer::timeout, this, [this] { askOrder(0); });
    m_fetchTimer.setSingleShot(true);
    m_fetchTimer.setInterval(0);
    connect(&m_fetchTimer, &QTimer::timeout, this, &IssueModel::fetch);
    m_clock.setInterval(std::chrono::seconds(30));
    connect(&m_clock, &QTimer::timeout, this, [this] {
        if (!m_ids.empty()) {
            Q_EMIT dataChanged(index(0, int(Column::LastSeen)), index(rows() - 1, int(Column::FirstSeen)));
        }
    });
    m_clock.start();
}

void IssueModel::setFilter(const store::IssueFilter &filter)
{
    m_filter = filter;
    reload();
}

void IssueModel::adjustFilter(const store::IssueFilter &filter)
{
    m_filter = filter;
    scheduleOrder();
}

void IssueModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= columnTotal || column == int(Column::Trend)) {
        return;
    }
    m_sortColumn = static_cast<Column>(column);
    m_sortOrder = order;
    reload();
}

void IssueModel::reload()
{
    m_loaded = m_complete = false;
    m_orderAsked = false;
    m_orderTimer.stop();
    // The first page is there before a long vector has been read.
    askOrder(limits::page);
}

void IssueModel::scheduleOrder()
{
    m_orderDirty = true;
    const bool shown = !m_held || m_ownChange == Own::Arrived;
    if ((!shown && !m_heldUncounted) || m_orderAsked || m_orderTimer.isActive()) {
        return;
    }
    const auto least = std::chrono::milliseconds(limits::reorderInterval);
    const auto since = std::chrono::milliseconds(m_sinceOrder.isValid() ? m_sinceOrder.elapsed() : least.count());
    m_orderTimer.start(std::max(std::chrono::milliseconds(0), least - since));
}

void IssueModel::askOrder(std::size_t limit)
{
    m_orderAsked = true;
    m_orderDirty = false;
    m_heldUncounted = false;
    m_sinceOrder.start();
    const bool first = !m_loaded;
    m_query.ask<OrderAnswer>(
        query::Lane::Lists, m_orderChannel, this,
        [filter = m_filter, order = toOrder(m_sortColumn), descending = m_sortOrder == Qt::DescendingOrder, limit,
         first, shown = first ? std::vector<IssueId>() : m_ids](store::Reader &reader) -> Result<OrderAnswer> {
            auto ids = reader.issueIds(filter, order, descending, limit);
            if (!ids) {
                return tl::unexpected(ids.error());
            }
            OrderAnswer answer;
            answer.complete = limit == 0 || ids->size() < limit;
            if (!first) {
                answer.diff = diffRows(shown, *ids);
            } else if (auto rows = reader.issues(std::span(*ids).first(std::min(ids->size(), rowsOnScreen)))) {
                answer.rows = std::move(*rows);
            }
            answer.ids = std::move(*ids);
            return answer;
        },
        [this](Result<OrderAnswer> answer) {
            m_orderAsked = false;
            if (answer) {
                applyOrder(std::move(*answer));
            } else if (answer.error().code == ErrorCode::Interrupted) {
                scheduleOrder();
            } else {
                Q_EMIT failed(answer.error());
            }
        });
}

void IssueModel::applyOrder(OrderAnswer answer)
{
    const bool own = m_ownChange == Own::Arrived;
    if (own) {
        m_ownChange = Own::None;
    }
    if (m_loaded && m_held && !own) {
        m_orderDirty = true;
        m_heldRows = answer.diff.changedRows;
        tellHeld();
        scheduleOrder();
        return;
    }
    m_complete = answer.complete;
    if (!m_loaded) {
        beginResetModel();
        m_ids = std::move(answer.ids);
        putRows(std::move(answer.rows));
        endResetModel();
        m_loaded = true;
        Q_EMIT loaded();
    } else if (!answer.diff.isEmpty()) {
        Q_EMIT orderAboutToChange();
        applyDiff(answer.diff, answer.ids);
        Q_EMIT orderChanged();
    }
    if (!answer.complete) {
        askOrder(0);
    } else if (m_orderDirty) {
        scheduleOrder();
    }
}

void IssueModel::applyDiff(const RowDiff &diff, const std::vector<IssueId> &ids)
{
    if (diff.tooLarge) {
        beginResetModel();
        m_ids = ids;
        endResetModel();
        return;
    }
    for (const RowDiff::Range &range : diff.removals) {
        beginRemoveRows({}, range.first, range.first + range.count - 1);
        const auto first = m_ids.begin() + range.first;
        m_ids.erase(first, first + range.count);
        endRemoveRows();
    }
    for (const RowDiff::Move &move : diff.moves) {
        moveRow(move);
    }
    for (const RowDiff::Range &range : diff.insertions) {
        beginInsertRows({}, range.first, range.first + range.count - 1);
        const auto first = ids.begin() + range.first;
        m_ids.insert(m_ids.begin() + range.first, first, first + range.count);
        endInsertRows();
    }
    Q_ASSERT(m_ids == ids);
}

void IssueModel::moveRow(const RowDiff::Move &move)
{
    const int from = rowOf(move.id);
    const int to = move.after ? rowOf(*move.after) + 1 : 0;
    if (to == from || to == from + 1) {
        return; // it stands there already
    }
    beginMoveRows({}, from, from, {}, to);
    const auto begin = m_ids.begin();
    if (to < from) {
        std::rotate(begin + to, begin + from, begin + from + 1);
    } else {
        std::rotate(begin + from, begin + from + 1, begin + to);
    }
    endMoveRows();
}

void IssueModel::applyChanges(const store::ChangeSet &changes)
{
    if (changes.replaced) {
        m_cache.trim(0); // the same ids name other issues
    }
    const std::vector<IssueId> onScreen = m_cache.recent(rowsOnScreen);
    if (changes.issuesReordered) {
        // Somebody else wrote, or states were set: every row may be another.
        m_cache.trim(rowsOnScreen);
        m_wanted = onScreen;
    }
    if (m_fetching || !m_loaded) {
        m_changedMeanwhile.insert(changes.issues.begin(), changes.issues.end());
    }
    for (const IssueId id : changes.issues) {
        if (std::find(onScreen.begin(), onScreen.end(), id) == onScreen.end()) {
            m_cache.remove(id); // read again when it comes into view
        } else if (std::find(m_wanted.begin(), m_wanted.end(), id) == m_wanted.end()) {
            m_wanted.push_back(id);
        }
    }
    if (!m_wanted.empty()) {
        m_fetchTimer.start();
    }
    if (changes.issues.empty() && !changes.issuesReordered) {
        return;
    }
    if (changes.issuesReordered && m_ownChange == Own::Expected) {
        m_ownChange = Own::Arrived;
    } else if (m_held) {
        m_changedWhileHeld.insert(changes.issues.begin(), changes.issues.end());
        // Another process does not say which issues it changed: only the new order does.
        m_heldUncounted = m_heldUncounted || changes.issuesReordered;
        tellHeld();
    }
    scheduleOrder();
}

void IssueModel::setOrderHeld(bool held)
{
    if (m_held == held) {
        return;
    }
    m_held = held;
    if (!held) {
        m_changedWhileHeld.clear();
        m_heldRows = 0;
        m_heldUncounted = false;
        tellHeld();
        if (m_orderDirty) {
            scheduleOrder();
        }
    }
}

void IssueModel::tellHeld()
{
    Q_EMIT updatesHeld(std::max(static_cast<int>(m_changedWhileHeld.size()), m_heldRows));
}

IssueId IssueModel::idAt(int row) const
{
    return row >= 0 && row < rows() ? m_ids[static_cast<std::size_t>(row)] : IssueId();
}

int IssueModel::rowOf(IssueId id) const
{
    const auto found = std::find(m_ids.begin(), m_ids.end(), id);
    return found == m_ids.end() ? -1 : static_cast<int>(found - m_ids.begin());
}

void IssueModel::want(int row) const
{
    const int first = row / block * block;
    const int last = std::min(first + block, rows());
    for (int r = first; r < last; ++r) {
        const IssueId id = m_ids[static_cast<std::size_t>(r)];
        if (!m_cache.contains(id) && std::find(m_wanted.begin(), m_wanted.end(), id) == m_wanted.end()) {
            m_wanted.push_back(id);
        }
    }
    m_fetchTimer.start();
}

void IssueModel::fetch()
{
    if (m_fetching || m_wanted.empty()) {
        return;
    }
    // After fast scrolling only what was wanted last is still on screen.
    if (m_wanted.size() > limits::page) {
        m_wanted.erase(m_wanted.begin(), m_wanted.end() - static_cast<std::ptrdiff_t>(limits::page));
    }
    m_fetching = true;
    const std::vector<IssueId> ids = std::exchange(m_wanted, {});
    m_query.ask<std::vector<model::IssueRow>>(
        query::Lane::Lists, m_rowsChannel, this, [ids](store::Reader &reader) { return reader.issues(ids); },
        [this, ids](Result<std::vector<model::IssueRow>> rows) {
            m_fetching = false;
            if (rows) {
                takeRows(ids, std::move(*rows));
            } else if (rows.error().code != ErrorCode::Interrupted) {
                Q_EMIT failed(rows.error());
            }
            fetch();
        });
}

void IssueModel::takeRows(const std::vector<IssueId> &asked, std::vector<model::IssueRow> rows)
{
    putRows(std::move(rows));
    emitChanged({asked.begin(), asked.end()});
}

void IssueModel::putRows(std::vector<model::IssueRow> rows)
{
    for (model::IssueRow &row : rows) {
        if (m_changedMeanwhile.count(row.id) > 0) {
            m_wanted.push_back(row.id);
            m_fetchTimer.start();
        }
        m_cache.put(std::move(row));
    }
    m_changedMeanwhile.clear();
}

void IssueModel::emitChanged(const std::unordered_set<IssueId> &ids)
{
    std::size_t left = ids.size();
    for (int row = 0; row < rows() && left > 0; ++row) {
        if (ids.count(m_ids[static_cast<std::size_t>(row)]) > 0) {
            Q_EMIT dataChanged(index(row, 0), index(row, columnTotal - 1));
            --left;
        }
    }
}

} // namespace picket::ui
