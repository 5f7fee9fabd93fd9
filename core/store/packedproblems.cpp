// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/packedproblems.h"

#include "core/store/packed.h"

namespace picket::store {

std::string packProblems(const std::vector<model::Problem> &problems)
{
    std::string packed;
    for (const model::Problem &problem : problems) {
        packString(packed, problem.type);
        packString(packed, problem.name);
        packString(packed, problem.value);
    }
    return packed;
}

std::vector<model::Problem> unpackProblems(std::string_view packed)
{
    std::vector<model::Problem> problems;
    Unpacker unpacker(packed);
    while (!unpacker.atEnd()) {
        auto type = unpacker.string();
        auto name = unpacker.string();
        auto value = unpacker.string();
        if (!value) {
            break;
        }
        problems.push_back({std::move(*type), std::move(*name), std::move(*value)});
    }
    return problems;
}

} // namespace picket::store
