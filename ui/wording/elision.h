// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QString>

namespace picket::ui {

// `text` as it fits into `width` pixels, cut with "…". To measure a text costs by its length, and rows are painted
// often: only what could fit is measured. GUI thread only.
[[nodiscard]] QString elided(const QString &text, const QFont &font, int width,
                             Qt::TextElideMode mode = Qt::ElideRight);

} // namespace picket::ui
