// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timeaxisview.h"

#include "ui/theme/stylepainting.h"
#include "ui/theme/theme.h"
#include "ui/timeline/timeaxispainting.h"
#include "ui/values/breadcrumbtext.h"
#include "ui/wording/text.h"
#include "ui/wording/timeticks.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace picket::ui {

namespace {

constexpr double leftMargin = 16;
constexpr double rightMargin = 72; // for the event's own label
constexpr double reach = 5; // pixels by which one may miss
constexpr qsizetype tipMessage = 300; // characters

} // namespace

TimeAxisView::TimeAxisView(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_scale({fromMicros(0), fromMicros(1'000'000)}, leftMargin, leftMargin + 1)
{
    setAccessibleName(tr("Timeline"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void TimeAxisView::setCrumbs(EventCrumbs crumbs)
{
    m_crumbs = std::move(crumbs);
    describe();
    update();
}

void TimeAxisView::setEvents(std::span<const model::EventPoint> events)
{
    m_events = events;
    describe();
    update();
}

void TimeAxisView::setMarks(std::vector<model::MarkRow> marks)
{
    m_marks = std::move(marks);
    update();
}

void TimeAxisView::setChosenCrumb(int position)
{
    m_chosenCrumb = position;
    if (const CrumbPoint *point = m_crumbs.find(position)) {
        bringIntoView(point->time);
    }
    describe();
    update();
}

void TimeAxisView::setEmptyText(const QString &text)
{
    m_emptyText = text;
    describe();
    update();
}

void TimeAxisView::fit(const store::TimeRange &range)
{
    setScale({range, leftMargin, std::max(leftMargin + 1, width() - rightMargin)});
}

void TimeAxisView::setScale(const TimeScale &scale)
{
    m_scale = scale;
    describe();
    update();
    Q_EMIT rangeChanged();
}

store::TimeRange TimeAxisView::visibleRange() const
{
    return {m_scale.toTime(0), m_scale.toTime(width())};
}

void TimeAxisView::bringIntoView(Timestamp time)
{
    const double x = m_scale.toPixel(time);
    if (x < 0 || x > width()) {
        const auto half = (m_scale.range().to - m_scale.range().from) / 2;
        setScale({{time - half, time + half}, m_scale.left(), m_scale.right()});
    }
}

AxisLanes TimeAxisView::lanes() const
{
    return axisLanes(size(), crumbSpread(m_crumbs, m_scale), fontMetrics().height());
}

QPoint TimeAxisView::crumbPlace(int position) const
{
    const CrumbPoint *point = m_crumbs.find(position);
    return point ? QPointF(m_scale.toPixel(point->time), lanes().line).toPoint() : QPoint();
}

QPoint TimeAxisView::eventPlace(Timestamp time) const
{
    return QPointF(m_scale.toPixel(time), lanes().events.center().y()).toPoint();
}

TimeAxisView::Hit TimeAxisView::hitAt(const QPointF &at) const
{
    Hit hit;
    const AxisLanes places = lanes();
    if (!m_emptyText.isEmpty()) {
        return hit;
    }
    if (places.crumbs.contains(at)) {
        double nearest = reach;
        for (const PlacedCrumb &crumb : placeCrumbs(m_crumbs, m_scale, places, QFontMetricsF(font()))) {
            if (crumb.label.contains(at)) {
                hit.crumb = crumb.point;
                return hit;
            }
            if (const double distance = std::abs(crumb.x - at.x()); distance < nearest) {
                nearest = distance;
                hit.crumb = crumb.point;
            }
        }
    } else if (places.events.contains(at)) {
        std::tie(hit.first, hit.last) = eventsNear(m_events, m_scale, at.x(), reach);
        hit.nearest = hit.first;
        const auto distance = [&](std::size_t i) {
            return std::abs(m_scale.toPixel(m_events[i].timestamp) - at.x());
        };
        // Ordered by time, so by distance it falls and rises: the nearest is beside the pointer.
        const std::size_t right = eventsNear(m_events, m_scale, at.x(), 0).first;
        for (std::size_t i = right > hit.first ? right - 1 : hit.first; i < std::min(right + 1, hit.last); ++i) {
            hit.nearest = distance(i) < distance(hit.nearest) ? i : hit.nearest;
        }
    }
    return hit;
}

QString TimeAxisView::crumbText(const CrumbPoint &point) const
{
    const model::Breadcrumb &breadcrumb = m_crumbs.breadcrumb(point);
    const QString category =
        breadcrumb.category.empty() ? breadcrumbTypeWord(breadcrumbType(breadcrumb)) : toLine(breadcrumb.category, 100);
    QString message = breadcrumbMessage(breadcrumb);
    if (message.size() > tipMessage) {
        message = message.left(tipMessage) + QChar(0x2026);
    }
    QStringList lines{u"%1 · %2"_s.arg(category, levelWord(breadcrumb.level))};
    if (!message.isEmpty()) {
        lines.push_back(message);
    }
    lines.push_back(u"%1 · %2"_s.arg(relativeTime(point.time - m_crumbs.event), absoluteTime(*breadcrumb.timestamp)));
    return lines.join(u'\n');
}

QString TimeAxisView::eventText(const Hit &hit) const
{
    const model::EventPoint &event = m_events[hit.nearest];
    QStringList lines;
    if (const auto count = static_cast<int>(hit.last - hit.first); count > 1) {
        lines.push_back(tr("%n event(s) here", nullptr, count));
    }
    lines.push_back(tr("event · %1").arg(levelWord(event.level)));
    QString when = absoluteTime(event.timestamp);
    if (m_crumbs.detail && event.id == m_crumbs.detail->row.id) {
        when = tr("%1 · this is the shown event").arg(when);
    } else if (m_crumbs.detail) {
        when = tr("%1 · %2 to the shown one").arg(when, relativeTime(event.timestamp - m_crumbs.event));
    }
    lines.push_back(when);
    return lines.join(u'\n');
}

QString TimeAxisView::textAt(const QPoint &at) const
{
    const Hit hit = hitAt(at);
    if (hit.isNothing()) {
        return {};
    }
    if (hit.crumb >= 0) {
        return crumbText(m_crumbs.points[static_cast<std::size_t>(hit.crumb)]);
    }
    return hit.crumb == -1 ? tr("%1\n%2").arg(m_crumbs.title, absoluteTime(m_crumbs.event)) : eventText(hit);
}

// What somebody hears who does not see the axis.
void TimeAxisView::describe()
{
    QString text = m_emptyText;
    if (text.isEmpty()) {
        text = tr("%1: %2, %3.")
                   .arg(rangeText(visibleRange(), QDate::currentDate()),
                        tr("%n breadcrumb(s)", nullptr, static_cast<int>(m_crumbs.points.size())),
                        tr("%n event(s)", nullptr, static_cast<int>(m_events.size())));
        if (const CrumbPoint *point = m_crumbs.find(m_chosenCrumb)) {
            text += u' ' + crumbText(*point);
        }
    }
    if (text != accessibleDescription()) {
        setAccessibleDescription(text);
    }
}

void TimeAxisView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Colors &colors = m_theme.colors();
    painter.fillRect(rect(), colors.base);
    if (!m_emptyText.isEmpty()) {
        painter.setPen(colors.muted);
        painter.drawText(rect().adjusted(8, 8, -8, -8), Qt::AlignCenter | Qt::TextWordWrap, m_emptyText);
    } else {
        const AxisLanes places = lanes();
        painter.save();
        paintTimeAxis({m_crumbs, m_events, m_marks, m_scale, places, m_chosenCrumb}, m_theme, painter);
        painter.restore();
    }
    if (hasFocus()) {
        painting::outline(rect(), colors.accent, &painter);
    }
}

void TimeAxisView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    setScale(m_scale.stretched(leftMargin, std::max(leftMargin + 1, width() - rightMargin)));
}

} // namespace picket::ui
