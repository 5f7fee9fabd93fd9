// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/value.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace picket::formats {

// "[tags][foo]" -> {"tags", "foo"}. nullopt for anything that is no sequence of brackets.
[[nodiscard]] std::optional<std::vector<std::string_view>> parseBrackets(std::string_view text);

// Collects values under bracket paths. Any one thread at a time. The caller bounds how many and how deep: a search for
// a key is linear in its siblings, and the tree is walked recursively.
class BracketTree final
{
public:
    // The last value of a path wins; what has members under it is a container, whatever value it got.
    void add(const std::vector<std::string_view> &path, std::string value);
    // An object, or an array where all keys are digits (in their numeric order) or empty (in the order added).
    [[nodiscard]] model::Value take();

private:
    struct Node {
        std::string key;
        std::string value;
        std::vector<Node> children;
    };

    static Node &child(Node &node, std::string_view key);
    static model::Value toValue(Node &&node);

    Node m_root;
};

} // namespace picket::formats
