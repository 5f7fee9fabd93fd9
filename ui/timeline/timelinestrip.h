// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/wording/timescale.h"

#include <QWidget>

#include <optional>

class QToolButton;

namespace picket::ui {

class HistogramModel;
class IssueScope;
class Theme;

// GUI thread only. The events of the listed issues over their time, as bars. Dragging marks out a part of it, the
// brush, which the scope then speaks of; keys do the same with a cursor that steps from bar to bar.
class TimelineStrip final : public QWidget
{
    Q_OBJECT

public:
    static constexpr int stripHeight = 54;

    TimelineStrip(HistogramModel &model, IssueScope &scope, const Theme &theme, QWidget *parent = nullptr);

    // The bar that keys move; its number counts from the oldest.
    [[nodiscard]] std::optional<std::size_t> cursor() const;
    // The column of a bar, from top to bottom.
    [[nodiscard]] QRect columnOf(std::size_t bar) const;
    // "12 events · 1 new issue · 10:02:15 – 10:02:20", and the marks near by; not escaped.
    [[nodiscard]] QString textAt(const QPoint &at) const;
    // The button that lifts the brush; hidden when there is none.
    [[nodiscard]] QToolButton &chip() const { return *m_chip; }

    [[nodiscard]] QSize sizeHint() const override { return {400, stripHeight}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {120, stripHeight}; }

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    [[nodiscard]] TimeScale scale() const;
    [[nodiscard]] std::size_t barAt(Timestamp time) const;
    [[nodiscard]] std::size_t barAtPixel(double x) const;
    [[nodiscard]] Timestamp middleOf(std::size_t bar) const;
    [[nodiscard]] store::TimeRange rangeBetween(Timestamp a, Timestamp b) const;
    // What is being marked out, or else the brush; in pixels.
    [[nodiscard]] std::optional<std::pair<double, double>> band() const;
    [[nodiscard]] std::optional<Timestamp> farEndAt(double x) const;
    [[nodiscard]] QString barText(std::size_t bar) const;
    [[nodiscard]] QString description() const;
    [[nodiscard]] bool takesKey(const QKeyEvent &event) const;
    void moveCursor(std::size_t bar, bool extend);
    void setCursorBrush();
    void liftBrush();
    void clickAt(double x);
    void follow();
    void placeChip();

    HistogramModel &m_model;
    IssueScope &m_scope;
    const Theme &m_theme;
    QToolButton *m_chip;
    // Moments rather than numbers of bars: the axis may move on meanwhile.
    std::optional<Timestamp> m_cursor;
    std::optional<Timestamp> m_anchor; // where the marking out began
    std::optional<store::TimeRange> m_pending; // being marked out
    std::optional<std::size_t> m_hovered;
    int m_pressedAt = 0;
    bool m_cursorWanted = false; // the focus came by keys
    bool m_pressed = false;
    bool m_resizing = false; // the mouse holds an edge of the brush
};

} // namespace picket::ui
