// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/breadcrumbreader.h"

#include "core/base/limits.h"
#include "core/protocol/leftovers.h"

#include <array>

namespace picket::protocol {

namespace {

constexpr std::array<std::string_view, 8> knownKeys{"timestamp", "type", "level",    "category",
                                                    "message",   "data", "event_id", "origin"};

// Mostly an object; some SDKs send a list or a text, which says the same without names.
model::Value readData(const JsonNode &node, const ReadScope &scope)
{
    return node.isArray() && !node.members.empty() ? readAnything(node) : readBag(node, "breadcrumb.data", scope);
}

// A breadcrumb that is no object says what it says as its message.
model::Breadcrumb readPlain(const JsonNode &node, const ReadScope &scope)
{
    model::Breadcrumb breadcrumb;
    breadcrumb.type = "default";
    breadcrumb.isNull = node.isNothing();
    breadcrumb.message = readJsonText(node);
    if (!node.isString()) {
        const Leftovers left(scope);
        scope.problems->invalid("breadcrumb", node);
        static_cast<void>(left.whole(node)); // the message holds it
    }
    return breadcrumb;
}

model::Breadcrumb readBreadcrumb(const JsonNode &node, const ReadScope &scope)
{
    if (!node.isObject()) {
        return readPlain(node, scope);
    }
    const Leftovers left(scope);
    model::Breadcrumb breadcrumb;
    breadcrumb.type = "default";
    if (const JsonNode timestamp = node["timestamp"]; !timestamp.isNothing()) {
        breadcrumb.timestamp = readTimestamp(timestamp, "breadcrumb.timestamp", scope);
    }
    if (std::string type = readText(node["type"], "breadcrumb.type", scope); !type.empty()) {
        breadcrumb.type = std::move(type);
    }
    if (const JsonNode level = node["level"]; !level.isNothing()) {
        breadcrumb.level = readLevel(level, "breadcrumb.level", scope).value_or(model::Level::Info);
    }
    breadcrumb.category = readText(node["category"], "breadcrumb.category", scope);
    breadcrumb.message = readJsonText(node["message"]);
    breadcrumb.data = readData(node["data"], scope);
    breadcrumb.eventId = readText(node["event_id"], "breadcrumb.event_id", scope);
    breadcrumb.origin = readText(node["origin"], "breadcrumb.origin", scope);
    breadcrumb.other = left.of(node, knownKeys);
    return breadcrumb;
}

} // namespace

std::vector<model::Breadcrumb> readBreadcrumbs(const JsonNode &node, const ReadScope &scope)
{
    const ValueList list(node, "breadcrumbs", scope);
    std::span<const JsonMember> items = list.items();
    if (items.size() > limits::breadcrumbs) {
        scope.problems->add("value_too_long", "breadcrumbs", std::to_string(items.size()));
        items = items.last(limits::breadcrumbs);
    }
    std::vector<model::Breadcrumb> breadcrumbs;
    breadcrumbs.reserve(items.size());
    for (const JsonMember &item : items) {
        breadcrumbs.push_back(readBreadcrumb(item.value, scope));
    }
    return breadcrumbs;
}

} // namespace picket::protocol
