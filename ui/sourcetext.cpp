// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sourcetext.h"

#include "core/base/limits.h"
#include "ui/text.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace picket::ui {

namespace {

class LineCollector final
{
public:
    void reserve(std::size_t bytes) { m_source.utf8.reserve(static_cast<qsizetype>(bytes)); }

    void append(std::string_view line)
    {
        bool cut = false;
        m_source.utf8 += sourceLine(line, &cut).toUtf8();
        m_source.utf8 += '\n';
        m_source.cutLines += cut ? 1 : 0;
    }

    [[nodiscard]] SourceText take()
    {
        m_source.utf8.chop(1);
        return std::move(m_source);
    }

private:
    SourceText m_source;
};

} // namespace

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
    LineCollector collector;
    for (const std::string &line : frame.preContext) {
        collector.append(line);
    }
    collector.append(frame.contextLine);
    for (const std::string &line : frame.postContext) {
        collector.append(line);
    }
    SourceText source = collector.take();
    source.marked = static_cast<int>(frame.preContext.size());
    if (frame.lineno) {
        source.firstNumber = *frame.lineno - source.marked;
    }
    return source;
}

FileText fileText(std::string_view bytes, const model::Frame &frame)
{
    const std::vector<std::string_view> lines = source::splitLines(bytes);
    LineCollector collector;
    collector.reserve(bytes.size() + lines.size());
    for (const std::string_view line : lines) {
        collector.append(line);
    }
    FileText file{collector.take(), source::compareWithRecorded(lines, frame)};
    file.text.firstNumber = 1;
    if (frame.lineno && *frame.lineno >= 1 && *frame.lineno <= static_cast<std::int64_t>(lines.size())) {
        file.text.marked = static_cast<int>(*frame.lineno - 1);
    }
    return file;
}

} // namespace picket::ui
