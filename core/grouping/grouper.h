// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/event.h"
#include "core/model/grouping.h"

#include <string>

namespace picket::grouping {

// Version of the rules below. Stored with each hash, so that a later change can keep the old ones as secondary keys.
inline constexpr int algorithmVersion = 1;

// Event -> issue key, with the explanation (PROTOCOL D.1 to D.8, D.10, and the local minimum of D.9). Pure, any thread;
// works on a Detail::Summary event.
[[nodiscard]] model::Grouping group(const model::Event &event);

// Replaces the variable pieces of a message by names such as <int> or <uuid> (PROTOCOL D.8).
[[nodiscard]] std::string parameterise(const std::string &utf8);

} // namespace picket::grouping
