// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/valuetree.h"

#include <unordered_map>

namespace picket::formats {

using model::Value;

Members withUniqueKeys(Members &&members)
{
    std::unordered_map<std::string, std::size_t> places;
    Members unique;
    unique.reserve(members.size());
    for (auto &[key, value] : members) {
        const auto [place, isNew] = places.try_emplace(key, unique.size());
        if (isNew) {
            unique.emplace_back(std::move(key), std::move(value));
        } else {
            unique[place->second].second = std::move(value);
        }
    }
    return unique;
}

Value withMembersOf(Value object, const Value &more)
{
    if (more.members().empty()) {
        return object;
    }
    Members result = object.members();
    for (const auto &[key, value] : more.members()) {
        if (object[key].isAbsent()) {
            result.emplace_back(key, value);
        }
    }
    return Value::object(std::move(result));
}

Value merged(Value base, Value over)
{
    if (over.isAbsent() || over.kind() == Value::Kind::Null) {
        return base;
    }
    if (base.kind() != Value::Kind::Object || over.kind() != Value::Kind::Object) {
        return over;
    }
    Members members = base.members();
    std::unordered_map<std::string, std::size_t> places;
    for (std::size_t i = 0; i < members.size(); ++i) {
        places.emplace(members[i].first, i);
    }
    for (const auto &[key, value] : over.members()) {
        if (const auto place = places.find(key); place != places.end()) {
            Value &target = members[place->second].second;
            target = merged(std::move(target), value);
        } else {
            members.emplace_back(key, value);
        }
    }
    return Value::object(std::move(members));
}

void addText(Members &members, std::string_view key, std::string_view text)
{
    if (!text.empty()) {
        members.emplace_back(key, Value::string(std::string(text)));
    }
}

void addNumber(Members &members, std::string_view key, std::int64_t number)
{
    members.emplace_back(key, Value::number(std::to_string(number)));
}

void addObject(Members &members, std::string_view key, Members object)
{
    if (!object.empty()) {
        members.emplace_back(key, Value::object(std::move(object)));
    }
}

void addArray(Members &members, std::string_view key, std::vector<Value> items)
{
    if (!items.empty()) {
        members.emplace_back(key, Value::array(std::move(items)));
    }
}

} // namespace picket::formats
