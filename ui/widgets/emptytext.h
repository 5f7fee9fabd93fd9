// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QWidget;

namespace picket::ui {

// GUI thread, while `area` is painted. What stands in a list that has no rows.
void paintEmptyText(QWidget &area, const QString &text);

} // namespace picket::ui
