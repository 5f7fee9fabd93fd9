// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/reader.h"
#include "ui/state/issuecache.h"
#include "ui/widgets/rowdiff.h"
#include "ui/widgets/tablemodel.h"

#include <QElapsedTimer>
#include <QTimer>

#include <unordered_set>

namespace picket::query {
class QueryService;
}
namespace picket::store {
struct ChangeSet;
}

namespace picket::ui {

// GUI thread only. Issues in the order of one column: a vector of ids, and the rows that are looked at. data() never
// waits; a row that is not here yet shows a placeholder and is fetched with its neighbours.
class IssueModel final : public TableModel
{
    Q_OBJECT

public:
    enum class Column {
        Issue,
        Trend,
        Events,
        LastSeen,
        FirstSeen,
        Level,
        Status,
        Project,
        Release,
        Environment,
    };
    Q_ENUM(Column)
    static constexpr int columnTotal = static_cast<int>(Column::Environment) + 1;

    explicit IssueModel(query::QueryService &query, QObject *parent = nullptr);

    void setFilter(const store::IssueFilter &filter);
    // The same question a little later: rows come and go in place.
    void adjustFilter(const store::IssueFilter &filter);
    [[nodiscard]] const store::IssueFilter &filter() const { return m_filter; }

    void sort(int column, Qt::SortOrder order) override;
    [[nodiscard]] Column sortColumn() const { return m_sortColumn; }
    [[nodiscard]] Qt::SortOrder sortOrder() const { return m_sortOrder; }

    // Rows on screen change in place at once; their order follows at most once a second.
    void applyChanges(const store::ChangeSet &changes);

    // While held, rows neither come, go nor move (somebody points at one); what they show still changes.
    void setOrderHeld(bool held);

    // Somebody has just resolved or deleted issues here: that change of the order is shown although it is held.
    void expectOwnChange() { m_ownChange = Own::Expected; }
    // It was not done.
    void forgetOwnChange() { m_ownChange = Own::None; }

    // Not valid for a row that does not exist.
    [[nodiscard]] IssueId idAt(int row) const;
    // -1 when it is not in the list.
    [[nodiscard]] int rowOf(IssueId id) const;
    // False until the store has answered for the first time since the filter or the order was set.
    [[nodiscard]] bool isLoaded() const { return m_loaded; }
    // Until then the list may have more than its first page.
    [[nodiscard]] bool isComplete() const { return m_complete; }

    // Numbers and times of one issue as a sentence, for those who listen instead of look.
    [[nodiscard]] static QString sentence(const model::IssueRow &row, Timestamp now);

Q_SIGNALS:
    void loaded();
    // Around every change of rows or of their order that is not a reload: views keep their place meanwhile.
    void orderAboutToChange();
    void orderChanged();
    void failed(const picket::Error &error);
    // So many issues have changed since the order was held; 0: nothing waits.
    void updatesHeld(int issues);

protected:
    [[nodiscard]] int rows() const override { return static_cast<int>(m_ids.size()); }
    [[nodiscard]] int columns() const override { return columnTotal; }
    [[nodiscard]] QVariant cell(int row, int column, int role) const override;
    [[nodiscard]] QVariant header(int column, int role) const override;

private:
    struct OrderAnswer {
        std::vector<IssueId> ids;
        std::vector<model::IssueRow> rows; // of those on screen at first: a second question would wait behind others
        RowDiff diff;
        bool complete = true;
    };

    void reload();
    void askOrder(std::size_t limit);
    void applyOrder(OrderAnswer answer);
    void applyDiff(const RowDiff &diff, const std::vector<IssueId> &ids);
    void moveRow(const RowDiff::Move &move);
    void scheduleOrder();
    void tellHeld();

    void want(int row) const;
    void fetch();
    void putRows(std::vector<model::IssueRow> rows);
    void takeRows(const std::vector<IssueId> &asked, std::vector<model::IssueRow> rows);
    void emitChanged(const std::unordered_set<IssueId> &ids);

    query::QueryService &m_query;
    const int m_orderChannel;
    const int m_rowsChannel;
    store::IssueFilter m_filter;
    Column m_sortColumn = Column::LastSeen;
    Qt::SortOrder m_sortOrder = Qt::DescendingOrder;

    std::vector<IssueId> m_ids;
    bool m_loaded = false;
    bool m_complete = false;
    bool m_orderAsked = false;
    bool m_orderDirty = false;
    bool m_held = false;
    enum class Own { None, Expected, Arrived } m_ownChange = Own::None;
    std::unordered_set<IssueId> m_changedWhileHeld;
    int m_heldRows = 0; // that come, go or move when the order is no longer held, as far as the store was asked
    bool m_heldUncounted = false; // changed since, by a process that does not say what
    QTimer m_orderTimer;
    QElapsedTimer m_sinceOrder;

    // Reading a cell may start a fetch, hence mutable.
    mutable IssueCache m_cache;
    mutable std::vector<IssueId> m_wanted; // in the order wanted, unique
    mutable QTimer m_fetchTimer;
    bool m_fetching = false;
    std::unordered_set<IssueId> m_changedMeanwhile; // while rows were read: what comes may be old already
    QTimer m_clock; // relative times grow old by themselves
};

} // namespace picket::ui
