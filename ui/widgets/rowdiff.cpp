// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/rowdiff.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace picket::ui {

namespace {

// Each step shifts up to the whole vector on the GUI thread: 20 million ids are about 30 ms.
constexpr std::size_t shiftedIdsAtMost = 20'000'000;
constexpr std::size_t stepsAtMost = 1000;

// Marks a longest increasing subsequence of `values` (a permutation): the rows that can stay where they are.
std::vector<bool> longestIncreasing(const std::vector<int> &values)
{
    std::vector<std::size_t> tails; // index of the smallest last value of a run of each length
    std::vector<std::size_t> before(values.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto place = std::lower_bound(tails.begin(), tails.end(), values[i],
                                            [&](std::size_t tail, int value) { return values[tail] < value; });
        before[i] = place == tails.begin() ? i : *(place - 1);
        if (place == tails.end()) {
            tails.push_back(i);
        } else {
            *place = i;
        }
    }
    std::vector<bool> member(values.size(), false);
    if (!tails.empty()) {
        std::size_t i = tails.back();
        for (std::size_t left = tails.size(); left > 0; --left) {
            member[i] = true;
            i = before[i];
        }
    }
    return member;
}

using Ranges = std::vector<RowDiff::Range>;

void addRow(Ranges &ranges, int row)
{
    if (!ranges.empty() && ranges.back().first + ranges.back().count == row) {
        ++ranges.back().count;
    } else {
        ranges.push_back({row, 1});
    }
}

std::vector<RowDiff::Move> movesBetween(const std::vector<IssueId> &keptOld, const std::vector<IssueId> &keptNew)
{
    std::unordered_map<IssueId, int> target;
    target.reserve(keptNew.size());
    for (std::size_t i = 0; i < keptNew.size(); ++i) {
        target.emplace(keptNew[i], static_cast<int>(i));
    }
    std::vector<int> targets;
    targets.reserve(keptOld.size());
    for (const IssueId id : keptOld) {
        targets.push_back(target[id]);
    }
    const std::vector<bool> stays = longestIncreasing(targets);
    std::vector<bool> stayAtTarget(keptNew.size(), false);
    for (std::size_t i = 0; i < stays.size(); ++i) {
        stayAtTarget[static_cast<std::size_t>(targets[i])] = stays[i];
    }
    std::vector<RowDiff::Move> moves;
    for (std::size_t i = 0; i < keptNew.size(); ++i) {
        if (!stayAtTarget[i]) {
            moves.push_back({keptNew[i], i == 0 ? std::nullopt : std::optional(keptNew[i - 1])});
        }
    }
    return moves;
}

} // namespace

RowDiff diffRows(const std::vector<IssueId> &from, const std::vector<IssueId> &to)
{
    RowDiff diff;
    if (from == to) {
        return diff;
    }
    const std::unordered_set<IssueId> old(from.begin(), from.end());
    const std::unordered_set<IssueId> wanted(to.begin(), to.end());
    std::vector<IssueId> keptOld;
    std::vector<IssueId> keptNew;
    for (std::size_t i = 0; i < from.size(); ++i) {
        if (wanted.count(from[i]) > 0) {
            keptOld.push_back(from[i]);
        } else {
            addRow(diff.removals, static_cast<int>(i));
        }
    }
    for (std::size_t i = 0; i < to.size(); ++i) {
        if (old.count(to[i]) > 0) {
            keptNew.push_back(to[i]);
        } else {
            addRow(diff.insertions, static_cast<int>(i));
        }
    }
    std::reverse(diff.removals.begin(), diff.removals.end());
    diff.moves = movesBetween(keptOld, keptNew);

    const std::size_t rows = from.size() - keptOld.size() + to.size() - keptNew.size() + diff.moves.size();
    const std::size_t steps = diff.removals.size() + diff.moves.size() + diff.insertions.size();
    if (steps > stepsAtMost || steps * std::max(from.size(), to.size()) > shiftedIdsAtMost) {
        diff = {};
        diff.tooLarge = true;
    }
    diff.changedRows = static_cast<int>(rows);
    return diff;
}

} // namespace picket::ui
