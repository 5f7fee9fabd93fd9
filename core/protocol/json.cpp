// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/json.h"

#include "core/protocol/jsonwriter.h"

#include <algorithm>
#include <unordered_set>

namespace picket::protocol {

namespace {

// Objects with more members than this are de-duplicated by hashing: comparing each with each is quadratic.
constexpr std::size_t fewMembers = 16;

// For each member whether no later one has its key.
std::vector<bool> lastOfTheirKey(std::span<const JsonMember> members)
{
    std::vector<bool> last(members.size(), true);
    if (members.size() <= fewMembers) {
        for (std::size_t i = 0; i < members.size(); ++i) {
            last[i] = std::none_of(members.begin() + static_cast<std::ptrdiff_t>(i) + 1, members.end(),
                                   [&](const JsonMember &later) { return later.key == members[i].key; });
        }
        return last;
    }
    std::unordered_set<std::string_view> seen;
    seen.reserve(members.size());
    for (std::size_t i = members.size(); i-- > 0;) {
        last[i] = seen.insert(members[i].key).second;
    }
    return last;
}

void writeNode(JsonWriter &writer, const JsonNode &node)
{
    switch (node.kind) {
    case JsonNode::Kind::Absent:
    case JsonNode::Kind::Null:
        writer.null();
        break;
    case JsonNode::Kind::Bool:
        writer.boolean(node.text == "true");
        break;
    case JsonNode::Kind::Number:
        writer.numberToken(node.text);
        break;
    case JsonNode::Kind::String:
        writer.string(node.text);
        break;
    case JsonNode::Kind::Array:
        writer.beginArray();
        for (const JsonMember &item : node.members) {
            writeNode(writer, item.value);
        }
        writer.endArray();
        break;
    case JsonNode::Kind::Object:
        writer.beginObject();
        for (const JsonMember &member : node.members) {
            writer.key(member.key);
            writeNode(writer, member.value);
        }
        writer.endObject();
        break;
    }
}

model::Value toArray(const JsonNode &node, std::size_t maxDepth)
{
    std::vector<model::Value> items;
    items.reserve(node.members.size());
    for (const JsonMember &item : node.members) {
        items.push_back(toValue(item.value, maxDepth - 1));
    }
    return model::Value::array(std::move(items));
}

model::Value toObject(const JsonNode &node, std::size_t maxDepth)
{
    const std::vector<bool> last = lastOfTheirKey(node.members);
    std::vector<model::Value::Member> members;
    members.reserve(node.members.size());
    for (std::size_t i = 0; i < node.members.size(); ++i) {
        if (last[i]) {
            members.emplace_back(std::string(node.members[i].key), toValue(node.members[i].value, maxDepth - 1));
        }
    }
    return model::Value::object(std::move(members));
}

} // namespace

JsonNode JsonNode::operator[](std::string_view key) const
{
    if (kind != Kind::Object) {
        return {};
    }
    for (std::size_t i = members.size(); i-- > 0;) {
        if (members[i].key == key) {
            return members[i].value;
        }
    }
    return {};
}

model::Value toValue(const JsonNode &node, std::size_t maxDepth)
{
    switch (node.kind) {
    case JsonNode::Kind::Absent:
        return {};
    case JsonNode::Kind::Null:
        return model::Value::null();
    case JsonNode::Kind::Bool:
        return model::Value::boolean(node.text == "true");
    case JsonNode::Kind::Number:
        return model::Value::number(std::string(node.text));
    case JsonNode::Kind::String:
        return model::Value::string(std::string(node.text));
    case JsonNode::Kind::Array:
        return maxDepth == 0 ? model::Value::string(toJson(node)) : toArray(node, maxDepth);
    case JsonNode::Kind::Object:
        return maxDepth == 0 ? model::Value::string(toJson(node)) : toObject(node, maxDepth);
    }
    return {};
}

std::string toJson(const JsonNode &node)
{
    JsonWriter writer;
    writeNode(writer, node);
    return writer.take();
}

} // namespace picket::protocol
