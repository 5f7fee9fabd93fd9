// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"

#include <optional>
#include <vector>

namespace picket::ui {

// How one vector of ids becomes another with few, small steps, so that views keep their selection and place. Apply in
// this order: removals, moves, insertions.
struct RowDiff {
    struct Range {
        int first = 0;
        int count = 0;
    };
    struct Move {
        IssueId id;
        std::optional<IssueId> after; // the row that it follows then; none: it becomes the first
    };
    std::vector<Range> removals; // rows of the old vector, from the last to the first
    std::vector<Move> moves; // the fewest possible
    std::vector<Range> insertions; // rows of the new vector, from the first to the last
    bool tooLarge = false; // so many steps that a reset is cheaper; the steps are empty then

    int changedRows = 0; // that come, go or move, also when there are too many to tell one by one

    [[nodiscard]] bool isEmpty() const { return removals.empty() && moves.empty() && insertions.empty() && !tooLarge; }
};

// Pure, any thread; the ids of each vector are unique.
[[nodiscard]] RowDiff diffRows(const std::vector<IssueId> &from, const std::vector<IssueId> &to);

} // namespace picket::ui
