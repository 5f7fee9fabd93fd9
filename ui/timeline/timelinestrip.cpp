// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelinestrip.h"

#include "ui/state/issuescope.h"
#include "ui/theme/stylepainting.h"
#include "ui/theme/theme.h"
#include "ui/timeline/histogrammodel.h"
#include "ui/timeline/timelinestrippainting.h"
#include "ui/timeline/timemarks.h"
#include "ui/wording/plaintext.h"
#include "ui/wording/text.h"
#include "ui/wording/timeticks.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolButton>
#include <QToolTip>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace picket::ui {

namespace {

constexpr int margin = 8;
constexpr int barWidth = 8; // the least, with the gap beside it
constexpr double nearMark = 4; // pixels
constexpr qsizetype mostLines = 6; // of a tooltip

QString eventsText(std::int64_t events)
{
    return events == 1 ? TimelineStrip::tr("1 event") : TimelineStrip::tr("%1 events").arg(countText(events));
}

QString newIssuesText(std::int64_t issues)
{
    return issues == 1 ? TimelineStrip::tr("1 new issue") : TimelineStrip::tr("%1 new issues").arg(countText(issues));
}

QString spanText(const store::TimeRange &range)
{
    // To the beginning of what comes next, as people say it.
    return rangeText({range.from, range.to + std::chrono::microseconds(1)}, QDate::currentDate());
}

} // namespace

TimelineStrip::TimelineStrip(HistogramModel &model, IssueScope &scope, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_scope(scope)
    , m_theme(theme)
    , m_chip(new QToolButton(this))
{
    setAccessibleName(tr("Time strip"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_chip->setFocusPolicy(Qt::NoFocus);
    m_chip->setCursor(Qt::ArrowCursor);
    m_chip->hide();
    connect(m_chip, &QToolButton::clicked, this, &TimelineStrip::liftBrush);
    connect(&model, &HistogramModel::changed, this, &TimelineStrip::follow);
    connect(&scope, &IssueScope::changed, this, &TimelineStrip::follow);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    follow();
}

TimeScale TimelineStrip::scale() const
{
    const StripContent &content = m_model.content();
    const store::TimeRange range = content.range();
    return {{range.from, range.to + std::chrono::microseconds(1)}, margin, double(width()) - margin};
}

std::size_t TimelineStrip::barAt(Timestamp time) const
{
    const StripContent &content = m_model.content();
    const std::int64_t bar = (time - content.histogram.from) / content.histogram.span;
    const bool before = time < content.histogram.from;
    return before ? 0 : std::min(static_cast<std::size_t>(bar), content.spans() - 1);
}

std::size_t TimelineStrip::barAtPixel(double x) const
{
    return barAt(scale().toTime(x));
}

Timestamp TimelineStrip::middleOf(std::size_t bar) const
{
    const model::Histogram &histogram = m_model.content().histogram;
    return histogram.from + histogram.span * static_cast<std::int64_t>(bar) + histogram.span / 2;
}

store::TimeRange TimelineStrip::rangeBetween(Timestamp a, Timestamp b) const
{
    return m_model.content().rangeOf(barAt(std::min(a, b)), barAt(std::max(a, b)));
}

std::optional<std::size_t> TimelineStrip::cursor() const
{
    return m_cursor && m_model.content().spans() > 0 ? std::optional(barAt(*m_cursor)) : std::nullopt;
}

QRect TimelineStrip::columnOf(std::size_t bar) const
{
    const TimeScale axis = scale();
    return stripColumn({m_model.content(), axis, rect(), {}, {}, {}, {}}, bar);
}

std::optional<std::pair<double, double>> TimelineStrip::band() const
{
    const std::optional<store::TimeRange> &range = m_pending ? m_pending : m_scope.brush();
    if (!range || m_model.content().spans() == 0) {
        return std::nullopt;
    }
    const TimeScale axis = scale();
    const double left = axis.toPixel(range->from);
    const double right = axis.toPixel(range->to + std::chrono::microseconds(1));
    if (right < axis.left() || left > axis.right()) {
        return std::nullopt;
    }
    return std::pair(std::max(left, 0.0), std::min(right, double(width())));
}

QString TimelineStrip::barText(std::size_t bar) const
{
    const StripContent &content = m_model.content();
    QStringList parts{eventsText(content.histogram.events[bar])};
    if (const std::int32_t issues = content.histogram.newIssues[bar]; issues > 0) {
        parts.push_back(newIssuesText(issues));
    }
    parts.push_back(spanText(content.rangeOf(bar, bar)));
    return parts.join(u" · "_s);
}

QString TimelineStrip::textAt(const QPoint &at) const
{
    const StripContent &content = m_model.content();
    if (content.spans() == 0) {
        return {};
    }
    const TimeScale axis = scale();
    const std::size_t bar = barAtPixel(at.x());
    QStringList lines{barText(bar)};
    for (const model::MarkRow &mark : content.marks) {
        const bool near = barAt(mark.time) == bar || std::abs(axis.toPixel(mark.time) - at.x()) <= nearMark;
        if (near && lines.size() < mostLines) {
            const QString what = mark.kind == model::MarkKind::Release ? tr("first event of %1").arg(markText(mark))
                : mark.kind == model::MarkKind::Run && !mark.label.empty()
                ? u"%1: %2"_s.arg(markText(mark), toLine(mark.label, 200))
                : markText(mark);
            lines.push_back(u"%1 · %2"_s.arg(what, absoluteTime(mark.time)));
        }
    }
    return lines.join(u'\n');
}

// What somebody hears who does not see the bars.
QString TimelineStrip::description() const
{
    const StripContent &content = m_model.content();
    if (content.spans() == 0) {
        return tr("Nothing has arrived yet.");
    }
    QString text =
        tr("%1, %2, %3.")
            .arg(eventsText(content.events()), newIssuesText(content.newIssues()), spanText(content.range()));
    if (const auto &range = m_pending ? m_pending : m_scope.brush()) {
        text += u' ' + (m_pending ? tr("Marked out: %1.") : tr("Only %1 is shown.")).arg(spanText(*range));
    }
    if (const auto bar = cursor()) {
        text += u' ' + tr("Cursor: %1.").arg(barText(*bar));
    }
    return text;
}

void TimelineStrip::follow()
{
    if (hasFocus() && m_cursorWanted && !m_cursor && m_model.content().spans() > 0) {
        m_cursor = middleOf(m_model.content().spans() - 1);
    }
    if (const QString text = description(); text != accessibleDescription()) {
        setAccessibleDescription(text);
    }
    placeChip();
    update();
}

void TimelineStrip::placeChip()
{
    const auto shown = band();
    const std::optional<store::TimeRange> &brush = m_scope.brush();
    m_chip->setVisible(brush.has_value() && !m_pending);
    if (!brush || m_pending) {
        return;
    }
    const QString text = spanText(*brush);
    m_chip->setText(text + u"  ×"_s);
    m_chip->setAccessibleName(tr("Show all times again instead of %1").arg(text));
    setPlainToolTip(m_chip, tr("Show all times again"));
    const QSize size(m_chip->fontMetrics().horizontalAdvance(m_chip->text()) + 12, 20);
    const double wanted = shown ? shown->second + 2 : double(width());
    const int most = width() - size.width() - 2;
    const bool fitsInside = shown && shown->second - shown->first > size.width() + 8;
    const int x = fitsInside ? static_cast<int>(shown->second) - size.width() - 3 : static_cast<int>(wanted);
    m_chip->setGeometry(QRect(QPoint(std::clamp(x, 0, std::max(0, most)), 2), size));
}

void TimelineStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const TimeScale axis = scale();
    const QRect chip = m_chip->isHidden() ? QRect() : m_chip->geometry();
    paintStrip({m_model.content(), axis, rect(), band(), m_hovered, hasFocus() ? cursor() : std::nullopt, chip},
               m_theme.colors(), painter);
    if (hasFocus()) {
        painting::outline(rect(), m_theme.colors().accent, &painter);
    }
}

void TimelineStrip::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_model.setMostSpans(static_cast<std::size_t>(std::max(0, width() - 2 * margin) / barWidth));
    placeChip();
}

void TimelineStrip::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_model.setActive(true);
}

void TimelineStrip::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_model.setActive(false);
}

} // namespace picket::ui
