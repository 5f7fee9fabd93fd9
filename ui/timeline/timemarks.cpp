// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timemarks.h"

#include "ui/theme/theme.h"
#include "ui/wording/text.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <cmath>
#include <set>

namespace picket::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(picket::ui::TimeMarks)
};

constexpr double mostLabel = 180; // pixels
constexpr double leastLabel = 36; // less says nothing
constexpr double besideLine = 4;

int rank(model::MarkKind kind)
{
    return kind == model::MarkKind::Run ? 0 : kind == model::MarkKind::Release ? 1 : 2;
}

// To the right of its line, or to the left of it where the axis ends.
QRectF placeLabel(double x, double width, const QRectF &row, LabelRow &taken)
{
    const double right = x + besideLine;
    const double room = std::min({taken.roomAt(right), row.right() - right, width});
    if (room >= std::min(width, leastLabel)) {
        taken.take(x, right + room);
        return {right, row.top(), room, row.height()};
    }
    const double left = x - besideLine - width;
    if (left >= row.left() && taken.isFree(left, x)) {
        taken.take(left, x);
        return {left, row.top(), width, row.height()};
    }
    return {};
}

} // namespace

QString markText(const model::MarkRow &mark)
{
    const QString clock = clockTime(mark.time).left(5);
    switch (mark.kind) {
    case model::MarkKind::Run:
        return Words::tr("run started %1").arg(clock);
    case model::MarkKind::Release:
    case model::MarkKind::Mark:
        break;
    }
    return mark.label.empty() ? Words::tr("mark %1").arg(clock) : toLine(mark.label, 60);
}

QColor markColor(model::MarkKind kind, const Colors &colors)
{
    return kind == model::MarkKind::Run ? colors.good : kind == model::MarkKind::Release ? colors.accent : colors.muted;
}

std::vector<PlacedMark> placeMarks(const std::vector<model::MarkRow> &marks, const TimeScale &scale, const QRectF &row,
                                   const QFontMetricsF &metrics, LabelRow &taken)
{
    std::vector<const model::MarkRow *> order;
    for (auto mark = marks.rbegin(); mark != marks.rend(); ++mark) {
        order.push_back(&*mark);
    }
    std::stable_sort(order.begin(), order.end(),
                     [](const auto *a, const auto *b) { return rank(a->kind) < rank(b->kind); });
    std::vector<PlacedMark> placed;
    std::set<double> pixels;
    for (const model::MarkRow *mark : order) {
        const double x = std::floor(scale.toPixel(mark->time)) + 0.5;
        if (x < row.left() || x > row.right() || !pixels.insert(x).second) {
            continue;
        }
        const QString text = markText(*mark);
        const double width = std::min(mostLabel, std::ceil(metrics.horizontalAdvance(text)) + 1);
        const QRectF label = placeLabel(x, width, row, taken);
        placed.push_back({mark->kind, x, label, metrics.elidedText(text, Qt::ElideRight, label.width())});
    }
    return placed;
}

void paintMarks(const std::vector<PlacedMark> &marks, double top, double bottom, const Colors &colors,
                QPainter &painter)
{
    double unlabelledTop = top;
    for (const PlacedMark &mark : marks) {
        // Where labels stand above, a line without one would run through somebody else's.
        if (!mark.label.isEmpty() && mark.label.bottom() < (top + bottom) / 2) {
            unlabelledTop = std::max(unlabelledTop, mark.label.bottom());
        }
    }
    for (const PlacedMark &mark : marks) {
        const QColor color = markColor(mark.kind, colors);
        painter.setPen(QPen(color, 1, Qt::DotLine));
        painter.drawLine(QPointF(mark.x, mark.label.isEmpty() ? unlabelledTop : top), QPointF(mark.x, bottom));
        if (!mark.label.isEmpty()) {
            painter.setPen(color);
            painter.drawText(mark.label, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, mark.text);
        }
    }
}

} // namespace picket::ui
