// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/rows.h"
#include "ui/values/eventcrumbs.h"
#include "ui/wording/timescale.h"

#include <QWidget>

#include <optional>
#include <span>
#include <vector>

namespace picket::ui {

struct AxisLanes;
class Theme;

// GUI thread only. One axis of time with the breadcrumbs of the shown event and the events of its issue. The wheel
// zooms at the pointer, dragging moves; keys do both. Knows only what it is given.
class TimeAxisView final : public QWidget
{
    Q_OBJECT

public:
    explicit TimeAxisView(const Theme &theme, QWidget *parent = nullptr);

    void setCrumbs(EventCrumbs crumbs);
    [[nodiscard]] const EventCrumbs &crumbs() const { return m_crumbs; }
    // By time; stays the caller's, who gives it again (or another) before it changes.
    void setEvents(std::span<const model::EventPoint> events);
    void setMarks(std::vector<model::MarkRow> marks);
    void setChosenCrumb(int position); // as sent; -1: none
    // Shown instead of an axis; empty: the axis.
    void setEmptyText(const QString &text);

    // Shows so much and some pixels more on either side.
    void fit(const store::TimeRange &range);
    [[nodiscard]] store::TimeRange visibleRange() const;
    [[nodiscard]] const TimeScale &scale() const { return m_scale; }

    // Where things stand, for who wants to point at them.
    [[nodiscard]] QPoint crumbPlace(int position) const;
    [[nodiscard]] QPoint eventPlace(Timestamp time) const;
    // What hovering tells; not escaped.
    [[nodiscard]] QString textAt(const QPoint &at) const;

    [[nodiscard]] QSize sizeHint() const override { return {360, 128}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {160, 64}; }

Q_SIGNALS:
    void eventChosen(picket::EventId event);
    void crumbChosen(int position);
    void rangeChanged();
    void fitWanted();

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    struct Hit {
        int crumb = -2; // in EventCrumbs::points; -1: the shown event, -2: no breadcrumb
        std::size_t first = 0; // events [first, last)
        std::size_t last = 0;
        std::size_t nearest = 0;

        [[nodiscard]] bool isNothing() const { return crumb == -2 && first == last; }
    };

    [[nodiscard]] AxisLanes lanes() const;
    [[nodiscard]] Hit hitAt(const QPointF &at) const;
    [[nodiscard]] QString crumbText(const CrumbPoint &point) const;
    [[nodiscard]] QString eventText(const Hit &hit) const;
    [[nodiscard]] bool takesKey(const QKeyEvent &event) const;
    void setScale(const TimeScale &scale);
    void choose(const Hit &hit);
    void stepCrumb(int by);
    void bringIntoView(Timestamp time);
    void describe();

    const Theme &m_theme;
    EventCrumbs m_crumbs;
    std::span<const model::EventPoint> m_events;
    std::vector<model::MarkRow> m_marks;
    QString m_emptyText;
    int m_chosenCrumb = -1;
    TimeScale m_scale;
    std::optional<QPointF> m_pressedAt;
    bool m_panning = false;
};

} // namespace picket::ui
