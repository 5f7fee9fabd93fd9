// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stack/exceptiontree.h"

#include <algorithm>
#include <iterator>
#include <unordered_map>

namespace picket::ui {

std::vector<PlacedException> placeExceptions(const std::vector<model::Exception> &exceptions)
{
    const bool isGroup = std::any_of(exceptions.begin(), exceptions.end(), [](const model::Exception &e) {
        return e.mechanism && e.mechanism->isExceptionGroup;
    });
    std::vector<PlacedException> placed;
    std::vector<bool> done(exceptions.size(), false);
    std::unordered_multimap<std::int64_t, std::size_t> children;
    std::unordered_map<std::int64_t, std::size_t> byId;
    for (std::size_t i = exceptions.size(); isGroup && i > 0; --i) {
        const auto &mechanism = exceptions[i - 1].mechanism;
        if (mechanism && mechanism->exceptionId) {
            byId.emplace(*mechanism->exceptionId, i - 1);
        }
    }
    std::vector<PlacedException> open;
    const auto hasParent = [&](std::size_t i) {
        const auto &mechanism = exceptions[i].mechanism;
        return isGroup && mechanism && mechanism->parentId && byId.count(*mechanism->parentId) > 0
            && byId.at(*mechanism->parentId) != i;
    };
    for (std::size_t i = 0; i < exceptions.size(); ++i) {
        if (hasParent(i)) {
            children.emplace(*exceptions[i].mechanism->parentId, i);
        }
    }
    const auto placeTree = [&](std::size_t root) {
        open.push_back({root, 0});
        while (!open.empty()) {
            const PlacedException next = open.back();
            open.pop_back();
            if (done[next.index]) {
                continue;
            }
            done[next.index] = true;
            placed.push_back(next);
            const auto &mechanism = exceptions[next.index].mechanism;
            if (mechanism && mechanism->exceptionId) {
                const auto [first, last] = children.equal_range(*mechanism->exceptionId);
                std::vector<std::size_t> found;
                std::transform(first, last, std::back_inserter(found), [](const auto &child) { return child.second; });
                std::sort(found.begin(), found.end()); // the stack `open` turns them round: the last sent comes first
                for (const std::size_t child : found) {
                    open.push_back({child, next.indent + 1});
                }
            }
        }
    };
    for (std::size_t i = exceptions.size(); i > 0; --i) {
        if (!hasParent(i - 1)) {
            placeTree(i - 1);
        }
    }
    for (std::size_t i = exceptions.size(); i > 0; --i) {
        placeTree(i - 1); // members of a cycle
    }
    return placed;
}

FoundStack stackOfException(const model::Event &event, std::size_t exception)
{
    const auto hasFrames = [](const std::optional<model::Stacktrace> &stack) {
        return stack && !stack->frames.empty();
    };
    const model::Exception &own = event.exceptions[exception];
    if (hasFrames(own.stacktrace)) {
        return {&*own.stacktrace, {FrameRef::Stack::Exception, static_cast<int>(exception), 0}};
    }
    std::vector<std::size_t> crashed;
    for (std::size_t i = 0; i < event.threads.size(); ++i) {
        const model::Thread &thread = event.threads[i];
        if (thread.isNull || !hasFrames(thread.stacktrace)) {
            continue;
        }
        if (!own.threadId.empty() && thread.id == own.threadId) {
            crashed = {i};
            break;
        }
        if (thread.crashed == true && event.exceptions.size() == 1) {
            crashed.push_back(i);
        }
    }
    if (crashed.size() != 1) {
        return {};
    }
    return {&*event.threads[crashed.front()].stacktrace,
            {FrameRef::Stack::Thread, static_cast<int>(crashed.front()), 0}};
}

} // namespace picket::ui
