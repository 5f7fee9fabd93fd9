// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sourcetext.h"

#include "core/base/limits.h"
#include "ui/text.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace picket::ui {

QString sourceLine(std::string_view utf8, bool *cut)
{
    constexpr auto most = static_cast<qsizetype>(limits::sourceLine);
    while (!utf8.empty() && (utf8.back() == '\n' || utf8.back() == '\r')) {
        utf8.remove_suffix(1);
    }
    QString line = toText(utf8);
    // One line sent is one line shown, or the numbers beside the following ones would lie.
    line.replace(u'\n', QChar(0x240a));
    line.replace(QChar(0x2028), QChar(0x240a));
    line.replace(QChar(0x2029), QChar(0x240a));
    if (line.size() > most) {
        const qsizetype left = line.size() - most;
        line.truncate(most);
        line += QCoreApplication::translate("picket::ui::SourceText", " … (%1 more characters)").arg(countText(left));
        if (cut) {
            *cut = true;
        }
    }
    return line;
}

std::optional<SourceText> sourceText(const model::Frame &frame)
{
    if (!frame.hasContext) {
        return std::nullopt;
    }
    SourceText source;
    QString text;
    const auto append = [&](const std::string &line) {
        bool cut = false;
        text += sourceLine(line, &cut) + u'\n';
        source.cutLines += cut ? 1 : 0;
    };
    for (const std::string &line : frame.preContext) {
        append(line);
    }
    append(frame.contextLine);
    for (const std::string &line : frame.postContext) {
        append(line);
    }
    text.chop(1);
    source.utf8 = text.toUtf8();
    source.marked = static_cast<int>(frame.preContext.size());
    if (frame.lineno) {
        source.firstNumber = *frame.lineno - source.marked;
    }
    return source;
}

} // namespace picket::ui
