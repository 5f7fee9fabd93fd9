// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/problems.h"

#include "core/base/limits.h"
#include "core/base/utf8.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace picket::protocol {

bool Problems::add(std::string_view type, std::string_view name, std::string_view value)
{
    if (m_problems.size() >= limits::problems) {
        ++m_beyond;
        return false;
    }
    m_problems.push_back({std::string(type), std::string(name), cutWithMark(value, limits::shortText)});
    return m_problems.back().value == value;
}

void Problems::invalid(std::string_view name, const JsonNode &node)
{
    if (node.isNothing()) {
        return;
    }
    keep(name.substr(name.rfind('.') + 1));
    add("invalid_data", name, m_problems.size() < limits::problems ? toJson(node) : std::string());
}

void Problems::keep(std::string_view key, model::Value value)
{
    const bool isNoted =
        !m_left.empty() && m_left.back().key == key && m_left.back().value.isAbsent() && value.isAbsent();
    if (!isNoted) {
        m_left.push_back({std::string(key), std::move(value)});
    }
}

std::vector<Problems::Left> Problems::takeSince(std::size_t mark)
{
    const auto first = m_left.begin() + static_cast<std::ptrdiff_t>(std::min(mark, m_left.size()));
    std::vector<Left> left(std::make_move_iterator(first), std::make_move_iterator(m_left.end()));
    m_left.erase(first, m_left.end());
    return left;
}

std::vector<model::Problem> Problems::take()
{
    if (m_beyond > 0) {
        m_problems.push_back({"problems_over_limit", {}, std::to_string(std::exchange(m_beyond, 0))});
    }
    return std::exchange(m_problems, {});
}

} // namespace picket::protocol
