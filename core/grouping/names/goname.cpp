// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/grouping/names/goname.h"

#include "core/grouping/names/rewriter.h"

#include <algorithm>
#include <array>

namespace picket::grouping {

namespace {

// "func1" -> "func"; the word itself if it is no closure.
std::string_view withoutNumber(std::string_view segment)
{
    constexpr std::array<std::string_view, 3> closures = {"func", "gowrap", "deferwrap"};
    for (const std::string_view closure : closures) {
        if (segment.size() > closure.size() && segment.starts_with(closure)
            && closure.size() + digitsAt(segment, closure.size()) == segment.size()) {
            return closure;
        }
    }
    return segment;
}

// The loop bodies of range-over-func: "f-range1".
std::string_view withoutRange(std::string_view segment)
{
    constexpr std::string_view range = "-range";
    const std::size_t at = segment.rfind(range);
    const bool numbered = at != std::string_view::npos && digitsAt(segment, at + range.size()) > 0
        && at + range.size() + digitsAt(segment, at + range.size()) == segment.size();
    return numbered ? segment.substr(0, at + range.size()) : segment;
}

// The end of the segment at the beginning of `text`: a dot outside brackets.
std::size_t segmentSize(std::string_view text)
{
    std::size_t depth = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '[' || text[i] == '(') {
            ++depth;
        } else if ((text[i] == ']' || text[i] == ')') && depth > 0) {
            --depth;
        } else if (text[i] == '.' && depth == 0) {
            return i;
        }
    }
    return text.size();
}

void writeSegment(Rewriter &name, std::string_view segment)
{
    while (!segment.empty()) { // "Map[go.shape.int_0]": the type arguments
        const std::size_t open = segment.find('[');
        const std::size_t close = open == std::string_view::npos ? open : segment.find(']', open);
        if (close == std::string_view::npos) {
            name.write(segment);
            return;
        }
        name.write(segment.substr(0, open));
        name.write("[...]");
        const std::size_t last = segment.rfind(']'); // of nested ones the outermost
        segment.remove_prefix(last + 1);
    }
}

} // namespace

std::string_view stableGoName(std::string_view name, bool hasPackage, TextArena &arena)
{
    if (std::none_of(name.begin(), name.end(), [](char c) { return isDigit(c) || c == '['; })) {
        return name;
    }
    Rewriter rewriter(name);
    if (hasPackage) { // dots before the last '/' belong to a host
        const std::string_view plain = name.substr(0, name.find('['));
        const std::size_t slash = plain.rfind('/');
        const std::size_t start = slash == std::string_view::npos ? 0 : slash + 1;
        rewriter.copy(std::min(name.find('.', start), name.size()));
    }
    bool behindFunction = false;
    while (!rewriter.atEnd()) {
        if (rewriter.next() == '.') {
            rewriter.copy();
            continue;
        }
        const std::string_view segment = rewriter.rest().substr(0, segmentSize(rewriter.rest()));
        const bool isReceiver = segment.front() == '(';
        const bool isNumber = digitsAt(segment, 0) == segment.size();
        if (isNumber && behindFunction) {
            rewriter.write("<auto>");
        } else {
            writeSegment(rewriter, withoutRange(behindFunction ? withoutNumber(segment) : segment));
        }
        behindFunction = behindFunction || !isReceiver;
        rewriter.skip(segment.size());
    }
    return rewriter.result(arena);
}

} // namespace picket::grouping
