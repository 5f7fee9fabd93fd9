// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/event.h"
#include "core/model/grouping.h"

#include <string>

namespace picket::grouping {

// Version of the rules below. Stored with each hash, so that a later change can keep the old ones as secondary keys.
inline constexpr int algorithmVersion = 2;

// Whether Grouping::variants is filled. Storing an event needs the keys only; the tree costs as much again.
enum class Explain { No, Yes };

// Event -> issue key, with the explanation (PROTOCOL D.1 to D.8, D.10, and the local minimum of D.9). Pure, any thread;
// works on a Detail::Summary event. The work is bounded whatever the event holds (limits.h, "Grouping").
//
// The explanation: variants, each with the components that were looked at, down to leaves with a value. A part counts
// when `contributes`; the leaves that count are exactly what the variant's hash is made of. Hint codes: hints.h. The
// "frame" children of a "stacktrace" are its newest frames in the order sent, so the last child is the last frame.
[[nodiscard]] model::Grouping group(const model::Event &event, Explain explain = Explain::Yes);

// Replaces the variable pieces of a message by names such as <int> or <uuid> (PROTOCOL D.8). Text beyond
// limits::parameterised is cut, with "..." in its place.
[[nodiscard]] std::string parameterise(const std::string &utf8);

} // namespace picket::grouping
