// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/wholevalue.h"

#include "core/base/limits.h"
#include "ui/theme/theme.h"
#include "ui/wording/text.h"

using namespace Qt::Literals::StringLiterals;

namespace picket::ui {

namespace {

// A paragraph is laid out as a whole: one of a megabyte would stall the window, and so would a million short ones.
constexpr qsizetype paragraph = 2000;

QString withShortParagraphs(const QString &text)
{
    QString out;
    out.reserve(text.size() + text.size() / paragraph + 1);
    qsizetype inParagraph = 0;
    std::size_t lines = 1;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        const bool ends = c == u'\n' || c == QChar(0x2028) || c == QChar(0x2029);
        const bool cut = !ends && inParagraph >= paragraph && !c.isLowSurrogate();
        if ((ends || cut) && ++lines > limits::wholeLines) {
            return out + u'\n'
                + WholeValue::tr("… %1 more characters: Copy Value gives all of it").arg(countText(text.size() - i));
        }
        if (cut) {
            out += u'\n';
            inParagraph = 0;
        }
        out += ends ? QChar(u'\n') : c;
        inParagraph = ends ? 0 : inParagraph + 1;
    }
    return out;
}

} // namespace

WholeValue::WholeValue(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setAccessibleName(tr("The whole value"));
    setFrameShape(QFrame::NoFrame);
    setUndoRedoEnabled(false);
    setTabChangesFocus(true);
    setFont(Theme::codeFont());
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    document()->setDocumentMargin(6);
}

void WholeValue::showValue(const QString &text)
{
    setPlainText(withShortParagraphs(text));
}

QSize WholeValue::sizeHint() const
{
    return {200, fontMetrics().lineSpacing() * 6 + 12};
}

QSize WholeValue::minimumSizeHint() const
{
    return {80, fontMetrics().lineSpacing() * 2 + 12};
}

} // namespace picket::ui
