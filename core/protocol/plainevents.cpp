// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/plainevents.h"

#include "core/base/limits.h"
#include "core/protocol/eventkeys.h"
#include "core/protocol/jsonextent.h"

#include <algorithm>
#include <array>

namespace picket::protocol {

namespace {

constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view blanks = " \t\r\n";

// PROTOCOL B.3, without what only gateways write between each other.
constexpr std::array<std::string_view, 16> headerKeys{
    "event_id",        "dsn",          "sdk",          "sent_at",          "trace",   "type",
    "length",          "content_type", "filename",     "item_count",       "span_id", "platform",
    "attachment_type", "meta_length",  "routing_hint", "attachment_length"};

bool isHeaderKey(std::string_view key)
{
    return std::find(headerKeys.begin(), headerKeys.end(), key) != headerKeys.end();
}

std::string_view withoutBlanks(std::string_view text)
{
    text.remove_prefix(std::min(text.find_first_not_of(blanks), text.size()));
    return text;
}

bool isEvent(std::string_view text)
{
    const auto document = JsonDocument::parseFront(text);
    return document && document->root().isObject() && looksLikeEvent(document->root());
}

} // namespace

bool looksLikeEvent(const JsonNode &object)
{
    const auto isEventKey = [](const JsonMember &member) {
        return eventKeys.find(member.key) != KeyTable<eventKeyCount>::none && !isHeaderKey(member.key);
    };
    return std::any_of(object.members.begin(), object.members.end(), isEventKey)
        || (!object.members.empty()
            && std::none_of(object.members.begin(), object.members.end(),
                            [](const JsonMember &member) { return isHeaderKey(member.key); }));
}

std::vector<std::string_view> plainObjects(std::string_view bytes)
{
    std::string_view rest = bytes.substr(bytes.starts_with(byteOrderMark) ? byteOrderMark.size() : 0);
    rest = withoutBlanks(rest);
    const bool isList = rest.starts_with('[');
    rest = isList ? withoutBlanks(rest.substr(1)) : rest;
    std::vector<std::string_view> events;
    while (rest.starts_with('{')) {
        const std::size_t extent = events.size() + 1 < limits::envelopeItems ? jsonExtent(rest) : 0;
        std::string_view behind = withoutBlanks(rest.substr(extent));
        const bool isFollowed = behind.starts_with(isList ? ',' : '{');
        const bool isEnd = isList ? behind.starts_with(']') : behind.empty();
        if (extent == 0 || (!isFollowed && !isEnd)) {
            events.push_back(rest);
            break;
        }
        events.push_back(rest.substr(0, extent));
        rest = isFollowed && isList ? withoutBlanks(behind.substr(1)) : behind;
    }
    return events;
}

std::vector<std::string_view> plainEvents(std::string_view bytes)
{
    auto events = plainObjects(bytes);
    return !events.empty() && isEvent(events.front()) ? events : std::vector<std::string_view>();
}

} // namespace picket::protocol
