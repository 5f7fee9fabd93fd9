// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/sourcelines.h"

#include <algorithm>

namespace picket::source {

namespace {

constexpr std::string_view byteOrderMark = "\xef\xbb\xbf";
// What SDKs write where they cut: JavaScript's in the place of what is left out, the others' at the end.
constexpr std::string_view snip = "{snip}";
constexpr std::string_view cutEnd = "...";
constexpr std::size_t shortestCut = 100; // no SDK cuts shorter lines; a line of code may end in "..." by itself

std::string_view withoutBlanks(std::string_view line)
{
    const std::size_t last = line.find_last_not_of(" \t\r\n\f\v");
    return line.substr(0, last == std::string_view::npos ? 0 : last + 1);
}

std::string_view trimmed(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(" \t");
    return withoutBlanks(text.substr(first == std::string_view::npos ? text.size() : first));
}

// Every piece that was kept must be there, in order.
bool matchesSnipped(std::string_view line, std::string_view recorded)
{
    while (!recorded.empty()) {
        const std::size_t end = recorded.find(snip);
        const std::string_view piece = trimmed(recorded.substr(0, end));
        const std::size_t found = line.find(piece);
        if (found == std::string_view::npos) {
            return false;
        }
        line.remove_prefix(found + piece.size());
        recorded.remove_prefix(end == std::string_view::npos ? recorded.size() : end + snip.size());
    }
    return true;
}

bool isSameLine(std::string_view line, std::string_view recorded)
{
    line = withoutBlanks(line);
    recorded = withoutBlanks(recorded);
    if (line == recorded) {
        return true;
    }
    if (recorded.find(snip) != std::string_view::npos) {
        return matchesSnipped(line, recorded);
    }
    return recorded.size() > shortestCut && recorded.ends_with(cutEnd)
        && line.starts_with(recorded.substr(0, recorded.size() - cutEnd.size()));
}

} // namespace

std::vector<std::string_view> splitLines(std::string_view text)
{
    if (text.starts_with(byteOrderMark)) {
        text.remove_prefix(byteOrderMark.size());
    }
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t end = text.find_first_of("\r\n");
        lines.push_back(text.substr(0, end));
        if (end == std::string_view::npos) {
            break;
        }
        const bool twoBytes = text[end] == '\r' && end + 1 < text.size() && text[end + 1] == '\n';
        text.remove_prefix(end + (twoBytes ? 2 : 1));
    }
    return lines;
}

Agreement compareWithRecorded(const std::vector<std::string_view> &lines, const model::Frame &frame)
{
    if (!frame.hasContext || !frame.lineno) {
        return Agreement::Unknown;
    }
    if (*frame.lineno < 1 || *frame.lineno > static_cast<std::int64_t>(lines.size())) {
        return Agreement::Different;
    }
    std::int64_t number = *frame.lineno - static_cast<std::int64_t>(frame.preContext.size());
    const auto matches = [&number, &lines](const std::string &recorded) {
        const std::int64_t at = number++;
        const bool inFile = at >= 1 && at <= static_cast<std::int64_t>(lines.size());
        // SDKs fill what would lie before the first or after the last line with empty ones.
        return inFile ? isSameLine(lines[static_cast<std::size_t>(at - 1)], recorded) : withoutBlanks(recorded).empty();
    };
    const bool same = std::all_of(frame.preContext.begin(), frame.preContext.end(), matches)
        && matches(frame.contextLine) && std::all_of(frame.postContext.begin(), frame.postContext.end(), matches);
    return same ? Agreement::Same : Agreement::Different;
}

} // namespace picket::source
