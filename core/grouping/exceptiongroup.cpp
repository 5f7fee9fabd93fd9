// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/grouping/exceptiongroup.h"

#include "core/grouping/hints.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
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

    // The one whose child it is; itself for the root.
    [[nodiscard]] std::size_t parentOf(std::size_t child) const
    {
        const auto holds = [child](const Node &node) {
            return std::find(node.children.begin(), node.children.end(), child) != node.children.end();
        };
        const auto parent = std::find_if(nodes.begin(), nodes.end(), holds);
        return parent == nodes.end() ? child : static_cast<std::size_t>(parent - nodes.begin());
    }
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

// Marks suppressed exceptions and, where the tree is known, their causes; removes them from the tree. They stay when
// the event has no others, because one must name it.
void leaveOutSuppressed(std::vector<ExceptionComponent> &exceptions, std::optional<Tree> &tree)
{
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < exceptions.size(); ++i) {
        const bool isRoot = tree && i == tree->root;
        if (exceptions[i].exception->isSuppressed() && !isRoot) {
            open.push_back(i);
        }
    }
    if (open.size() == exceptions.size()) {
        return;
    }
    while (!open.empty()) {
        const std::size_t index = open.back();
        open.pop_back();
        exceptions[index].leftOut = hints::suppressed;
        if (tree) {
            const auto &children = tree->nodes[index].children;
            open.insert(open.end(), children.begin(), children.end());
        }
    }
    for (std::size_t i = 0; tree && i < tree->nodes.size(); ++i) {
        auto &children = tree->nodes[i].children;
        children.erase(std::remove_if(children.begin(), children.end(),
                                      [&exceptions](std::size_t child) { return !exceptions[child].leftOut.empty(); }),
                       children.end());
    }
}

ExceptionSelection wholeChain(const std::vector<ExceptionComponent> &exceptions)
{
    ExceptionSelection selection;
    for (std::size_t i = 0; i < exceptions.size(); ++i) {
        if (exceptions[i].leftOut.empty()) {
            selection.counted.push_back(i);
        }
    }
    selection.main = selection.counted.empty() ? 0 : selection.counted.back();
    return selection;
}

void markLeftOut(std::vector<ExceptionComponent> &exceptions, const Tree &tree, const ExceptionSelection &selection,
                 const std::vector<std::size_t> &candidates)
{
    for (std::size_t i = 0; i < exceptions.size(); ++i) {
        const auto isIn = [i](const std::vector<std::size_t> &list) {
            return std::find(list.begin(), list.end(), i) != list.end();
        };
        if (!isIn(selection.counted) && exceptions[i].leftOut.empty()) {
            exceptions[i].leftOut = tree.nodes[i].isGroup ? hints::groupWrapper
                : isIn(candidates)                        ? hints::duplicateInGroup
                                                          : hints::outsideCausePath;
        }
    }
}

bool hasStack(const ExceptionComponent &exception)
{
    return exception.stackContributes(true) || exception.stackContributes(false);
}

// One error and the path of its causes; with the nearest wrapper that has a stack when none of them has.
ExceptionSelection causePath(const std::vector<ExceptionComponent> &exceptions, const Tree &tree, std::size_t error)
{
    ExceptionSelection selection;
    selection.main = error;
    selection.counted.push_back(error);
    while (!tree.nodes[selection.counted.back()].children.empty()) {
        selection.counted.push_back(tree.nodes[selection.counted.back()].children.front());
    }
    const bool someStack = std::any_of(selection.counted.begin(), selection.counted.end(),
                                       [&exceptions](std::size_t index) { return hasStack(exceptions[index]); });
    for (std::size_t wrapper = error; !someStack && wrapper != tree.root;) {
        wrapper = tree.parentOf(wrapper);
        if (hasStack(exceptions[wrapper])) {
            selection.counted.push_back(wrapper);
            selection.main = wrapper;
            break;
        }
    }
    // As a chain without ids is sent: so that the lone error with the same causes has the same key.
    std::sort(selection.counted.begin(), selection.counted.end());
    return selection;
}

ExceptionSelection selectFromTree(std::vector<ExceptionComponent> &exceptions, const Tree &tree)
{
    const std::vector<std::size_t> candidates = topLevel(tree);
    if (candidates.empty()) {
        return wholeChain(exceptions);
    }
    ExceptionSelection selection;
    const std::vector<std::size_t> kinds = distinct(candidates, exceptions);
    if (kinds.size() == 1) {
        selection = causePath(exceptions, tree, kinds.front());
    } else {
        selection.counted = kinds;
        selection.counted.push_back(tree.root);
        selection.main = tree.root;
    }
    markLeftOut(exceptions, tree, selection, candidates);
    return selection;
}

// React reports that it recovered from an error; the error itself is the cause.
bool isReactRecovery(const model::Exception &exception)
{
    return exception.type == "Error"
        && (exception.value.starts_with("There was an error during concurrent rendering but React was able to recover")
            || exception.value.starts_with("There was an error while hydrating but React was able to recover"));
}

bool isRxJavaWrapper(const model::Exception &exception)
{
    constexpr std::array<std::string_view, 3> wrappers = {"OnErrorNotImplementedException", "CompositeException",
                                                          "UndeliverableException"};
    return exception.module == "io.reactivex.rxjava3.exceptions" && exception.mechanism
        && exception.mechanism->type == "UncaughtExceptionHandler"
        && std::find(wrappers.begin(), wrappers.end(), exception.type) != wrappers.end();
}

// Some wrappers of libraries leave title, culprit and place to the exception that they hold.
std::size_t namingException(const std::vector<ExceptionComponent> &exceptions, const ExceptionSelection &selection)
{
    const auto &counted = selection.counted;
    if (counted.size() < 2 || selection.main != counted.back()) {
        return selection.main;
    }
    const model::Exception &main = *exceptions[selection.main].exception;
    const std::size_t before = counted[counted.size() - 2];
    const auto &mechanism = exceptions[before].exception->mechanism;
    const bool isCause = mechanism && mechanism->source == "cause";
    return (isReactRecovery(main) && isCause) || isRxJavaWrapper(main) ? before : selection.main;
}

} // namespace

ExceptionSelection selectExceptions(std::vector<ExceptionComponent> &exceptions, const model::Event &event)
{
    // Python's SDK 3 numbers its exceptions differently (PROTOCOL D.6).
    const bool numbersDiffer = event.platform == "python" && event.sdk.version.starts_with('3');
    std::optional<Tree> tree = exceptions.size() < 2 || numbersDiffer ? std::nullopt : treeOf(exceptions);
    leaveOutSuppressed(exceptions, tree);
    ExceptionSelection selection = tree ? selectFromTree(exceptions, *tree) : wholeChain(exceptions);
    selection.main = namingException(exceptions, selection);
    return selection;
}

} // namespace picket::grouping
