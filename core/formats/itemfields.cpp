// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/itemfields.h"

#include "core/base/limits.h"

#include <charconv>
#include <cmath>

namespace picket::formats {

std::string ItemFields::text(std::string_view name) const
{
    return protocol::readText(node(name), name, m_scope);
}

std::optional<std::int64_t> ItemFields::integer(std::string_view name) const
{
    return protocol::readInteger(node(name), name, m_scope);
}

std::optional<double> ItemFields::decimal(std::string_view name) const
{
    const protocol::JsonNode number = node(name);
    double value = 0;
    const std::string_view token = number.isNumber() || number.isString() ? number.text : std::string_view();
    const auto [end, error] = std::from_chars(token.data(), token.data() + token.size(), value);
    const bool isWhole = error == std::errc() && end == token.data() + token.size();
    return isWhole && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

std::optional<bool> ItemFields::boolean(std::string_view name) const
{
    return protocol::readBool(node(name), name, m_scope);
}

std::optional<Timestamp> ItemFields::time(std::string_view name) const
{
    const protocol::JsonNode value = node(name);
    return value.isNothing() ? std::nullopt : protocol::readTimestamp(value, name, m_scope);
}

std::optional<Timestamp> ItemFields::nanoseconds(std::string_view name) const
{
    const auto nanos = integer(name);
    return nanos ? std::optional(fromMicros(*nanos / 1000)) : std::nullopt;
}

std::optional<EventUuid> ItemFields::uuid(std::string_view name) const
{
    return EventUuid::parse(text(name));
}

model::Value ItemFields::bag(std::string_view name) const
{
    return protocol::readBag(node(name), name, m_scope);
}

ItemCounts forEachItem(const protocol::JsonNode &payload, const std::function<bool(const ItemFields &item)> &read)
{
    ItemCounts counts;
    const protocol::JsonNode contained = payload["items"];
    const auto inside = protocol::listItems(contained);
    const auto list = inside ? inside : protocol::listItems(payload);
    if (!list) {
        counts.unreadable += payload.isObject() && read(ItemFields(payload)) ? 0 : 1;
        return counts;
    }
    std::size_t seen = 0;
    for (const protocol::JsonMember &item : *list) {
        if (seen++ >= limits::containerItems) {
            ++counts.overLimit;
        } else if (!item.value.isObject() || !read(ItemFields(item.value))) {
            ++counts.unreadable;
        }
    }
    return counts;
}

Result<protocol::JsonDocument> parseObject(std::string_view payload)
{
    auto document = protocol::JsonDocument::parse(payload);
    if (document && !document->root().isObject()) {
        return failure(ErrorCode::InvalidJson, "not an object");
    }
    return document;
}

} // namespace picket::formats
