// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/telemetry/tracetree.h"
#include "ui/widgets/roles.h"

#include <QAbstractItemModel>

#include <cstdint>
#include <memory>
#include <utility>

namespace picket::ui {

class ProjectNames;

// GUI thread only. A trace as a waterfall: its spans, events and logs, each with its place on one axis of time.
class TraceModel final : public QAbstractItemModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TraceModel)

public:
    enum class Column { Operation, Project, Status, Start, Duration, Axis };
    Q_ENUM(Column)
    static constexpr int columnTotal = static_cast<int>(Column::Axis) + 1;

    // A row as it is known again after the trace was read anew.
    using Key = std::pair<TraceRow::Kind, std::int64_t>;

    explicit TraceModel(const ProjectNames &projects, QObject *parent = nullptr);

    // Null: an empty tree. The same content again changes nothing.
    void setContent(std::shared_ptr<const TraceContent> content);
    void setLogsShown(bool shown);
    // Marked among the events.
    void setShownEvent(EventId event);

    [[nodiscard]] const std::shared_ptr<const TraceContent> &content() const { return m_content; }
    [[nodiscard]] const TraceTree &tree() const { return m_tree; }

    // Null for an index that is none, or of another kind.
    [[nodiscard]] const model::SpanRow *spanAt(const QModelIndex &index) const;
    [[nodiscard]] const model::EventRow *eventAt(const QModelIndex &index) const;
    [[nodiscard]] const model::LogRow *logAt(const QModelIndex &index) const;
    [[nodiscard]] Key keyOf(const QModelIndex &index) const;
    // Not valid when it is not in the tree.
    [[nodiscard]] QModelIndex find(const Key &key) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    void rebuild();
    [[nodiscard]] const TraceRow *rowAt(const QModelIndex &index) const;
    [[nodiscard]] const std::vector<int> *childrenOf(const QModelIndex &parent) const;
    [[nodiscard]] QModelIndex indexOf(int row) const;
    [[nodiscard]] Key keyOf(const TraceRow &row) const;
    [[nodiscard]] bool isShownEvent(const TraceRow &row) const;

    // What the cells say: tracecells.cpp.
    [[nodiscard]] QString operation(const TraceRow &row) const;
    [[nodiscard]] QString description(const TraceRow &row) const;
    [[nodiscard]] QString project(const TraceRow &row) const;
    [[nodiscard]] QString status(const TraceRow &row) const;
    [[nodiscard]] QString display(const TraceRow &row, Column column) const;
    [[nodiscard]] QString toolTip(const TraceRow &row, Column column) const;
    [[nodiscard]] QString accessibleText(const TraceRow &row) const;
    [[nodiscard]] QVariant level(const TraceRow &row) const;
    [[nodiscard]] Tone tone(const TraceRow &row, Column column) const;
    [[nodiscard]] QVariant axisCell(const TraceRow &row, int role) const;
    [[nodiscard]] QVariant cell(const TraceRow &row, Column column, int role) const;

    const ProjectNames &m_projects;
    std::shared_ptr<const TraceContent> m_content;
    TraceTree m_tree;
    EventId m_shownEvent;
    bool m_logsShown = true;
};

} // namespace picket::ui
