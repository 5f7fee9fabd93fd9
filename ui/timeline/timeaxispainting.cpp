// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timeaxispainting.h"

#include "ui/theme/theme.h"
#include "ui/wording/timeticks.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace picket::ui {

namespace {

constexpr double dot = 3.5;
constexpr double leastBar = 3;

class AxisPainter final
{
public:
    AxisPainter(const AxisPicture &picture, const Theme &theme, QPainter &painter)
        : m_picture(picture)
        , m_theme(theme)
        , m_colors(theme.colors())
        , m_painter(painter)
        , m_metrics(painter.font())
    {
    }

    void paint()
    {
        const AxisLanes &lanes = m_picture.lanes;
        paintTicks();
        paintShownEvent();
        if (!lanes.events.isEmpty()) {
            paintEvents();
        }
        if (!lanes.crumbs.isEmpty()) {
            paintCrumbs();
        }
    }

private:
    void horizontal(double y)
    {
        m_painter.fillRect(QRectF(0, std::floor(y), m_picture.lanes.events.width(), 1), m_colors.hairline);
    }

    // Marks have the first word on the line of ticks.
    void paintTicks()
    {
        const QRectF row = m_picture.lanes.ticks;
        const double top = m_picture.lanes.crumbs.isEmpty() ? m_picture.lanes.events.top() : 0;
        LabelRow labels;
        const auto marks = placeMarks(m_picture.marks, m_picture.scale, row, m_metrics, labels);
        if (!row.isEmpty()) {
            horizontal(row.top());
            for (const TimeTick &tick : timeTicks(m_picture.scale, m_metrics.averageCharWidth())) {
                paintTick(tick, row, labels);
            }
        }
        paintMarks(marks, top, row.isEmpty() ? m_picture.lanes.events.bottom() : row.bottom(), m_colors, m_painter);
    }

    void paintTick(const TimeTick &tick, const QRectF &row, LabelRow &labels)
    {
        const double x = std::floor(m_picture.scale.toPixel(tick.time));
        m_painter.fillRect(QRectF(x, row.top(), 1, 4), m_colors.muted);
        const double width = std::ceil(m_metrics.horizontalAdvance(tick.label)) + 2;
        const double left = std::floor(x - width / 2);
        if (left >= 0 && left + width <= row.right() && labels.isFree(left, left + width)) {
            labels.take(left, left + width);
            m_painter.setPen(m_colors.muted);
            m_painter.drawText(QRectF(left, row.top() + 3, width, row.height() - 3), Qt::AlignCenter, tick.label);
        }
    }

    void paintShownEvent()
    {
        if (!m_picture.crumbs.detail) {
            return;
        }
        const double x = std::floor(m_picture.scale.toPixel(m_picture.crumbs.event));
        const QRectF lane = m_picture.lanes.events;
        m_painter.fillRect(QRectF(x - 4, lane.top() + 1, 9, lane.height() - 2), m_colors.selected);
        m_painter.fillRect(QRectF(x, lane.top() + 1, 1, lane.height() - 2), m_colors.accent);
    }

    void paintEvents()
    {
        const QRectF lane = m_picture.lanes.events;
        const auto columns = eventColumns(m_picture.events, m_picture.scale, lane.left() - dot, lane.right() + dot);
        const double allColumns = lane.width() / columnWidth;
        const std::size_t shown = columns.empty() ? 0 : columns.back().last - columns.front().first;
        const bool dense = static_cast<double>(shown) > allColumns / 6;
        std::size_t most = 1;
        for (const EventColumn &column : columns) {
            most = std::max(most, column.count());
        }
        horizontal(dense ? lane.bottom() - 1 : lane.center().y());
        for (const EventColumn &column : columns) {
            const QColor color = m_theme.levelColor(column.level);
            if (dense) {
                const double share = static_cast<double>(column.count()) / static_cast<double>(most);
                const double height = std::round(std::max(leastBar, share * (lane.height() - 5)));
                const double left = std::floor(column.x / columnWidth) * columnWidth;
                m_painter.fillRect(QRectF(left, lane.bottom() - 1 - height, columnWidth, height), color);
            } else {
                paintDot({column.x, lane.center().y() + 0.5}, column.count() > 1 ? dot + 1 : dot, color);
            }
        }
    }

    void paintDot(const QPointF &center, double radius, const QColor &color)
    {
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(color);
        m_painter.drawEllipse(center, radius, radius);
    }

    void paintCrumbs()
    {
        horizontal(m_picture.lanes.line);
        const auto placed = placeCrumbs(m_picture.crumbs, m_picture.scale, m_picture.lanes, m_metrics);
        for (const PlacedCrumb &crumb : placed) {
            if (!crumb.label.isEmpty()) {
                paintLabel(crumb);
            }
        }
        // The event comes first in the list and last on the line, over breadcrumbs of the same pixel.
        for (auto crumb = placed.rbegin(); crumb != placed.rend(); ++crumb) {
            paintCrumb(*crumb);
        }
    }

    void paintLabel(const PlacedCrumb &crumb)
    {
        const double line = m_picture.lanes.line;
        const double x = std::floor(crumb.x);
        const double top = crumb.above ? crumb.label.bottom() : line;
        m_painter.fillRect(QRectF(x, top, 1, crumb.above ? line - top : crumb.label.top() - line), m_colors.hairline);
        QRectF text = crumb.label;
        if (m_picture.lanes.labelLines > 1) {
            QRectF distance = text;
            distance.setHeight(text.height() / 2);
            text.setHeight(text.height() / 2);
            (crumb.above ? text : distance).translate(0, crumb.label.height() / 2);
            m_painter.setPen(m_colors.muted);
            m_painter.drawText(distance, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, crumb.distance);
        }
        m_painter.setPen(m_colors.text);
        m_painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, crumb.text);
    }

    void paintCrumb(const PlacedCrumb &crumb)
    {
        const QPointF center(crumb.x, m_picture.lanes.line);
        if (crumb.point < 0) {
            paintDot(center, dot + 1, m_theme.levelColor(m_picture.crumbs.detail->event.level));
            return;
        }
        const CrumbPoint &point = m_picture.crumbs.points[static_cast<std::size_t>(crumb.point)];
        if (point.position == m_picture.chosenCrumb) {
            paintDot(center, dot + 3, m_colors.accent);
            paintDot(center, dot + 1.5, m_colors.base);
        }
        paintDot(center, dot, m_theme.levelColor(point.level));
    }

    const AxisPicture &m_picture;
    const Theme &m_theme;
    const Colors &m_colors;
    QPainter &m_painter;
    QFontMetricsF m_metrics;
};

} // namespace

void paintTimeAxis(const AxisPicture &picture, const Theme &theme, QPainter &painter)
{
    painter.setRenderHint(QPainter::Antialiasing);
    AxisPainter(picture, theme, painter).paint();
}

} // namespace picket::ui
