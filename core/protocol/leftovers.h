// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/protocol/coercions.h"

#include <string_view>
#include <vector>

namespace picket::protocol {

// What the reader of an object has no place for: the members that it does not know, and those that were not understood
// since this began, all as they came. A reader makes one before it reads the first member, and asks it at the end. In a
// Summary nothing is left over.
class Leftovers final
{
public:
    explicit Leftovers(const ReadScope &scope)
        : Leftovers(scope, scope.problems->mark())
    {
    }
    Leftovers(const ReadScope &scope, std::size_t mark)
        : m_scope(scope)
        , m_mark(mark)
    {
    }

    // Of a list of the members that are known. Absent when nothing is left over.
    template <class Keys> [[nodiscard]] model::Value of(const JsonNode &object, const Keys &known) const
    {
        return notIn(object, [&known](std::string_view key) {
            for (const std::string_view name : known) {
                if (name == key) {
                    return true;
                }
            }
            return false;
        });
    }
    template <class IsKnown> [[nodiscard]] model::Value notIn(const JsonNode &object, const IsKnown &isKnown) const
    {
        std::vector<JsonMember> unknown;
        if (m_scope.isFull() && object.isObject()) {
            for (const JsonMember &member : object.members) {
                if (!isKnown(member.key)) {
                    unknown.push_back(member);
                }
            }
        }
        return with(unknown, object);
    }
    // The whole node, which is not of the shape that its reader expects.
    [[nodiscard]] model::Value whole(const JsonNode &node) const;

private:
    [[nodiscard]] model::Value with(const std::vector<JsonMember> &unknown, const JsonNode &object) const;

    const ReadScope &m_scope;
    std::size_t m_mark;
};

// Hands what an object's reader left over to the reader of the object around it, which keeps it as its member `key`.
void keepRest(std::string_view key, model::Value rest, const ReadScope &scope);

// What PHP sends for an empty object.
[[nodiscard]] inline bool isEmptyList(const JsonNode &node)
{
    return node.isArray() && node.members.empty();
}

} // namespace picket::protocol
