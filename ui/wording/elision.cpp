// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wording/elision.h"

#include <QFontMetrics>

namespace picket::ui {

namespace {

// Narrower than any letter of a size that can be read. Characters without width (joiners, marks) are cut too early,
// which is better than late: nobody sends hundreds of them for reading.
constexpr int narrowest = 2;

const QChar dots(0x2026);

QString start(const QString &text, qsizetype most)
{
    return text.left(text[most - 1].isHighSurrogate() ? most - 1 : most);
}

QString end(const QString &text, qsizetype most)
{
    return text.right(text[text.size() - most].isLowSurrogate() ? most - 1 : most);
}

} // namespace

QString elided(const QString &text, const QFont &font, int width, Qt::TextElideMode mode)
{
    const QFontMetrics metrics(font);
    const qsizetype most = std::max(width, 0) / narrowest + 2;
    if (text.size() <= 2 * most) {
        return metrics.elidedText(text, mode, width);
    }
    const QString part = mode == Qt::ElideLeft ? dots + end(text, most)
        : mode == Qt::ElideMiddle              ? start(text, most) + dots + end(text, most)
                                               : start(text, most) + dots;
    return metrics.elidedText(part, mode, width);
}

} // namespace picket::ui
