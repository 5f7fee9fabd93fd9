// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/eventrest.h"

#include <array>
#include <vector>

namespace picket::protocol {

namespace {

struct Alias {
    EventKey key;
    EventKey legacy;
};
constexpr std::array aliases{
    Alias{EventKey::Logentry, EventKey::LegacyLogentry},
    Alias{EventKey::Exception, EventKey::LegacyException},
    Alias{EventKey::Stacktrace, EventKey::LegacyStacktrace},
    Alias{EventKey::Template, EventKey::LegacyTemplate},
    Alias{EventKey::Threads, EventKey::LegacyThreads},
    Alias{EventKey::Breadcrumbs, EventKey::LegacyBreadcrumbs},
    Alias{EventKey::Request, EventKey::LegacyRequest},
    Alias{EventKey::User, EventKey::LegacyUser},
    Alias{EventKey::Contexts, EventKey::LegacyContexts},
    Alias{EventKey::DebugMeta, EventKey::LegacyDebugMeta},
    Alias{EventKey::Csp, EventKey::LegacyCsp},
    Alias{EventKey::Hpkp, EventKey::LegacyHpkp},
    Alias{EventKey::Expectct, EventKey::LegacyExpectct},
    Alias{EventKey::Expectstaple, EventKey::LegacyExpectstaple},
};

// What an interface's older name holds beside the newer one is read by nothing else.
void keepAliases(const EventFields &fields, const ReadScope &scope)
{
    for (const Alias &alias : aliases) {
        if (!fields[alias.key].isNothing() && !fields[alias.legacy].isNothing()) {
            scope.problems->keep(eventKeys.name(static_cast<std::size_t>(alias.legacy)));
        }
    }
}

// The event as its parts' readers know it: interfaces by their newer names.
JsonNode underNewNames(const JsonNode &root, const EventFields &fields, std::vector<JsonMember> &members)
{
    members.assign(root.members.begin(), root.members.end());
    for (const Alias &alias : aliases) {
        if (fields[alias.key].isNothing() && !fields[alias.legacy].isNothing()) {
            members.push_back({eventKeys.name(static_cast<std::size_t>(alias.key)), fields[alias.legacy]});
        }
    }
    return {JsonNode::Kind::Object, {}, std::span<const JsonMember>(members)};
}

} // namespace

model::Value readOther(const JsonNode &root, const EventFields &fields, const Leftovers &left, const ReadScope &scope)
{
    std::vector<JsonMember> members;
    keepAliases(fields, scope);
    return left.notIn(underNewNames(root, fields, members),
                      [](std::string_view key) { return eventKeys.find(key) != KeyTable<eventKeyCount>::none; });
}

} // namespace picket::protocol
