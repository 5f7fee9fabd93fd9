// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/factrow.h"

#include "ui/plaintext.h"
#include "ui/stylepainting.h"

#include <QPainter>

using namespace Qt::Literals::StringLiterals;

namespace picket::ui {

namespace {

constexpr int inner = 6;
constexpr int gap = 6;
constexpr int valueAtMost = 240;

} // namespace

FactRow::FactRow(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void FactRow::setFacts(const QList<Fact> &facts)
{
    m_facts = facts;
    QStringList all;
    for (const Fact &fact : facts) {
        all.push_back(fact.name + u": "_s + fact.value);
    }
    setAccessibleName(all.join(u", "_s));
    setPlainToolTip(this, all.join(u'\n'));
    update();
}

QSize FactRow::sizeHint() const
{
    return {200, QFontMetrics(font()).height() + 6};
}

void FactRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QFontMetrics metrics(font());
    int x = 0;
    for (const Fact &fact : m_facts) {
        const QString value = metrics.elidedText(fact.value, Qt::ElideMiddle, valueAtMost);
        const int nameWidth = metrics.horizontalAdvance(fact.name + u' ');
        const int boxWidth = nameWidth + metrics.horizontalAdvance(value) + 2 * inner;
        if (x + boxWidth > width()) {
            return;
        }
        const QRect box(x, 0, boxWidth, height());
        painting::outline(box, palette().color(QPalette::Mid), &painter);
        painter.setPen(palette().color(QPalette::PlaceholderText));
        painter.drawText(box.adjusted(inner, 0, 0, 0), int(Qt::AlignLeft | Qt::AlignVCenter), fact.name);
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(box.adjusted(inner + nameWidth, 0, 0, 0), int(Qt::AlignLeft | Qt::AlignVCenter), value);
        x += boxWidth + gap;
    }
}

} // namespace picket::ui
