// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/roles.h"

namespace picket::ui {

// What models of an event's own data tell beside the roles of roles.h.
enum ValueRole {
    CopyRole = Qt::UserRole + 200, // QString: the whole value, uncut, as it was sent
    CopyJsonRole, // QString: the value as JSON, numbers with the digits that were sent
    PathRole, // QString: where the value stands, "item.product[0]"
    WholeRole, // QString: the whole value as visible text
    ValueKindRole, // int of ValueKind
    ShareRole, // double, 0 to 1: how much of the whole the row stands for
    IconNameRole, // QString: a name for icon()
};

// What a value is, where its colour says more than its tone.
enum class ValueKind {
    Text,
    Number,
    Truth, // true, False …
    Nothing, // null, None …
    Preview, // what a container holds, in short
    Note, // our words, not the event's
};

} // namespace picket::ui
