// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/code/sourcetext.h"

#include "core/base/limits.h"
#include "ui/wording/text.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstring>
#include <span>

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

std::size_t mostShown(const QString &line)
{
    const bool isLatin = std::all_of(line.cbegin(), line.cend(), [](QChar c) {
        return c.unicode() < 0x300 || (c.unicode() >= 0x2000 && c.unicode() < 0x2500); // punctuation, control pictures
    });
    return isLatin ? limits::sourceLine : limits::sourceLineShaped;
}

// Eight bytes a step: the rest of a line may have megabytes. A byte that goes on a character is 10xxxxxx.
qsizetype charactersIn(std::string_view utf8)
{
    constexpr std::uint64_t lowBits = 0x0101010101010101;
    std::uint64_t eight = 0;
    qsizetype count = 0;
    for (; utf8.size() >= sizeof eight; utf8.remove_prefix(sizeof eight)) {
        std::memcpy(&eight, utf8.data(), sizeof eight);
        // The product's highest byte is the sum of all: a call less than std::popcount() without the instruction.
        count += 8 - static_cast<qsizetype>((((eight >> 7U) & (~eight >> 6U) & lowBits) * lowBits) >> 56U);
    }
    return count + std::count_if(utf8.begin(), utf8.end(), [](char c) {
               return (static_cast<unsigned char>(c) & 0xc0U) != 0x80;
           });
}

} // namespace

QString sourceLine(std::string_view utf8, bool *cut)
{
    constexpr auto most = limits::sourceLine;
    while (!utf8.empty() && (utf8.back() == '\n' || utf8.back() == '\r')) {
        utf8.remove_suffix(1);
    }
    // A character takes at most four bytes: what is far beyond the cut need not be decoded.
    const std::string_view beyond = utf8.substr(std::min(utf8.size(), most * 4 + 4));
    QString line = toText(utf8.substr(0, utf8.size() - beyond.size()));
    // One line sent is one line shown, or the numbers beside the following ones would lie.
    line.replace(u'\n', QChar(0x240a));
    line.replace(QChar(0x2028), QChar(0x240a));
    line.replace(QChar(0x2029), QChar(0x240a));
    const auto fits = static_cast<qsizetype>(mostShown(line));
    if (line.size() > fits) {
        const qsizetype left = line.size() - fits + charactersIn(beyond);
        line.truncate(line[fits - 1].isHighSurrogate() ? fits - 1 : fits);
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
    const std::size_t before = std::min(frame.preContext.size(), limits::recordedLines);
    const std::size_t after = std::min(frame.postContext.size(), limits::recordedLines);
    LineCollector collector;
    for (const std::string &line : std::span(frame.preContext).last(before)) {
        collector.append(line);
    }
    collector.append(frame.contextLine);
    for (const std::string &line : std::span(frame.postContext).first(after)) {
        collector.append(line);
    }
    SourceText source = collector.take();
    source.marked = static_cast<int>(before);
    source.linesLeftOut = frame.preContext.size() - before + frame.postContext.size() - after;
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
