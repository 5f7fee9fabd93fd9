// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/code/codeview.h"

#include "ui/code/sourcelexer.h"
#include "ui/theme/theme.h"

using namespace Qt::Literals::StringLiterals;

namespace picket::ui {

namespace {

constexpr int barMargin = 0;
constexpr int numberMargin = 1;
constexpr int barMarker = 1;
constexpr int lineMarker = 2;
constexpr int matchIndicator = 8; // lexers use the ones before
// Beyond what lexers use.
constexpr int numberStyle = 120;
constexpr int markedNumberStyle = 121;

// Scintilla takes colours as 0xBBGGRR.
long toBgr(const QColor &color)
{
    return long(color.red()) | long(color.green()) << 8 | long(color.blue()) << 16;
}

} // namespace

CodeView::CodeView(const Theme &theme, const QString &accessibleName, QWidget *parent)
    : QsciScintilla(parent)
    , m_theme(theme)
{
    setAccessibleName(accessibleName);
    setUtf8(true);
    setReadOnly(true);
    setFrameShape(QFrame::NoFrame);
    setTabWidth(4);
    setWrapMode(QsciScintilla::WrapNone);
    setFolding(QsciScintilla::NoFoldStyle);
    setMarginType(barMargin, QsciScintilla::SymbolMargin);
    setMarginWidth(barMargin, 4);
    setMarginMarkerMask(barMargin, 1 << barMarker);
    setMarginType(numberMargin, QsciScintilla::TextMarginRightJustified);
    setMarginMarkerMask(numberMargin, 0);
    setMarginWidth(numberMargin, 0);
    setMarginWidth(2, 0);
    markerDefine(QsciScintilla::FullRectangle, barMarker);
    markerDefine(QsciScintilla::Background, lineMarker);
    SendScintilla(SCI_SETSCROLLWIDTHTRACKING, 1L);
    SendScintilla(SCI_SETLAYOUTCACHE, long(SC_CACHE_PAGE)); // else each repaint measures all lines on screen again
    SendScintilla(SCI_SETSCROLLWIDTH, 1L);
    // What a jump far into a long file skips is coloured bit by bit, afterwards.
    SendScintilla(SCI_SETIDLESTYLING, long(SC_IDLESTYLING_TOVISIBLE));
    SendScintilla(SCI_SETMARGINLEFT, 0L, 8L);
    // Tab is for moving through the window, not for typing into what is read-only.
    SendScintilla(SCI_CLEARCMDKEY, long(SCK_TAB));
    SendScintilla(SCI_CLEARCMDKEY, long(SCK_TAB) | long(SCMOD_SHIFT) << 16);
    connect(&theme, &Theme::changed, this, &CodeView::applyColors);
    applyColors();
}

void CodeView::showText(const QByteArray &utf8, const QString &path, const QString &platform)
{
    const QString language = path.mid(path.lastIndexOf(u'.') + 1) + u'|' + platform;
    if (language != m_language) {
        m_language = language;
        delete lexer();
        QsciLexer *lexer = makeLexer(path, platform, this);
        if (lexer) {
            applyTheme(*lexer, m_theme);
        }
        setLexer(lexer);
        applyColors();
    }
    markLine(-1);
    setReadOnly(false);
    SendScintilla(SCI_SETTEXT, utf8.constData());
    SendScintilla(SCI_EMPTYUNDOBUFFER);
    setReadOnly(true);
    SendScintilla(SCI_SETXOFFSET, 0L);
    SendScintilla(SCI_SETSCROLLWIDTH, 1L);
}

void CodeView::showLineNumbers(std::optional<qint64> first)
{
    m_firstNumber = first;
    clearMarginText();
    if (!first) {
        setMarginWidth(numberMargin, 0);
        return;
    }
    const int count = lines();
    // A whole file may have a million lines: Scintilla counts those from 1 by itself.
    const bool counted = *first == 1;
    setMarginType(numberMargin, counted ? QsciScintilla::NumberMargin : QsciScintilla::TextMarginRightJustified);
    for (int line = 0; line < count && !counted; ++line) {
        setMarginText(line, lineNumber(line), line == m_marked ? markedNumberStyle : numberStyle);
    }
    setMarginWidth(numberMargin, u"  "_s + QString::number(std::max<qint64>(9999, *first + count)));
}

QString CodeView::lineNumber(int line) const
{
    // SDKs send impossible numbers, too: a line before the first has none.
    const qint64 number = m_firstNumber ? *m_firstNumber + line : 0;
    return number > 0 ? QString::number(number) : QString();
}

void CodeView::markLine(int line)
{
    markerDeleteAll(barMarker);
    markerDeleteAll(lineMarker);
    m_marked = line;
    if (line < 0) {
        return;
    }
    markerAdd(line, barMarker);
    markerAdd(line, lineMarker);
    if (m_firstNumber && *m_firstNumber != 1) {
        setMarginText(line, lineNumber(line), markedNumberStyle);
    }
    setCursorPosition(line, 0);
    const auto onScreen = static_cast<int>(SendScintilla(SCI_LINESONSCREEN));
    setFirstVisibleLine(std::max(0, line - onScreen / 3));
}

std::string_view CodeView::utf8() const
{
    const auto *text = static_cast<const char *>(SendScintillaPtrResult(SCI_GETCHARACTERPOINTER));
    return {text, static_cast<std::size_t>(SendScintilla(SCI_GETLENGTH))};
}

std::size_t CodeView::firstVisibleByte() const
{
    return static_cast<std::size_t>(SendScintilla(SCI_POSITIONFROMLINE, SendScintilla(SCI_GETFIRSTVISIBLELINE)));
}

void CodeView::markMatches(const std::vector<TextMatch> &matches)
{
    SendScintilla(SCI_SETINDICATORCURRENT, static_cast<unsigned long>(matchIndicator));
    SendScintilla(SCI_INDICATORCLEARRANGE, 0UL, SendScintilla(SCI_GETLENGTH));
    for (const TextMatch &match : matches) {
        SendScintilla(SCI_INDICATORFILLRANGE, static_cast<unsigned long>(match.start), static_cast<long>(match.length));
    }
}

void CodeView::selectMatch(const TextMatch &match)
{
    const auto line = static_cast<int>(SendScintilla(SCI_LINEFROMPOSITION, static_cast<unsigned long>(match.start)));
    const auto first = static_cast<int>(SendScintilla(SCI_GETFIRSTVISIBLELINE));
    const auto onScreen = static_cast<int>(SendScintilla(SCI_LINESONSCREEN));
    if (line < first || line >= first + onScreen) {
        setFirstVisibleLine(std::max(0, line - onScreen / 3));
    }
    SendScintilla(SCI_SETSEL, static_cast<unsigned long>(match.start), static_cast<long>(match.start + match.length));
}

void CodeView::applyColors()
{
    const Colors &colors = m_theme.colors();
    if (QsciLexer *current = lexer()) {
        applyTheme(*current, m_theme);
    }
    setFont(Theme::codeFont());
    setMarginsFont(Theme::codeFont());
    setPaper(colors.base);
    setColor(colors.text);
    setCaretForegroundColor(colors.text);
    setSelectionBackgroundColor(colors.selected);
    setSelectionForegroundColor(colors.text);
    setMarginsBackgroundColor(colors.base);
    setMarginsForegroundColor(colors.muted);
    setMarginBackgroundColor(barMargin, colors.base);
    setMarkerBackgroundColor(colors.error, barMarker);
    setMarkerForegroundColor(colors.error, barMarker);
    setMarkerBackgroundColor(colors.marked, lineMarker);
    const auto matched = static_cast<unsigned long>(matchIndicator);
    SendScintilla(SCI_INDICSETSTYLE, matched, long(INDIC_STRAIGHTBOX));
    SendScintilla(SCI_INDICSETFORE, matched, toBgr(colors.accent));
    SendScintilla(SCI_INDICSETALPHA, matched, 60L);
    SendScintilla(SCI_INDICSETOUTLINEALPHA, matched, 160L);
    SendScintilla(SCI_INDICSETUNDER, matched, 1L);
    const QByteArray family = Theme::codeFont().family().toUtf8();
    for (const int style : {numberStyle, markedNumberStyle}) {
        const auto number = static_cast<unsigned long>(style);
        SendScintilla(SCI_STYLESETFONT, number, family.constData());
        SendScintilla(SCI_STYLESETSIZEFRACTIONAL, number, long(Theme::codeFont().pointSizeF() * 100));
        SendScintilla(SCI_STYLESETFORE, number, toBgr(style == numberStyle ? colors.muted : colors.text));
        SendScintilla(SCI_STYLESETBACK, number, toBgr(style == numberStyle ? colors.base : colors.marked));
    }
}

} // namespace picket::ui
