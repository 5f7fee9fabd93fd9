// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/eventlistmodel.h"

#include "core/base/limits.h"
#include "core/query/queryservice.h"
#include "core/store/delivery.h"

#include <algorithm>
#include <unordered_set>

namespace picket::ui {

namespace {

constexpr int block = 50; // rows are fetched with their neighbours, so that scrolling finds them
constexpr std::size_t mostSteps = 500; // of a diff: with more a reset is cheaper

} // namespace

EventListModel::EventListModel(query::QueryService &query, QObject *parent)
    : TableModel(parent)
    , m_query(query)
    , m_orderChannel(query.newChannel())
    , m_rowsChannel(query.newChannel())
    , m_cache(limits::rowsCached)
{
    m_fetchTimer.setSingleShot(true);
    m_fetchTimer.setInterval(0);
    connect(&m_fetchTimer, &QTimer::timeout, this, &EventListModel::fetch);
    m_rereadTimer.setSingleShot(true);
    connect(&m_rereadTimer, &QTimer::timeout, this, &EventListModel::goOn);
}

void EventListModel::showIssue(IssueId issue)
{
    if (!m_all && m_issue == issue) {
        return;
    }
    m_all = false;
    m_issue = issue;
    reload();
}

void EventListModel::showAll()
{
    if (!m_all) {
        m_all = true;
        reload();
    }
}

store::EventFilter EventListModel::filter() const
{
    store::EventFilter filter;
    if (!m_all) {
        filter.issue = m_issue;
    }
    return filter;
}

void EventListModel::reload()
{
    m_query.cancel(query::Lane::Lists, m_orderChannel);
    m_rereadTimer.stop();
    m_asking = m_arrivals = m_reordered = false;
    m_loaded = m_complete = false;
    if (!m_all && !m_issue.isValid()) {
        beginResetModel();
        m_ids.clear();
        m_numbered = 0;
        m_loaded = m_complete = true;
        endResetModel();
        return;
    }
    // The first page is there before a long vector has been read.
    ask([filter = filter()](store::Reader &reader) { return readEventOrder(reader, filter, {}, limits::page); });
}

void EventListModel::askRest()
{
    m_reordered = m_arrivals = false;
    m_sinceReread.start();
    ask([filter = filter(), shown = m_ids](store::Reader &reader) { return readEventOrder(reader, filter, shown, 0); });
}

void EventListModel::askArrivals()
{
    m_arrivals = false;
    ask([filter = filter(), shown = m_ids, last = m_lastArrived](store::Reader &reader) {
        return addArrivals(reader, filter, shown, last);
    });
}

void EventListModel::ask(std::function<Result<EventOrder>(store::Reader &)> question)
{
    m_asking = true;
    m_query.ask<EventOrder>(query::Lane::Lists, m_orderChannel, this, std::move(question),
                            [this](Result<EventOrder> order) {
                                m_asking = false;
                                if (order) {
                                    apply(std::move(*order));
                                } else if (order.error().code == ErrorCode::Interrupted) {
                                    m_reordered = true;
                                } else {
                                    Q_EMIT failed(order.error());
                                    return;
                                }
                                goOn();
                            });
}

void EventListModel::apply(EventOrder order)
{
    for (model::EventRow &row : order.rows) {
        m_cache.put(std::move(row));
    }
    const bool first = !std::exchange(m_loaded, true);
    m_lastArrived = order.lastArrived;
    const bool completed = order.complete && !m_complete;
    m_complete = order.complete;
    if (first || order.diff.removals.size() + order.diff.insertions.size() > mostSteps) {
        beginResetModel();
        m_ids = std::move(order.ids);
        m_numbered = rows();
        endResetModel();
    } else {
        applyDiff(order.diff, order.ids);
    }
    if (!m_ids.empty() && (completed || !order.diff.insertions.empty() || !order.diff.removals.empty())) {
        // Every row is numbered from the oldest one.
        Q_EMIT dataChanged(index(0, int(Column::Number)), index(rows() - 1, int(Column::Number)));
    }
    Q_EMIT loaded();
}

void EventListModel::applyDiff(const EventDiff &diff, const std::vector<EventId> &ids)
{
    for (const EventDiff::Range &range : diff.removals) {
        beginRemoveRows({}, range.first, range.first + range.count - 1);
        const auto first = m_ids.begin() + range.first;
        m_ids.erase(first, first + range.count);
        m_shiftFrom = range.first;
        m_shiftBy = -range.count;
        endRemoveRows();
        m_shiftBy = 0;
        m_numbered = rows();
    }
    for (const EventDiff::Range &range : diff.insertions) {
        beginInsertRows({}, range.first, range.first + range.count - 1);
        const auto first = ids.begin() + range.first;
        m_ids.insert(m_ids.begin() + range.first, first, first + range.count);
        m_shiftFrom = range.first + range.count;
        m_shiftBy = range.count;
        endInsertRows();
        m_shiftBy = 0;
        m_numbered = rows();
    }
    Q_ASSERT(m_ids == ids);
}

int EventListModel::numberOf(int row) const
{
    return m_numbered - row + (row >= m_shiftFrom ? m_shiftBy : 0);
}

// What is still to be asked, one question at a time.
void EventListModel::goOn()
{
    if (m_asking || (!m_all && !m_issue.isValid())) {
        return;
    }
    if (!m_complete) {
        askRest();
    } else if (m_reordered) {
        const std::chrono::milliseconds least = limits::reorderInterval;
        const std::chrono::milliseconds since(m_sinceReread.isValid() ? m_sinceReread.elapsed() : least.count());
        if (since >= least) {
            askRest();
        } else if (!m_rereadTimer.isActive()) {
            m_rereadTimer.start(least - since);
        }
    } else if (m_arrivals) {
        askArrivals();
    }
}

void EventListModel::applyChanges(const store::ChangeSet &changes)
{
    if (changes.replaced) {
        m_cache.clear(); // the same ids name other events
    }
    const bool mine = m_all ? changes.events > 0
                            : std::find(changes.issues.begin(), changes.issues.end(), m_issue) != changes.issues.end();
    m_arrivals = m_arrivals || mine;
    m_reordered = m_reordered || changes.issuesReordered;
    goOn();
}

EventId EventListModel::idAt(int row) const
{
    return row >= 0 && row < rows() ? m_ids[static_cast<std::size_t>(row)] : EventId();
}

int EventListModel::rowOf(EventId id) const
{
    const auto found = std::find(m_ids.begin(), m_ids.end(), id);
    return found == m_ids.end() ? -1 : static_cast<int>(found - m_ids.begin());
}

const model::EventRow *EventListModel::rowAt(int row) const
{
    const EventId id = idAt(row);
    const model::EventRow *event = id.isValid() ? m_cache.find(id) : nullptr;
    if (!event && id.isValid()) {
        want(row);
    }
    return event;
}

void EventListModel::want(int row) const
{
    const int first = row / block * block;
    const int last = std::min(first + block, rows());
    for (int r = first; r < last; ++r) {
        const EventId id = m_ids[static_cast<std::size_t>(r)];
        if (!m_cache.contains(id) && std::find(m_wanted.begin(), m_wanted.end(), id) == m_wanted.end()) {
            m_wanted.push_back(id);
        }
    }
    m_fetchTimer.start();
}

void EventListModel::fetch()
{
    if (m_fetching || m_wanted.empty()) {
        return;
    }
    // After fast scrolling only what was wanted last is still on screen.
    if (m_wanted.size() > limits::page) {
        m_wanted.erase(m_wanted.begin(), m_wanted.end() - static_cast<std::ptrdiff_t>(limits::page));
    }
    m_fetching = true;
    const std::vector<EventId> asked = std::exchange(m_wanted, {});
    m_query.ask<std::vector<model::EventRow>>(
        query::Lane::Lists, m_rowsChannel, this, [asked](store::Reader &reader) { return reader.events(asked); },
        [this, asked](Result<std::vector<model::EventRow>> events) {
            m_fetching = false;
            if (events) {
                for (model::EventRow &event : *events) {
                    m_cache.put(std::move(event));
                }
                emitChanged(asked);
            } else if (events.error().code != ErrorCode::Interrupted) {
                Q_EMIT failed(events.error());
            }
            fetch();
        });
}

void EventListModel::emitChanged(const std::vector<EventId> &ids)
{
    const std::unordered_set<EventId> changed(ids.begin(), ids.end());
    std::size_t left = changed.size();
    for (int row = 0; row < rows() && left > 0; ++row) {
        if (changed.count(m_ids[static_cast<std::size_t>(row)]) > 0) {
            Q_EMIT dataChanged(index(row, 0), index(row, columnTotal - 1));
            --left;
        }
    }
}

} // namespace picket::ui
