// SPDX-License-Identifier: GPL-3.0-or-later
// How a list of ids becomes a newer one that has only lost some and won others: the order of two never changes. Any
// thread; pure.
#pragma once

#include <algorithm>
#include <unordered_set>
#include <vector>

namespace picket::ui {

struct IdDiff {
    struct Range {
        int first = 0;
        int count = 0;
    };
    std::vector<Range> removals; // rows of the old list, from the last to the first
    std::vector<Range> insertions; // rows of the new list, from the first to the last

    [[nodiscard]] std::size_t steps() const { return removals.size() + insertions.size(); }

    static void extend(std::vector<Range> &ranges, std::size_t row)
    {
        const auto at = static_cast<int>(row);
        if (!ranges.empty() && ranges.back().first + ranges.back().count == at) {
            ++ranges.back().count;
        } else {
            ranges.push_back({at, 1});
        }
    }
};

template <class Id> [[nodiscard]] IdDiff diffIds(const std::vector<Id> &from, const std::vector<Id> &to)
{
    IdDiff diff;
    std::unordered_set<Id> kept; // filled at the first difference: mostly there is none, or one at the start
    const auto isKept = [&](Id id) {
        if (kept.empty()) {
            kept.insert(to.begin(), to.end());
        }
        return kept.count(id) > 0;
    };
    std::vector<Id> left;
    left.reserve(from.size());
    for (std::size_t row = 0; row < from.size(); ++row) {
        // While nothing has come between, the row stands where it would with the removed ones gone.
        const bool same = left.size() < to.size() && to[left.size()] == from[row];
        if (same || isKept(from[row])) {
            left.push_back(from[row]);
        } else {
            IdDiff::extend(diff.removals, row);
        }
    }
    std::reverse(diff.removals.begin(), diff.removals.end());
    std::size_t old = 0;
    for (std::size_t row = 0; row < to.size(); ++row) {
        if (old < left.size() && left[old] == to[row]) {
            ++old;
        } else {
            IdDiff::extend(diff.insertions, row);
        }
    }
    return diff;
}

} // namespace picket::ui
