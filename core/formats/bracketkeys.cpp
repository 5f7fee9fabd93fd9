// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/bracketkeys.h"

#include "core/formats/valuetree.h"

#include <algorithm>

namespace picket::formats {

using model::Value;

namespace {

bool isIndex(std::string_view key)
{
    return std::all_of(key.begin(), key.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string_view withoutZeros(std::string_view digits)
{
    return digits.substr(std::min(digits.find_first_not_of('0'), digits.size()));
}

// Digits of any length by their number, empty keys behind them.
bool isIndexBefore(std::string_view a, std::string_view b)
{
    if (a.empty() || b.empty()) {
        return !a.empty() && b.empty();
    }
    const std::string_view x = withoutZeros(a);
    const std::string_view y = withoutZeros(b);
    return x.size() != y.size() ? x.size() < y.size() : x < y;
}

} // namespace

std::optional<std::vector<std::string_view>> parseBrackets(std::string_view text)
{
    std::vector<std::string_view> keys;
    while (!text.empty()) {
        const std::size_t end = text.find(']');
        if (text.front() != '[' || end == std::string_view::npos) {
            return std::nullopt;
        }
        keys.push_back(text.substr(1, end - 1));
        text.remove_prefix(end + 1);
    }
    return keys.empty() ? std::nullopt : std::optional(std::move(keys));
}

void BracketTree::add(const std::vector<std::string_view> &path, std::string value)
{
    Node *node = &m_root;
    for (const std::string_view key : path) {
        node = &child(*node, key);
    }
    node->value = std::move(value);
}

Value BracketTree::take()
{
    return m_root.children.empty() ? Value() : toValue(std::move(m_root));
}

BracketTree::Node &BracketTree::child(Node &node, std::string_view key)
{
    const auto it = std::find_if(node.children.begin(), node.children.end(),
                                 [key](const Node &existing) { return !key.empty() && existing.key == key; });
    return it != node.children.end() ? *it : node.children.emplace_back(Node{std::string(key), {}, {}});
}

Value BracketTree::toValue(Node &&node)
{
    if (node.children.empty()) {
        return Value::string(std::move(node.value));
    }
    const auto hasIndex = [](const Node &child) {
        return isIndex(child.key);
    };
    if (!std::all_of(node.children.begin(), node.children.end(), hasIndex)) {
        Members members;
        for (Node &child : node.children) {
            std::string key = std::move(child.key);
            members.emplace_back(std::move(key), toValue(std::move(child)));
        }
        return Value::object(withUniqueKeys(std::move(members)));
    }
    std::stable_sort(node.children.begin(), node.children.end(),
                     [](const Node &a, const Node &b) { return isIndexBefore(a.key, b.key); });
    std::vector<Value> items;
    for (Node &child : node.children) {
        items.push_back(toValue(std::move(child)));
    }
    return Value::array(std::move(items));
}

} // namespace picket::formats
