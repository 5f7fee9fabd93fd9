// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/value.h"

#include <algorithm>

namespace picket::model {

Value Value::null()
{
    Value value;
    value.m_kind = Kind::Null;
    return value;
}

Value Value::boolean(bool truth)
{
    Value value;
    value.m_kind = Kind::Bool;
    value.m_text = truth ? "true" : "false";
    return value;
}

Value Value::number(std::string token)
{
    Value value;
    value.m_kind = Kind::Number;
    value.m_text = std::move(token);
    return value;
}

Value Value::string(std::string utf8)
{
    Value value;
    value.m_kind = Kind::String;
    value.m_text = std::move(utf8);
    return value;
}

Value Value::array(std::vector<Value> items)
{
    Value value;
    value.m_kind = Kind::Array;
    value.m_members.reserve(items.size());
    for (Value &item : items) {
        value.m_members.emplace_back(std::string(), std::move(item));
    }
    return value;
}

Value Value::object(std::vector<Member> members)
{
    Value value;
    value.m_kind = Kind::Object;
    value.m_members = std::move(members);
    return value;
}

const Value &Value::operator[](std::string_view key) const
{
    static const Value absent;
    const auto it =
        std::find_if(m_members.begin(), m_members.end(), [key](const Member &member) { return member.first == key; });
    return it != m_members.end() ? it->second : absent;
}

bool operator==(const Value &a, const Value &b)
{
    return a.m_kind == b.m_kind && a.m_text == b.m_text && a.m_members == b.m_members;
}

} // namespace picket::model
