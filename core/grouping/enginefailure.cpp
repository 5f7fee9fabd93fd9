// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/grouping/enginefailure.h"

#include "core/grouping/text.h"

#include <algorithm>
#include <array>

namespace picket::grouping {

namespace {

bool startsWith(std::string_view text, std::string_view lowerCase)
{
    return text.size() >= lowerCase.size()
        && std::equal(lowerCase.begin(), lowerCase.end(), text.begin(), [](char l, char c) { return l == lowered(c); });
}

template <std::size_t N> bool startsWithOne(std::string_view text, const std::array<std::string_view, N> &beginnings)
{
    return std::any_of(beginnings.begin(), beginnings.end(),
                       [text](std::string_view beginning) { return startsWith(text, beginning); });
}

// Beginnings of crash texts; for these the exception has the better title.
constexpr auto crashWords = std::to_array<std::string_view>({
    "unhandled exception",
    "caught signal",
    "signal ",
    "sigsegv",
    "segmentation fault",
    "exception_",
});

// Beginnings of failed checks and fatal errors.
constexpr auto failureWords = std::to_array<std::string_view>({
    "assertion ",
    "assert failed",
    "assert:",
    "debug assertion failed",
    "ensure condition failed",
    "ensure failed",
    "check failed",
    "precondition failed",
    "fatal error",
    "lowlevelfatalerror",
    "gpu crash",
    "out of memory",
    "ran out of memory",
    "condition \"",
    "index p_",
    "parameter \"",
    "method/function failed",
});

// Without "[File:D:\a\b.cpp] [Line: 77]".
std::string withoutPlace(std::string_view text)
{
    std::string result(text);
    for (const std::string_view mark : {"[File:", "[Line:"}) {
        for (std::size_t at = result.find(mark); at != std::string::npos; at = result.find(mark, at)) {
            const std::size_t end = result.find_first_of("]\n", at);
            const bool closed = end != std::string::npos && result[end] == ']';
            result.erase(at, closed ? end + 1 - at : mark.size());
            while (at > 0 && at < result.size() && result[at] == ' ' && result[at - 1] == ' ') {
                result.erase(at, 1);
            }
        }
    }
    return result;
}

// "Fatal error:" alone in a line is the heading of the next line.
std::string joinedHeading(const std::string &text)
{
    const std::string_view first = firstLine(text);
    const std::size_t end = text.find(first) + first.size();
    std::string_view heading = first;
    while (!heading.empty() && std::string_view(":!. ").find(heading.back()) != std::string_view::npos) {
        heading.remove_suffix(1);
    }
    const std::string_view rest = trimmed(std::string_view(text).substr(end));
    const bool isHeading = startsWith(heading, "fatal error")
        ? heading.size() == std::string_view("fatal error").size()
        : startsWith(heading, "lowlevelfatalerror") && heading.size() == std::string_view("lowlevelfatalerror").size();
    return isHeading && !rest.empty() ? std::string(heading).append(": ").append(rest) : std::string(trimmed(text));
}

} // namespace

std::string engineFailure(const model::Event &event, const model::Exception *main)
{
    for (const model::Context &context : event.contexts) {
        if (context.isEngine()) {
            const std::string_view text = trimmed(context.value["error_message"].text());
            if (!text.empty() && !startsWithOne(text, crashWords)) {
                return joinedHeading(withoutPlace(text));
            }
        }
    }
    const bool synthetic = main && main->mechanism && main->mechanism->synthetic;
    const std::string_view value = synthetic ? trimmed(main->value) : std::string_view();
    const bool isCode =
        startsWith(value, "fatal error: 0x") || startsWith(value, "fatal error: exception_"); // of a dump
    return startsWithOne(value, failureWords) && !isCode ? joinedHeading(withoutPlace(value)) : std::string();
}

} // namespace picket::grouping
