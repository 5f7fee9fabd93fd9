// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/grouping/contextline.h"

#include "core/grouping/hints.h"
#include "core/model/framenames.h"

#include <array>
#include <string>

namespace picket::grouping {

namespace {

constexpr std::size_t longestLine = 120; // longer ones are minified code

bool isPageOrigin(std::string_view absPath)
{
    constexpr std::array<std::string_view, 5> schemes = {"http", "https", "file", "blob", "applewebdata"};
    const std::string_view scheme = urlScheme(absPath);
    for (const std::string_view known : schemes) {
        if (scheme == known) {
            return true;
        }
    }
    return false;
}

bool hasSourceLines(std::string_view platform, Family family)
{
    return family == Family::JavaScript || platform == "python" || platform == "php" || platform == "ruby";
}

// "spawn_main(tracker_fd=7, pipe_handle=9)": Python's multiprocessing makes up the numbers.
std::string_view withoutSpawnNumbers(std::string_view line, TextArena &arena)
{
    if (!contains(line, "spawn_main(")) {
        return line;
    }
    std::string result;
    for (std::size_t i = 0; i < line.size();) {
        const std::size_t digits = i > 0 && line[i - 1] == '=' ? digitsAt(line, i) : 0;
        if (digits > 0) {
            result += "<int>";
            i += digits;
        } else {
            result += line[i++];
        }
    }
    return arena.keep(result);
}

} // namespace

FrameValue contextLineValue(const FrameComponent &component, TextArena &arena)
{
    const model::Frame &frame = *component.frame;
    // Of other languages the line counts where there is no name.
    const bool counts =
        hasSourceLines(component.platform, component.family) || model::isPlaceholder(component.functionName);
    if (frame.contextLine.empty() || !counts) {
        return {};
    }
    if (frame.contextLine.size() > longestLine) {
        return {cutBytes(frame.contextLine, longestLine), hints::lineTooLong, false};
    }
    const std::string_view line = collapsedBlanks(frame.contextLine, arena);
    if (line.empty()) {
        return {};
    }
    const bool named = !component.functionName.empty() && component.functionName != "?";
    if (component.family == Family::JavaScript && !named && isPageOrigin(frame.absPath)) {
        return {line, hints::pageWithoutFunction, false};
    }
    return {withoutSpawnNumbers(line, arena), {}, true};
}

} // namespace picket::grouping
