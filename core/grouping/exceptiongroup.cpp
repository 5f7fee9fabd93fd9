// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/grouping/exceptiongroup.h"

#include "core/grouping/hints.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <set>
#include <string>
#include <utility>

namespace picket::grouping {

namespace {

struct Node {
    bool isGroup = false;
    std::vector<std::size_t> children; // indices into the list of exceptions
};

struct Tree {
    std::vector<Node> nodes;
    std::size_t root = 0;
};

bool reachesAll(const Tree &tree)
{
    std::vector<std::size_t> open = {tree.root};
    std::size_t reached = 0;
    while (!open.empty()) {
        const std::size_t node = open.back();
        open.pop_back();
        ++reached;
        open.insert(open.end(), tree.nodes[node].children.begin(), tree.nodes[node].children.end());
    }
    return reached == tree.nodes.size();
}

// The tree that the mechanisms describe; nullopt if they contradict themselves. Each node has one parent at most and
// the root none, so a cycle shows as nodes that the root does not reach.
std::optional<Tree> treeOf(const std::vector<ExceptionComponent> &exceptions)
{
    std::map<std::int64_t, std::size_t> indexOfId;
    for (std::size_t i = 0; i < exceptions.size(); ++i) {
        const auto &mechanism = exceptions[i].exception->mechanism;
        if (!mechanism || !mechanism->exceptionId || mechanism->exceptionId == mechanism->parentId
            || !indexOfId.emplace(*mechanism->exceptionId, i).second) {
            return std::nullopt;
        }
    }
    const auto root = indexOfId.find(0);
    if (root == indexOfId.end() || exceptions[root->second].exception->mechanism->parentId) {
        return std::nullopt;
    }
    Tree tree{std::vector<Node>(exceptions.size()), root->second};
    for (std::size_t i = exceptions.size(); i-- > 0;) {
        const model::Mechanism &mechanism = *exceptions[i].exception->mechanism;
        tree.nodes[i].isGroup = mechanism.isExceptionGroup;
        if (mechanism.parentId) {
            const auto parent = indexOfId.find(*mechanism.parentId);
            if (parent == indexOfId.end()) {
                return std::nullopt;
            }
            tree.nodes[parent->second].children.push_back(i);
        }
    }
    return reachesAll(tree) ? std::optional(std::move(tree)) : std::nullopt;
}

// The errors inside the group: through groups in groups, but not into the causes of an error.
std::vector<std::size_t> topLevel(const Tree &tree)
{
    std::vector<std::size_t> found;
    std::vector<std::size_t> open = {tree.root};
    while (!open.empty()) {
        const std::size_t node = open.back();
        open.pop_back();
        if (tree.nodes[node].isGroup) {
            open.insert(open.end(), tree.nodes[node].children.rbegin(), tree.nodes[node].children.rend());
        } else {
            found.push_back(node);
        }
    }
    return found;
}

// One of each, in an order that does not depend on the order sent: by type downwards, then by content.
std::vector<std::size_t> distinct(const std::vector<std::size_t> &nodes,
                                  const std::vector<ExceptionComponent> &exceptions)
{
    using Content = std::pair<Leaves, Leaves>;
    std::set<Content> seen;
    std::vector<std::pair<Content, std::size_t>> kept;
    for (const std::size_t node : nodes) {
        Content content;
        exceptions[node].addLeaves(content.first, true);
        exceptions[node].addLeaves(content.second, false);
        if (seen.insert(content).second) {
            kept.emplace_back(std::move(content), node);
        }
    }
    std::sort(kept.begin(), kept.end(), [&exceptions](const auto &left, const auto &right) {
        const std::string &leftType = exceptions[left.second].exception->type;
        const std::string &rightType = exceptions[right.second].exception->type;
        return leftType != rightType ? leftType > rightType : left.first < right.first;
    });
    std::vector<std::size_t> result;
    std::transform(kept.begin(), kept.end(), std::back_inserter(result),
                   [](const auto &entry) { return entry.second; });
    return result;
}

ExceptionSelection wholeChain(const std::vector<ExceptionComponent> &exceptions)
{
    ExceptionSelection selection;
    selection.counted.resize(exceptions.size());
    std::iota(selection.counted.begin(), selection.counted.end(), std::size_t{0});
    selection.main = exceptions.empty() ? 0 : exceptions.size() - 1;
    return selection;
}

void markLeftOut(std::vector<ExceptionComponent> &exceptions, const Tree &tree, const ExceptionSelection &selection,
                 const std::vector<std::size_t> &candidates)
{
    for (std::size_t i = 0; i < exceptions.size(); ++i) {
        const auto isIn = [i](const std::vector<std::size_t> &list) {
            return std::find(list.begin(), list.end(), i) != list.end();
        };
        if (!isIn(selection.counted)) {
            exceptions[i].leftOut = tree.nodes[i].isGroup ? hints::groupWrapper
                : isIn(candidates)                        ? hints::duplicateInGroup
                                                          : hints::outsideCausePath;
        }
    }
}

} // namespace

ExceptionSelection selectExceptions(std::vector<ExceptionComponent> &exceptions, const model::Event &event)
{
    // Python's SDK 3 numbers its exceptions differently (PROTOCOL D.6).
    const bool numbersDiffer = event.platform == "python" && event.sdk.version.starts_with('3');
    if (exceptions.size() < 2 || numbersDiffer) {
        return wholeChain(exceptions);
    }
    const std::optional<Tree> tree = treeOf(exceptions);
    if (!tree) {
        return wholeChain(exceptions);
    }
    const std::vector<std::size_t> candidates = topLevel(*tree);
    if (candidates.empty()) {
        return wholeChain(exceptions);
    }
    ExceptionSelection selection;
    const std::vector<std::size_t> kinds = distinct(candidates, exceptions);
    if (kinds.size() == 1) {
        selection.main = kinds.front();
        selection.counted.push_back(selection.main);
        while (!tree->nodes[selection.counted.back()].children.empty()) {
            selection.counted.push_back(tree->nodes[selection.counted.back()].children.front());
        }
        // As a chain without ids is sent: so that the lone error with the same causes has the same key.
        std::sort(selection.counted.begin(), selection.counted.end());
    } else {
        selection.counted = kinds;
        selection.counted.push_back(tree->root);
        selection.main = tree->root;
    }
    markLeftOut(exceptions, *tree, selection, candidates);
    return selection;
}

} // namespace picket::grouping
