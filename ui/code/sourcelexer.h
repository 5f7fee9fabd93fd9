// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QObject;
class QsciLexer;

namespace picket::ui {

class Theme;

// Highlighting for a file, told by its name, else by the event's platform. Null: plain text. Owned by `parent`.
[[nodiscard]] QsciLexer *makeLexer(const QString &path, const QString &platform, QObject *parent);

// Colours and fonts for each style of a lexer, by what the style is for.
void applyTheme(QsciLexer &lexer, const Theme &theme);

} // namespace picket::ui
