// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/event.h"

#include <QByteArray>

namespace picket::ui {

// The stacks of an event as its language prints them, for reading and pasting: Python's traceback, Java's "at", and so
// on; for the others a general form. Exceptions with their causes and groups, else the event's own stack, else its
// threads. Visible UTF-8 without NUL; overlong lines are cut with a mark. Empty without a stack or an exception. Pure.
[[nodiscard]] QByteArray stackText(const model::Event &event);

} // namespace picket::ui
