// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/limits.h"
#include "core/query/queryservice.h"
#include "ui/state/iddiff.h"
#include "ui/state/rowcache.h"
#include "ui/widgets/tablemodel.h"

#include <QTimer>

#include <functional>

namespace picket::ui {

// The part of RowListModel that Qt's meta objects need: templates have none.
class RowListBase : public TableModel
{
    Q_OBJECT

public:
    using TableModel::TableModel;

    // False until the store has answered with the whole list.
    [[nodiscard]] bool isComplete() const { return m_complete; }

Q_SIGNALS:
    void loaded();
    void failed(const picket::Error &error);

protected:
    bool m_complete = false;
};

// GUI thread only. Rows of which there may be millions, newest first: a vector of ids, and the rows that are looked at.
// data() never waits. A Row has its `id`, of type Id.
template <class Id, class Row> class RowListModel : public RowListBase
{
public:
    explicit RowListModel(query::QueryService &query, QObject *parent = nullptr)
        : RowListBase(parent)
        , m_query(query)
        , m_idsChannel(query.newChannel())
        , m_rowsChannel(query.newChannel())
        , m_cache(limits::rowsCached)
    {
        m_fetchTimer.setSingleShot(true);
        m_fetchTimer.setInterval(0);
        connect(&m_fetchTimer, &QTimer::timeout, this, [this] { fetch(); });
        m_refreshTimer.setSingleShot(true);
        m_refreshTimer.setInterval(limits::reorderInterval);
        connect(&m_refreshTimer, &QTimer::timeout, this, [this] {
            if (std::exchange(m_stale, false)) {
                refresh();
            }
        });
    }

    // Another list from now on.
    void reload()
    {
        m_loaded = m_complete = m_stale = false;
        askIds(limits::page); // the first page is there before a long vector has been read
    }
    // The store may have more, or less: asked at most once a second.
    void refresh()
    {
        if (m_asking || m_refreshTimer.isActive()) {
            m_stale = true;
            return;
        }
        m_refreshTimer.start();
        askIds(m_loaded ? 0 : limits::page);
    }

    // Not valid for a row that does not exist.
    [[nodiscard]] Id idAt(int row) const
    {
        return row >= 0 && row < rows() ? m_ids[static_cast<std::size_t>(row)] : Id();
    }
    // -1 when it is not in the list.
    [[nodiscard]] int rowOf(Id id) const
    {
        const auto found = std::find(m_ids.begin(), m_ids.end(), id);
        return found == m_ids.end() ? -1 : static_cast<int>(found - m_ids.begin());
    }
    // Null while the row is being fetched.
    [[nodiscard]] const Row *rowAt(int row) const
    {
        const Id id = idAt(row);
        const Row *found = id.isValid() ? m_cache.find(id) : nullptr;
        if (!found && id.isValid()) {
            want(row);
        }
        return found;
    }

protected:
    using Ids = std::vector<Id>;
    // Both run on a reader's thread: what they need they hold themselves. A limit of 0 means all.
    using IdsQuestion = std::function<Result<Ids>(store::Reader &, std::size_t limit)>;
    using RowsQuestion = std::function<Result<std::vector<Row>>(store::Reader &, const Ids &)>;
    [[nodiscard]] virtual IdsQuestion idsQuestion() const = 0;
    [[nodiscard]] virtual RowsQuestion rowsQuestion() const = 0;

    [[nodiscard]] int rows() const final { return static_cast<int>(m_ids.size()); }

private:
    struct Order {
        Ids ids;
        IdDiff diff; // from the list as it was
        bool complete = true;
    };
    static constexpr std::size_t mostSteps = 500; // of a diff: with more a reset is cheaper
    static constexpr int block = 50; // rows are fetched with their neighbours, so that scrolling finds them

    void askIds(std::size_t limit)
    {
        m_asking = true;
        m_query.ask<Order>(
            query::Lane::Lists, m_idsChannel, this,
            [question = idsQuestion(), limit, shown = m_loaded ? m_ids : Ids()](store::Reader &reader) {
                return question(reader, limit).map([&](Ids ids) {
                    Order order;
                    order.complete = limit == 0 || ids.size() < limit;
                    order.diff = diffIds(shown, ids);
                    order.ids = std::move(ids);
                    return order;
                });
            },
            [this](Result<Order> order) {
                m_asking = false;
                if (order) {
                    apply(std::move(*order));
                } else if (order.error().code != ErrorCode::Interrupted) {
                    Q_EMIT failed(order.error());
                } else {
                    m_stale = true;
                }
                if (order && !m_complete) {
                    askIds(0);
                } else if (m_stale && !m_refreshTimer.isActive()) {
                    m_refreshTimer.start();
                }
            });
    }

    void apply(Order order)
    {
        m_complete = order.complete;
        if (!std::exchange(m_loaded, true) || order.diff.steps() > mostSteps) {
            beginResetModel();
            m_ids = std::move(order.ids);
            endResetModel();
        } else {
            applyDiff(order.diff, order.ids);
        }
        Q_EMIT loaded();
    }

    void applyDiff(const IdDiff &diff, const Ids &ids)
    {
        for (const IdDiff::Range &range : diff.removals) {
            beginRemoveRows({}, range.first, range.first + range.count - 1);
            const auto first = m_ids.begin() + range.first;
            m_ids.erase(first, first + range.count);
            endRemoveRows();
        }
        for (const IdDiff::Range &range : diff.insertions) {
            beginInsertRows({}, range.first, range.first + range.count - 1);
            const auto first = ids.begin() + range.first;
            m_ids.insert(m_ids.begin() + range.first, first, first + range.count);
            endInsertRows();
        }
    }

    void want(int row) const
    {
        const int first = row / block * block;
        const int last = std::min(first + block, rows());
        for (int r = first; r < last; ++r) {
            const Id id = m_ids[static_cast<std::size_t>(r)];
            if (!m_cache.contains(id) && std::find(m_wanted.begin(), m_wanted.end(), id) == m_wanted.end()) {
                m_wanted.push_back(id);
            }
        }
        m_fetchTimer.start();
    }

    void fetch()
    {
        if (m_fetching || m_wanted.empty()) {
            return;
        }
        // After fast scrolling only what was wanted last is still on screen.
        if (m_wanted.size() > limits::page) {
            m_wanted.erase(m_wanted.begin(), m_wanted.end() - static_cast<std::ptrdiff_t>(limits::page));
        }
        m_fetching = true;
        const Ids asked = std::exchange(m_wanted, {});
        m_query.ask<std::vector<Row>>(
            query::Lane::Lists, m_rowsChannel, this,
            [question = rowsQuestion(), asked](store::Reader &reader) { return question(reader, asked); },
            [this](Result<std::vector<Row>> found) {
                m_fetching = false;
                if (found) {
                    Ids changed;
                    for (Row &row : *found) {
                        changed.push_back(row.id);
                        m_cache.put(std::move(row));
                    }
                    tellChanged(changed);
                } else if (found.error().code != ErrorCode::Interrupted) {
                    Q_EMIT failed(found.error());
                }
                fetch();
            });
    }

    void tellChanged(const Ids &ids)
    {
        const std::unordered_set<Id> changed(ids.begin(), ids.end());
        std::size_t left = changed.size();
        for (int row = 0; row < rows() && left > 0; ++row) {
            if (changed.count(m_ids[static_cast<std::size_t>(row)]) > 0) {
                Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
                --left;
            }
        }
    }

    query::QueryService &m_query;
    const int m_idsChannel;
    const int m_rowsChannel;
    Ids m_ids;
    bool m_loaded = false;
    bool m_asking = false;
    bool m_stale = false; // the store has changed since it was asked
    QTimer m_refreshTimer; // runs for a while after a refresh

    // Reading a cell may start a fetch, hence mutable.
    mutable RowCache<Id, Row> m_cache;
    mutable Ids m_wanted; // in the order wanted, unique
    mutable QTimer m_fetchTimer;
    bool m_fetching = false;
};

} // namespace picket::ui
