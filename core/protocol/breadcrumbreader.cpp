// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/breadcrumbreader.h"

#include "core/base/limits.h"

namespace picket::protocol {

namespace {

model::Breadcrumb readBreadcrumb(const JsonNode &node, const ReadScope &scope)
{
    model::Breadcrumb breadcrumb;
    breadcrumb.type = "default";
    if (!node.isObject()) {
        scope.problems->invalid("breadcrumb", node);
        breadcrumb.isNull = true;
        return breadcrumb;
    }
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
    breadcrumb.data = readBag(node["data"], "breadcrumb.data", scope);
    breadcrumb.eventId = readText(node["event_id"], "breadcrumb.event_id", scope);
    breadcrumb.origin = readText(node["origin"], "breadcrumb.origin", scope);
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
