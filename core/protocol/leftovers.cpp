// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/leftovers.h"

#include "core/base/limits.h"

#include <algorithm>

namespace picket::protocol {

model::Value Leftovers::whole(const JsonNode &node) const
{
    static_cast<void>(m_scope.problems->takeSince(m_mark));
    return m_scope.isFull() ? readAnything(node) : model::Value();
}

model::Value Leftovers::with(const std::vector<JsonMember> &unknown, const JsonNode &object) const
{
    std::vector<Problems::Left> left = m_scope.problems->takeSince(m_mark);
    if (!m_scope.isFull() || (unknown.empty() && left.empty())) {
        return {};
    }
    const model::Value rest =
        toValue({JsonNode::Kind::Object, {}, std::span<const JsonMember>(unknown)}, limits::jsonTreeDepth);
    std::vector<model::Value::Member> members = rest.members();
    // A member of which something else is not understood, too, is kept whole.
    std::stable_partition(left.begin(), left.end(), [](const Problems::Left &noted) { return noted.value.isAbsent(); });
    for (Problems::Left &noted : left) {
        const bool isThere = std::any_of(members.begin(), members.end(),
                                         [&](const model::Value::Member &member) { return member.first == noted.key; });
        model::Value value = noted.value.isAbsent() ? readAnything(object[noted.key]) : std::move(noted.value);
        if (!isThere && !value.isAbsent()) {
            members.emplace_back(std::move(noted.key), std::move(value));
        }
    }
    return members.empty() ? model::Value() : model::Value::object(std::move(members));
}

void keepRest(std::string_view key, model::Value rest, const ReadScope &scope)
{
    if (!rest.isAbsent()) {
        scope.problems->keep(key, std::move(rest));
    }
}

} // namespace picket::protocol
