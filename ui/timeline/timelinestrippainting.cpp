// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelinestrippainting.h"

#include "ui/theme/stylepainting.h"
#include "ui/theme/theme.h"
#include "ui/timeline/timemarks.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace picket::ui {

namespace {

constexpr int labelHeight = 16;
constexpr int belowBars = 8;
constexpr int apart = 2; // pixels between bars
constexpr int leastBar = 2; // one event among thousands is seen

QColor mixed(const QColor &a, const QColor &b, double share)
{
    const auto part = [share](int x, int y) {
        return static_cast<int>(std::lround(x * share + y * (1 - share)));
    };
    return {part(a.red(), b.red()), part(a.green(), b.green()), part(a.blue(), b.blue())};
}

void paintBars(const StripPicture &picture, const Colors &colors, QPainter &painter)
{
    const model::Histogram &histogram = picture.content.histogram;
    const std::int64_t most = *std::max_element(histogram.events.begin(), histogram.events.end());
    const int base = picture.rect.bottom() - belowBars;
    const int room = base - picture.rect.top() - labelHeight;
    const QColor plain = mixed(colors.accent, colors.base, 0.65);
    for (std::size_t i = 0; i < histogram.events.size(); ++i) {
        const QRect column = stripColumn(picture, i);
        const bool isNew = histogram.newIssues[i] > 0;
        if (picture.hovered == i || picture.cursor == i) {
            painter.fillRect(column, colors.selected);
        }
        if (histogram.events[i] > 0) {
            const auto share = static_cast<double>(histogram.events[i]) / static_cast<double>(most);
            const int height = std::max(leastBar, static_cast<int>(std::lround(share * room)));
            painter.fillRect(QRect(column.left(), base - height, column.width(), height), isNew ? colors.error : plain);
        }
    }
}

void paintBand(const StripPicture &picture, const Colors &colors, QPainter &painter)
{
    const auto left = static_cast<int>(std::lround(picture.band->first));
    const auto right = static_cast<int>(std::lround(picture.band->second));
    QColor fill = colors.accent;
    fill.setAlpha(44);
    const QRect band(left, picture.rect.top(), std::max(1, right - left), picture.rect.height());
    painter.fillRect(band, fill);
    painter.fillRect(QRect(band.left(), band.top(), 1, band.height()), colors.accent);
    painter.fillRect(QRect(band.right(), band.top(), 1, band.height()), colors.accent);
}

} // namespace

QRect stripColumn(const StripPicture &picture, std::size_t bar)
{
    const model::Histogram &histogram = picture.content.histogram;
    const auto at = [&](std::size_t i) {
        return static_cast<int>(
            std::lround(picture.scale.toPixel(histogram.from + histogram.span * static_cast<std::int64_t>(i))));
    };
    const int left = at(bar);
    return {left, picture.rect.top(), std::max(1, at(bar + 1) - left - apart), picture.rect.height()};
}

void paintStrip(const StripPicture &picture, const Colors &colors, QPainter &painter)
{
    const QRect &rect = picture.rect;
    painter.fillRect(rect, colors.base);
    const bool anyEvent = picture.content.events() > 0;
    if (anyEvent) {
        paintBars(picture, colors, painter);
    }
    painter.fillRect(QRect(rect.left(), rect.bottom() - belowBars, rect.width(), 1), colors.hairline);
    if (picture.band) {
        paintBand(picture, colors, painter);
    }
    LabelRow labels;
    if (!picture.chip.isEmpty()) {
        labels.take(picture.chip.left(), picture.chip.right());
    }
    const QRectF row(picture.scale.left(), rect.top() + 2, picture.scale.right() - picture.scale.left(), labelHeight);
    paintMarks(placeMarks(picture.content.marks, picture.scale, row, QFontMetricsF(painter.font()), labels), rect.top(),
               rect.bottom() - 3, colors, painter);
    if (!anyEvent) {
        painter.setPen(colors.muted);
        painter.drawText(rect, Qt::AlignCenter,
                         QCoreApplication::translate("picket::ui::TimelineStrip", "No events in this time"));
    }
    painting::outline(QRect(rect.left(), rect.bottom(), rect.width(), 1), colors.hairline, &painter);
}

} // namespace picket::ui
