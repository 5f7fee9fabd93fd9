// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/code/prettyjson.h"

#include "core/base/limits.h"
#include "core/protocol/json.h"
#include "core/protocol/jsonwriter.h"
#include "ui/code/sourcetext.h"

namespace picket::ui {

namespace {

using protocol::JsonNode;

// As deep as the parser lets documents be (limits::jsonDepth), so the recursion is bounded.
void write(protocol::JsonWriter &writer, const JsonNode &node)
{
    switch (node.kind) {
    case JsonNode::Kind::Absent:
    case JsonNode::Kind::Null:
        writer.null();
        return;
    case JsonNode::Kind::Bool:
        writer.boolean(node.text == "true");
        return;
    case JsonNode::Kind::Number:
        writer.numberToken(node.text);
        return;
    case JsonNode::Kind::String:
        writer.string(node.text);
        return;
    case JsonNode::Kind::Array:
        writer.beginArray();
        for (const protocol::JsonMember &member : node.members) {
            write(writer, member.value);
        }
        writer.endArray();
        return;
    case JsonNode::Kind::Object:
        writer.beginObject();
        for (const protocol::JsonMember &member : node.members) {
            writer.key(member.key);
            write(writer, member.value);
        }
        writer.endObject();
        return;
    }
}

ShownJson shown(std::string_view text)
{
    ShownJson result;
    std::string_view left = text.substr(0, limits::rawShown);
    result.utf8.reserve(static_cast<qsizetype>(left.size()) + 64);
    std::size_t lines = 0;
    while (!left.empty() && lines < limits::shownLines) {
        const std::size_t end = std::min(left.find('\n'), left.size());
        result.utf8 += sourceLine(left.substr(0, end)).toUtf8();
        if (end < left.size()) {
            result.utf8 += '\n';
        }
        left.remove_prefix(std::min(end + 1, left.size()));
        ++lines;
    }
    result.notShown = left.size() + text.size() - std::min(text.size(), limits::rawShown);
    return result;
}

} // namespace

ShownJson prettyJson(std::string_view payload)
{
    const auto document = protocol::JsonDocument::parse(payload);
    if (!document) {
        ShownJson result = shown(payload);
        result.isJson = false;
        return result;
    }
    protocol::JsonWriter writer(protocol::JsonWriter::Style::Indented);
    write(writer, document->root());
    ShownJson result = shown(writer.take());
    result.repairs = document->repairs();
    return result;
}

ShownJson receivedJson(std::string_view payload)
{
    return shown(payload);
}

} // namespace picket::ui
