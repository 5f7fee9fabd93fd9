// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/event.h"
#include "core/protocol/json.h"

#include <string>
#include <string_view>
#include <vector>

namespace picket::protocol {

// Collects what the reader had to mend or leave out, at most limits::problems of it. Any one thread at a time.
class Problems final
{
public:
    // `type` and `name` as in model::Problem; long values are cut with a mark.
    void add(std::string_view type, std::string_view name, std::string_view value = {});
    // A value of the wrong type; null and absent values are no problem and ignored.
    void invalid(std::string_view name, const JsonNode &node);

    [[nodiscard]] std::vector<model::Problem> take() { return std::move(m_problems); }

private:
    std::vector<model::Problem> m_problems;
};

} // namespace picket::protocol
