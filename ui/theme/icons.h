// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QString>

namespace picket::ui {

// GUI thread only. One of our own line icons (resources/icons/<name>.svg, drawn in currentColor on 16 x 16), painted in
// the palette's colours at the moment of painting: it follows a change of theme by itself, at any scale.
[[nodiscard]] QIcon icon(const QString &name);

// The application's icon, in its own colours.
[[nodiscard]] QIcon applicationIcon();

} // namespace picket::ui
