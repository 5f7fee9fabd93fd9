// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/exceptionorder.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <map>
#include <optional>

namespace picket::protocol {

namespace {

using Indices = std::vector<std::size_t>;

// The raised one first, each child after its parent, siblings by their ids; fewer than the given ones when the ids
// contradict themselves.
Indices outermostFirst(const std::vector<model::Exception> &exceptions, const Indices &given)
{
    std::map<std::int64_t, std::size_t> indexOfId;
    for (const std::size_t index : given) {
        const auto &mechanism = exceptions[index].mechanism;
        if (!mechanism || !mechanism->exceptionId || mechanism->exceptionId == mechanism->parentId
            || !indexOfId.emplace(*mechanism->exceptionId, index).second) {
            return {};
        }
    }
    std::map<std::int64_t, Indices> children;
    std::optional<std::size_t> root;
    for (const auto &[id, index] : indexOfId) {
        if (const auto parent = exceptions[index].mechanism->parentId) {
            children[*parent].push_back(index);
        } else if (root) {
            return {};
        } else {
            root = index;
        }
    }
    // A group without members: some versions of sentry-go call every exception a group, and number from the innermost
    // one.
    const auto isEmptyGroup = [&](const auto &entry) {
        return exceptions[entry.second].mechanism->isExceptionGroup && !children.contains(entry.first);
    };
    if (std::any_of(indexOfId.begin(), indexOfId.end(), isEmptyGroup)) {
        return {};
    }
    Indices order;
    Indices open;
    if (root) {
        open.push_back(*root);
    }
    while (!open.empty()) { // each one has one parent, so that none comes twice
        const std::size_t next = open.back();
        open.pop_back();
        order.push_back(next);
        const Indices &found = children[*exceptions[next].mechanism->exceptionId];
        open.insert(open.end(), found.rbegin(), found.rend());
    }
    return order;
}

} // namespace

void orderExceptions(std::vector<model::Exception> &exceptions)
{
    Indices given;
    for (std::size_t i = 0; i < exceptions.size(); ++i) {
        if (!exceptions[i].isNull) {
            given.push_back(i);
        }
    }
    if (given.size() < 2) {
        return;
    }
    Indices order = outermostFirst(exceptions, given);
    std::reverse(order.begin(), order.end());
    if (order.size() != given.size() || order == given) {
        return;
    }
    std::vector<model::Exception> ordered;
    ordered.reserve(order.size());
    std::transform(order.begin(), order.end(), std::back_inserter(ordered),
                   [&exceptions](std::size_t index) { return std::move(exceptions[index]); });
    for (std::size_t i = 0; i < given.size(); ++i) {
        exceptions[given[i]] = std::move(ordered[i]);
    }
}

} // namespace picket::protocol
