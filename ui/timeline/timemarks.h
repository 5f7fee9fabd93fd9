// SPDX-License-Identifier: GPL-3.0-or-later
// Marks, runs and releases on an axis of time: thin dotted lines with labels that never overlap. GUI thread only.
#pragma once

#include "core/model/rows.h"
#include "ui/widgets/labelrow.h"
#include "ui/wording/timescale.h"

#include <QColor>
#include <QRectF>
#include <QString>

#include <vector>

class QFontMetricsF;
class QPainter;

namespace picket::ui {

struct Colors;

// "shop@1.4.2", "run started 09:58", what somebody wrote
[[nodiscard]] QString markText(const model::MarkRow &mark);
[[nodiscard]] QColor markColor(model::MarkKind kind, const Colors &colors);

struct PlacedMark {
    model::MarkKind kind = model::MarkKind::Mark;
    double x = 0;
    QRectF label; // empty: there was no room for it
    QString text; // elided
};

// One for each pixel that has marks on the axis. Where room is scarce runs come before releases before marks, newer
// ones before older ones. Labels stand in `row`, inside of it.
[[nodiscard]] std::vector<PlacedMark> placeMarks(const std::vector<model::MarkRow> &marks, const TimeScale &scale,
                                                 const QRectF &row, const QFontMetricsF &metrics, LabelRow &taken);

void paintMarks(const std::vector<PlacedMark> &marks, double top, double bottom, const Colors &colors,
                QPainter &painter);

} // namespace picket::ui
