// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/event.h"
#include "core/source/sourcelines.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace picket::ui {

// The source lines that came with a frame, ready for CodeView.
struct SourceText {
    QByteArray utf8; // visible text, one line for each line sent or read
    std::optional<qint64> firstNumber; // nullopt: the frame does not say where it stands
    int marked = -1; // the line of the call, counted from 0; -1: it is not here
    int cutLines = 0; // lines longer than limits::sourceLine
    std::size_t linesLeftOut = 0; // beyond limits::recordedLines
};

// The whole file that a frame speaks of, and whether it still holds what the frame recorded.
struct FileText {
    SourceText text;
    source::Agreement agreement = source::Agreement::Unknown;
};

// `bytes` of the file as they are: what is no UTF-8 is replaced by marks. Pure; for a long file not for the GUI thread.
[[nodiscard]] FileText fileText(std::string_view bytes, const model::Frame &frame);

// nullopt: the frame came without source. Pure.
[[nodiscard]] std::optional<SourceText> sourceText(const model::Frame &frame);

// One line as code shows it: tabs stay, whatever would end the line is made visible, overlong lines end in a mark.
[[nodiscard]] QString sourceLine(std::string_view utf8, bool *cut = nullptr);

} // namespace picket::ui
