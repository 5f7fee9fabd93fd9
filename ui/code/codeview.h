// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/code/scintilla.h"
#include "ui/wording/textmatches.h"

#include <optional>

namespace picket::ui {

class Theme;

// GUI thread only. Read-only code in the monospace: line numbers as told, one line marked. Text must be visible text
// (ui/text.h): the view ends at a NUL and freezes on overlong lines.
class CodeView final : public QsciScintilla
{
    Q_OBJECT

public:
    CodeView(const Theme &theme, const QString &accessibleName, QWidget *parent = nullptr);

    // `utf8` is valid UTF-8 without NUL. `language` as makeLexer() takes it.
    void showText(const QByteArray &utf8, const QString &path, const QString &platform);
    // Number of the first line; further ones count up. nullopt: no numbers.
    void showLineNumbers(std::optional<qint64> first);
    // Counts from 0; -1: none. Brings it into view.
    void markLine(int line);

    // All of the text; valid until it changes.
    [[nodiscard]] std::string_view utf8() const;
    [[nodiscard]] std::size_t firstVisibleByte() const;
    // Draws a box around each.
    void markMatches(const std::vector<TextMatch> &matches);
    // Selects it and brings it into view.
    void selectMatch(const TextMatch &match);

    [[nodiscard]] int markedLine() const { return m_marked; }
    // As shown beside a line, which counts from 0.
    [[nodiscard]] QString lineNumber(int line) const;

private:
    void applyColors();

    const Theme &m_theme;
    QString m_language; // of the lexer in use
    std::optional<qint64> m_firstNumber;
    int m_marked = -1;
};

} // namespace picket::ui
