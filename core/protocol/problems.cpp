// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/problems.h"

#include "core/base/limits.h"
#include "core/protocol/utf8.h"

namespace picket::protocol {

void Problems::add(std::string_view type, std::string_view name, std::string_view value)
{
    if (m_problems.size() < limits::problems) {
        m_problems.push_back({std::string(type), std::string(name), cutWithMark(value, limits::shortText)});
    }
}

void Problems::invalid(std::string_view name, const JsonNode &node)
{
    if (!node.isNothing() && m_problems.size() < limits::problems) {
        add("invalid_data", name, toJson(node));
    }
}

} // namespace picket::protocol
