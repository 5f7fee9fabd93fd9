// SPDX-License-Identifier: GPL-3.0-or-later
// An event's surroundings as groups of a tree of values: pure, any thread. Nothing of the event is copied that it holds
// as a tree itself: the roots keep the event alive.
#pragma once

#include "core/query/eventdetail.h"
#include "ui/values/valuesearch.h"

#include <memory>
#include <vector>

namespace picket::ui {

using SharedDetail = std::shared_ptr<const query::EventDetail>;

// User, contexts, extra, the event's own attributes, SDK, modules, problems and what has no place elsewhere.
[[nodiscard]] std::vector<ValueRoot> contextRoots(const SharedDetail &detail);

// The request's parts; none when the event has no request.
[[nodiscard]] std::vector<ValueRoot> requestRoots(const SharedDetail &detail);

// "GET https://shop.test/cart"; empty without a request.
[[nodiscard]] QString requestLine(const model::Event &event);

} // namespace picket::ui
