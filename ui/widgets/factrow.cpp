// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/factrow.h"

#include "ui/theme/stylepainting.h"
#include "ui/wording/elision.h"
#include "ui/wording/plaintext.h"

#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace picket::ui {

namespace {

constexpr int inner = 6;
constexpr int gap = 6;
constexpr int linesAtMost = 2;
constexpr int valueAtMost = 240;
constexpr int valueAtLeast = 24;

} // namespace

FactRow::FactRow(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMouseTracking(true);
    setFocusPolicy(Qt::TabFocus);
    setAccessibleName(tr("Facts of the event"));
}

void FactRow::setFacts(const QList<Fact> &facts)
{
    m_facts = facts;
    QStringList all;
    for (const Fact &fact : facts) {
        all.push_back(fact.name + u": "_s + fact.value);
    }
    setAccessibleDescription(all.join(u", "_s));
    setPlainToolTip(this, all.join(u'\n'));
    setFocusPolicy(facts.isEmpty() ? Qt::NoFocus : Qt::TabFocus);
    m_current = 0;
    m_hot = -1;
    place();
}

qsizetype FactRow::shown() const
{
    return std::count_if(m_boxes.begin(), m_boxes.end(), [](const Box &box) { return !box.name.isEmpty(); });
}

QRect FactRow::boxAt(qsizetype box) const
{
    return box >= 0 && box < qsizetype(m_boxes.size()) ? m_boxes[std::size_t(box)].rect : QRect();
}

int FactRow::lineHeight() const
{
    return QFontMetrics(font()).height() + 6;
}

QSize FactRow::sizeHint() const
{
    const int lines = m_boxes.empty() ? 1 : m_boxes.back().rect.top() / (lineHeight() + gap) + 1;
    return {200, lines * lineHeight() + (lines - 1) * gap};
}

QSize FactRow::minimumSizeHint() const
{
    return {80, sizeHint().height()};
}

FactRow::Box FactRow::boxOf(qsizetype fact) const
{
    const QFontMetrics metrics(font());
    const QString name = elided(m_facts[fact].name, font(), width() / 2, Qt::ElideMiddle) + u' ';
    const int room = width() - metrics.horizontalAdvance(name) - 2 * inner;
    Box box;
    box.first = fact;
    box.name = name;
    box.value = elided(m_facts[fact].value, font(), std::clamp(room, valueAtLeast, valueAtMost), Qt::ElideMiddle);
    box.rect.setSize(
        {metrics.horizontalAdvance(name) + metrics.horizontalAdvance(box.value) + 2 * inner, lineHeight()});
    return box;
}

FactRow::Box FactRow::boxOfRest(qsizetype first) const
{
    Box box;
    box.first = first;
    box.count = m_facts.size() - first;
    box.value = u'+' + QString::number(box.count);
    box.rect.setSize({QFontMetrics(font()).horizontalAdvance(box.value) + 2 * inner, lineHeight()});
    return box;
}

void FactRow::place()
{
    m_boxes.clear();
    QPoint at(0, 0);
    const int lastLine = (linesAtMost - 1) * (lineHeight() + gap);
    for (qsizetype fact = 0; fact < m_facts.size(); ++fact) {
        Box box = boxOf(fact);
        if (at.x() > 0 && at.x() + box.rect.width() > width()) {
            if (at.y() == lastLine) {
                break;
            }
            at = {0, at.y() + lineHeight() + gap};
        }
        box.rect.moveTopLeft(at);
        at.rx() += box.rect.width() + gap;
        m_boxes.push_back(std::move(box));
    }
    // The box of those left over takes the place of as many others as it needs.
    while (shown() < m_facts.size()) {
        Box rest = boxOfRest(qsizetype(m_boxes.size()));
        const QRect last = m_boxes.empty() ? QRect() : m_boxes.back().rect;
        const int left = m_boxes.empty() ? 0 : last.right() + 1 + gap;
        if (left == 0 || left + rest.rect.width() <= width() || last.left() == 0) {
            rest.rect.moveTopLeft({left, last.top()});
            m_boxes.push_back(std::move(rest));
            break;
        }
        m_boxes.pop_back();
    }
    m_current = std::clamp<qsizetype>(m_current, 0, std::max<qsizetype>(0, qsizetype(m_boxes.size()) - 1));
    if (height() != sizeHint().height()) {
        setFixedHeight(sizeHint().height());
    }
    update();
}

void FactRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QFontMetrics metrics(font());
    for (std::size_t i = 0; i < m_boxes.size(); ++i) {
        const Box &box = m_boxes[i];
        const bool hasKeyboard = hasFocus() && qsizetype(i) == m_current;
        if (qsizetype(i) == m_hot) {
            painter.fillRect(box.rect, palette().color(QPalette::AlternateBase));
        }
        painting::outline(box.rect, palette().color(hasKeyboard ? QPalette::Link : QPalette::Mid), &painter);
        const QRect text = box.rect.adjusted(inner, 0, 0, 0);
        painter.setPen(palette().color(QPalette::PlaceholderText));
        painter.drawText(text, int(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextSingleLine, box.name);
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(text.adjusted(metrics.horizontalAdvance(box.name), 0, 0, 0),
                         int(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextSingleLine, box.value);
    }
}

void FactRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (event->size().width() != event->oldSize().width()) {
        place();
    }
}

void FactRow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        place();
    }
}

void FactRow::choose(qsizetype box)
{
    const Box &chosenBox = m_boxes[std::size_t(box)];
    Q_EMIT chosen(chosenBox.first, chosenBox.count, mapToGlobal(chosenBox.rect.bottomLeft() + QPoint(0, 1)));
}

void FactRow::setCurrent(qsizetype box)
{
    m_current = box;
    const Box &current = m_boxes[std::size_t(box)];
    const QString text = current.name.isEmpty()
        ? tr("%1 more facts").arg(current.count)
        : QString(m_facts[current.first].name + u": "_s + m_facts[current.first].value);
    setAccessibleDescription(text); // what is read when the arrow keys move
    update();
}

void FactRow::setHot(const QPoint &point)
{
    const auto hot =
        std::find_if(m_boxes.begin(), m_boxes.end(), [&](const Box &box) { return box.rect.contains(point); });
    m_hot = hot == m_boxes.end() ? -1 : hot - m_boxes.begin();
    update();
}

void FactRow::mousePressEvent(QMouseEvent *event)
{
    setHot(event->position().toPoint());
    if (m_hot >= 0) {
        setCurrent(m_hot);
        choose(m_hot);
    }
}

void FactRow::mouseMoveEvent(QMouseEvent *event)
{
    setHot(event->position().toPoint());
}

void FactRow::leaveEvent(QEvent *)
{
    m_hot = -1;
    update();
}

void FactRow::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    if (!m_boxes.empty()) {
        setCurrent(m_current);
    }
}

void FactRow::keyPressEvent(QKeyEvent *event)
{
    const auto last = qsizetype(m_boxes.size()) - 1;
    switch (last < 0 ? 0 : event->key()) {
    case Qt::Key_Left:
        setCurrent(std::max<qsizetype>(0, m_current - 1));
        break;
    case Qt::Key_Right:
        setCurrent(std::min(last, m_current + 1));
        break;
    case Qt::Key_Home:
        setCurrent(0);
        break;
    case Qt::Key_End:
        setCurrent(last);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
    case Qt::Key_Menu:
        choose(m_current);
        break;
    default:
        QWidget::keyPressEvent(event);
        return;
    }
    event->accept();
}

} // namespace picket::ui
