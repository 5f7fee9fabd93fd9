// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/attributes.h"

#include "core/base/limits.h"
#include "core/formats/valuetree.h"

#include <algorithm>

namespace picket::formats {

using model::Value;
using protocol::JsonNode;

namespace {

constexpr std::string_view digits = "0123456789";

JsonNode either(const JsonNode &object, std::string_view snake, std::string_view camel)
{
    const JsonNode node = object[snake];
    return node.isNothing() ? object[camel] : node;
}

// 64-bit numbers are written as text, which JSON's own numbers would not survive everywhere.
bool isInteger(std::string_view text)
{
    const std::string_view number = text.substr(text.substr(0, 1) == "-" ? 1 : 0);
    return !number.empty() && number.find_first_not_of(digits) == std::string_view::npos
        && (number.size() == 1 || number.front() != '0');
}

Value otelMap(const JsonNode &pairs, std::size_t depth);

Value otelValueAt(const JsonNode &wrapped, std::size_t depth)
{
    if (!wrapped.isObject() || depth > limits::jsonTreeDepth) {
        return protocol::toValue(wrapped, 0);
    }
    if (const JsonNode number = either(wrapped, "int_value", "intValue"); !number.isNothing()) {
        return number.isString() && isInteger(number.text) ? Value::number(std::string(number.text))
                                                           : protocol::toValue(number, limits::jsonTreeDepth);
    }
    if (const JsonNode list = either(wrapped, "array_value", "arrayValue"); list.isObject()) {
        std::vector<Value> items;
        for (const protocol::JsonMember &item : list["values"].members) {
            items.push_back(otelValueAt(item.value, depth + 1));
        }
        return Value::array(std::move(items));
    }
    if (const JsonNode map = either(wrapped, "kvlist_value", "kvlistValue"); map.isObject()) {
        return otelMap(map["values"], depth + 1);
    }
    for (const std::string_view name : {"string_value", "stringValue", "bool_value", "boolValue", "double_value",
                                        "doubleValue", "bytes_value", "bytesValue"}) {
        if (const JsonNode plain = wrapped[name]; !plain.isNothing()) {
            return protocol::toValue(plain, limits::jsonTreeDepth);
        }
    }
    return Value::null();
}

Value otelMap(const JsonNode &pairs, std::size_t depth)
{
    Members members;
    for (const protocol::JsonMember &pair : pairs.members) {
        if (const JsonNode key = pair.value["key"]; key.isString()) {
            members.emplace_back(std::string(key.text), otelValueAt(pair.value["value"], depth));
        } else {
            members.emplace_back(std::to_string(members.size()), protocol::toValue(pair.value, limits::jsonTreeDepth));
        }
    }
    return Value::object(withUniqueKeys(std::move(members)));
}

// Without its wrapper, which is {"value": …, "type": …}; a wrapper that says more, as the unit, stays around it.
Value plainValue(const JsonNode &node)
{
    const JsonNode value = node["value"];
    const bool saysMore = std::any_of(node.members.begin(), node.members.end(), [](const auto &member) {
        return member.key != "value" && member.key != "type" && !member.value.isNothing();
    });
    const bool isWrapped = node.isObject() && value.kind != JsonNode::Kind::Absent;
    if (isWrapped && saysMore) {
        Members members;
        for (const protocol::JsonMember &member : node.members) {
            if (member.key != "type") {
                members.emplace_back(std::string(member.key), protocol::toValue(member.value, limits::jsonTreeDepth));
            }
        }
        return Value::object(withUniqueKeys(std::move(members)));
    }
    return protocol::toValue(isWrapped ? value : node, limits::jsonTreeDepth);
}

} // namespace

Value plainAttributes(const JsonNode &attributes)
{
    if (attributes.isArray()) {
        return otelMap(attributes, 0); // OpenTelemetry's way to write them
    }
    if (!attributes.isObject()) {
        return {};
    }
    Members members;
    for (const auto &[key, node] : attributes.members) {
        members.emplace_back(std::string(key), plainValue(node));
    }
    return Value::object(withUniqueKeys(std::move(members)));
}

Value otelAttributes(const JsonNode &attributes)
{
    return plainAttributes(attributes);
}

Value otelValue(const JsonNode &wrapped)
{
    return wrapped.isObject() ? otelValueAt(wrapped, 0) : protocol::toValue(wrapped, limits::jsonTreeDepth);
}

} // namespace picket::formats
