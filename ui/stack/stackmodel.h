// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/stack/stackrows.h"
#include "ui/widgets/tablemodel.h"

#include <memory>

namespace picket::ui {

// GUI thread only. The stacks of one event; runs of library frames open and close in place.
class StackModel final : public TableModel
{
    Q_OBJECT

public:
    enum class Column { Function, Location };
    Q_ENUM(Column)

    using TableModel::TableModel;

    // Null empties the list. The event is not kept.
    void setEvent(const model::Event *event);
    void setOrder(FrameOrder order, const model::Event *event);
    [[nodiscard]] FrameOrder order() const { return m_order; }

    // "12 frames · 4 in-app"; empty without frames.
    [[nodiscard]] QString summary() const;

    // Invalid for rows that are no frame.
    [[nodiscard]] FrameRef frameAt(int row) const;
    // Opens the run that hides the frame. -1 when it is not here.
    int reveal(const FrameRef &frame);

    [[nodiscard]] bool isFold(int row) const;
    void toggleFold(int row);

    // The next frame of the application's own code, in the order shown; of all frames when none is the application's.
    // Invalid at the end.
    [[nodiscard]] FrameRef neighbour(const FrameRef &from, int by) const;

protected:
    [[nodiscard]] int rows() const override { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] int columns() const override { return 2; }
    [[nodiscard]] QVariant cell(int row, int column, int role) const override;
    [[nodiscard]] QVariant header(int column, int role) const override;

private:
    struct Shown {
        StackRow row;
        bool open = false; // of a fold: its frames follow
        bool inFold = false;
    };

    [[nodiscard]] QVariant display(const Shown &shown, int column) const;
    [[nodiscard]] QString accessibleText(const Shown &shown) const;

    FrameOrder m_order = FrameOrder::NewestFirst;
    std::vector<Shown> m_rows;
    std::vector<StackRow> m_frames; // every frame in the order shown, hidden ones too
};

} // namespace picket::ui
