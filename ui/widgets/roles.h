// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <Qt>

namespace picket::ui {

// What models tell beside Qt's own roles. Models give facts; how they look is the delegates' business.
enum Role {
    LoadingRole = Qt::UserRole + 1, // bool: the row is being fetched, what it shows is a placeholder
    LevelRole, // int of model::Level
    CulpritRole, // QString
    StatusRole, // QString; empty: unresolved
    ProjectRole, // QString
    ReleaseRole, // QString
    TrendRole, // QList<int>: events an hour, oldest first
    ToneRole, // int of Tone: of the cell
    BarRole, // int of Tone: of the row
    HeadingRole, // bool: the row names the rows below it
    InAppRole, // bool
    CodeRole, // bool: code or a value, to be shown in the monospace
};

// What a cell means, not how it is coloured.
enum class Tone { Normal, Quiet, Good, Warning, Bad };

} // namespace picket::ui
