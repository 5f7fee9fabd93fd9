// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/state/eventorder.h"
#include "ui/state/rowcache.h"
#include "ui/widgets/tablemodel.h"

#include <QElapsedTimer>
#include <QTimer>

#include <functional>

namespace picket::query {
class QueryService;
}
namespace picket::store {
struct ChangeSet;
}

namespace picket::ui {

// GUI thread only. The events of one issue, or all of them, newest first: a vector of ids, and the rows that are looked
// at. data() never waits.
class EventListModel final : public TableModel
{
    Q_OBJECT

public:
    enum class Column { Number, Time, Message, Release, Environment, User };
    Q_ENUM(Column)
    static constexpr int columnTotal = static_cast<int>(Column::User) + 1;

    explicit EventListModel(query::QueryService &query, QObject *parent = nullptr);

    // No issue: an empty list.
    void showIssue(IssueId issue);
    void showAll();
    [[nodiscard]] bool showsAll() const { return m_all; }

    // New events appear at once; rows that stay keep their selection.
    void applyChanges(const store::ChangeSet &changes);

    // Not valid for a row that does not exist.
    [[nodiscard]] EventId idAt(int row) const;
    // -1 when it is not in the list.
    [[nodiscard]] int rowOf(EventId id) const;
    // Null while the row is being fetched.
    [[nodiscard]] const model::EventRow *rowAt(int row) const;
    // False until the store has answered with the whole list.
    [[nodiscard]] bool isComplete() const { return m_complete; }

Q_SIGNALS:
    void loaded();
    void failed(const picket::Error &error);

protected:
    [[nodiscard]] int rows() const override { return static_cast<int>(m_ids.size()); }
    [[nodiscard]] int columns() const override { return columnTotal; }
    [[nodiscard]] QVariant cell(int row, int column, int role) const override;
    [[nodiscard]] QVariant header(int column, int role) const override;

private:
    [[nodiscard]] store::EventFilter filter() const;
    void reload();
    void askRest();
    void askArrivals();
    void ask(std::function<Result<EventOrder>(store::Reader &)> question);
    void apply(EventOrder order);
    void applyDiff(const EventDiff &diff, const std::vector<EventId> &ids);
    void goOn();
    [[nodiscard]] int numberOf(int row) const;

    void want(int row) const;
    void fetch();
    void emitChanged(const std::vector<EventId> &ids);

    [[nodiscard]] QVariant display(int row, const model::EventRow &event, Column column) const;
    [[nodiscard]] QString accessibleText(int row, const model::EventRow &event) const;

    query::QueryService &m_query;
    const int m_orderChannel;
    const int m_rowsChannel;
    IssueId m_issue;
    bool m_all = false;

    std::vector<EventId> m_ids;
    // Rows are numbered from the oldest. While rows come or go, the others keep their numbers until views have taken it
    // in: those from m_shiftFrom on have moved by m_shiftBy.
    int m_numbered = 0;
    int m_shiftFrom = 0;
    int m_shiftBy = 0;
    EventId m_lastArrived;
    bool m_loaded = false;
    bool m_complete = false;
    bool m_asking = false;
    bool m_arrivals = false; // something came while a question was under way
    bool m_reordered = false; // the whole list is to be read again
    QTimer m_rereadTimer;
    QElapsedTimer m_sinceReread;

    // Reading a cell may start a fetch, hence mutable.
    mutable RowCache<EventId, model::EventRow> m_cache;
    mutable std::vector<EventId> m_wanted; // in the order wanted, unique
    mutable QTimer m_fetchTimer;
    bool m_fetching = false;
};

} // namespace picket::ui
