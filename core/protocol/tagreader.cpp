// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/tagreader.h"

#include <algorithm>
#include <array>
#include <unordered_set>

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
                scope.problems->add("invalid_data", "tags." + key, value);
            }
            return true;
        }
    }
    if (std::find(reservedTags.begin(), reservedTags.end(), key) != reservedTags.end()) {
        scope.problems->add("invalid_data", "tags." + key, value);
        return true;
    }
    return false;
}

} // namespace

void readTags(model::Event &event, const JsonNode &node, const ReadScope &scope)
{
    std::vector<model::TextPair> pairs = readPairs(node, "tags", scope);
    std::unordered_set<std::string> seen;
    event.tags.reserve(pairs.size());
    for (model::TextPair &tag : pairs) {
        if (tag.first.empty() || tag.second.empty() || !seen.insert(tag.first).second || moveAway(event, tag, scope)) {
            continue;
        }
        event.tags.push_back(std::move(tag));
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
