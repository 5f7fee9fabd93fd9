// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/values/valueroles.h"

namespace picket::ui {

// What the model of a trace tells beside the roles of roles.h. Shares are of the axis: 0 is its beginning, 1 its end;
// what lies outside is below 0 or above 1.
enum TraceRole {
    OperationRole = Qt::UserRole + 300, // QString: of a span its operation, of events and logs the word of their level
    DescriptionRole, // QString
    BarFromRole, // double; a moment is no bar
    BarToRole, // double
    MomentRole, // double: an event or a log happened there
};

} // namespace picket::ui
