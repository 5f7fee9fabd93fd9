// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/tagreader.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

namespace picket::protocol {

namespace {

struct MovedTag {
    std::string_view key;
    std::string model::Event::*attribute;
};

constexpr std::array movedTags{
    MovedTag{"release", &model::Event::release},
    MovedTag{"dist", &model::Event::dist},
    MovedTag{"environment", &model::Event::environment},
    MovedTag{"server_name", &model::Event::serverName},
};

constexpr std::array<std::string_view, 3> reservedTags{"user", "filename", "function"};

// What is no tag of the event, or not the first of its key, is told; a long one is kept whole beside it.
void tell(const model::TextPair &tag, const ReadScope &scope)
{
    if (!scope.problems->add("invalid_data", "tags." + tag.first, tag.second)) {
        scope.problems->keep("tags");
    }
}

// True when the tag is no tag of the event.
bool moveAway(model::Event &event, const model::TextPair &tag, const ReadScope &scope)
{
    const auto &[key, value] = tag;
    for (const MovedTag &moved : movedTags) {
        if (moved.key == key) {
            std::string &attribute = event.*moved.attribute;
            if (attribute.empty()) {
                attribute = value;
            } else if (attribute != value) {
                tell(tag, scope);
            }
            return true;
        }
    }
    if (std::find(reservedTags.begin(), reservedTags.end(), key) != reservedTags.end()) {
        tell(tag, scope);
        return true;
    }
    return false;
}

} // namespace

void readTags(model::Event &event, const JsonNode &node, const ReadScope &scope)
{
    std::vector<model::TextPair> pairs = readPairs(node, "tags", scope);
    std::unordered_map<std::string, std::string> seen;
    event.tags.reserve(pairs.size());
    for (model::TextPair &tag : pairs) {
        const auto [first, isNew] = seen.try_emplace(tag.first, tag.second);
        if (!isNew) {
            if (first->second != tag.second) {
                tell(tag, scope);
            }
        } else if (tag.first.empty()) {
            tell(tag, scope);
        } else if (!moveAway(event, tag, scope)) {
            event.tags.push_back(std::move(tag));
        }
    }
}

void addTag(model::Event &event, std::string key, std::string value)
{
    const bool there =
        std::any_of(event.tags.begin(), event.tags.end(), [&](const auto &tag) { return tag.first == key; });
    if (!there) {
        event.tags.emplace_back(std::move(key), std::move(value));
    }
}

} // namespace picket::protocol
