// SPDX-License-Identifier: GPL-3.0-or-later
// Building event trees out of model::Value. Pure; any thread.
#pragma once

#include "core/model/value.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace picket::formats {

using Members = std::vector<model::Value::Member>;

// Leaves each key once, in its first place with its last value, as model::Value::object() demands. n log n.
[[nodiscard]] Members withUniqueKeys(Members &&members);

// An object with the members of `more` that it does not have yet; either may be absent.
[[nodiscard]] model::Value withMembersOf(model::Value object, const model::Value &more);

// Objects are merged member by member at every level; elsewhere `over` wins unless it is absent or null.
[[nodiscard]] model::Value merged(model::Value base, model::Value over);

// Appends a string unless it is empty.
void addText(Members &members, std::string_view key, std::string_view text);
void addNumber(Members &members, std::string_view key, std::int64_t number);
// Appends a container unless it is empty.
void addObject(Members &members, std::string_view key, Members object);
void addArray(Members &members, std::string_view key, std::vector<model::Value> items);

} // namespace picket::formats
