// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/grouping/eventcomponents.h"
#include "core/model/grouping.h"

namespace picket::grouping {

// Fills title, culprit, type and value: the event's own words, never parameterised (PROTOCOL D.10).
void fillTitle(model::Grouping &grouping, const EventComponents &components);

} // namespace picket::grouping
