// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/framenames.h"

#include <algorithm>
#include <array>

namespace picket::model {

namespace {

// Sorted, lower case, without brackets.
constexpr auto placeholders = std::to_array<std::string_view>({
    "?",
    "??",
    "???",
    "anonymous",
    "anonymous class",
    "anonymous closure",
    "anonymous function",
    "compiler-generated",
    "deduplicated_symbol",
    "dynamic",
    "dynamic function",
    "eval",
    "eval code",
    "fn",
    "global",
    "global code",
    "missing",
    "module code",
    "n/a",
    "native",
    "no name",
    "no symbol",
    "none",
    "null",
    "redacted",
    "scriptblock",
    "undefined",
    "unknown",
    "unknown function",
    "unknown module",
    "unnamed",
});

// Placeholders only in brackets: without them they are names that functions really have.
constexpr auto onlyInBrackets = std::to_array<std::string_view>({
    "dynamic",
    "eval",
    "fn",
    "global",
    "missing",
    "native",
    "none",
    "redacted",
    "unnamed",
});

// Names that linkers and debuggers give to code without symbols; a number may follow.
constexpr auto symbols = std::to_array<std::string_view>({
    "__mh_execute_header",
    "_mh_execute_header",
    "___lldb_unnamed_symbol",
});

constexpr std::size_t longest = 32;

constexpr char lowered(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

template <std::size_t N> bool isOneOf(std::string_view text, const std::array<std::string_view, N> &names)
{
    return std::find(names.begin(), names.end(), text) != names.end();
}

bool startsWithAnyCase(std::string_view text, std::string_view prefix)
{
    return text.size() >= prefix.size()
        && std::equal(prefix.begin(), prefix.end(), text.begin(), [](char p, char c) { return p == lowered(c); });
}

// Takes one pair of brackets off; whether there was one.
bool unwrap(std::string_view &text)
{
    constexpr std::array<std::string_view, 4> pairs = {"<>", "()", "[]", "{}"};
    for (const std::string_view pair : pairs) {
        if (text.size() > 2 && text.front() == pair[0] && text.back() == pair[1]) {
            text = text.substr(1, text.size() - 2);
            return true;
        }
    }
    return false;
}

// "-----------": the separator that libraries for long stack traces insert.
bool isRuler(std::string_view text)
{
    return text.size() >= 4
        && (text.find_first_not_of('-') == std::string_view::npos
            || text.find_first_not_of('=') == std::string_view::npos
            || text.find_first_not_of('_') == std::string_view::npos);
}

// A symbol of a linker or debugger, or an address in place of a name.
bool isMadeUp(std::string_view lowerCase)
{
    if (lowerCase.starts_with("0x") && lowerCase.size() > 2) {
        return lowerCase.find_first_not_of("0123456789abcdef", 2) == std::string_view::npos;
    }
    return std::any_of(symbols.begin(), symbols.end(), [lowerCase](std::string_view symbol) {
        return lowerCase.starts_with(symbol)
            && lowerCase.find_first_not_of("0123456789$", symbol.size()) == std::string_view::npos;
    });
}

} // namespace

bool isPlaceholder(std::string_view name)
{
    if (name.empty()) {
        return true;
    }
    if (name.size() > longest) {
        return false;
    }
    std::array<char, longest> buffer{};
    std::transform(name.begin(), name.end(), buffer.begin(), lowered);
    std::string_view word(buffer.data(), name.size());
    if (isMadeUp(word)) {
        return true;
    }
    const bool bracketed = unwrap(word);
    return std::binary_search(placeholders.begin(), placeholders.end(), word)
        && (bracketed || !isOneOf(word, onlyInBrackets));
}

bool isGapText(std::string_view text)
{
    if (text.size() < 4) {
        return false;
    }
    if (isRuler(text) || text == "_COROUTINE._BOUNDARY" || text == "From previous event:"
        || text == "--- <exception caught here> ---") {
        return true;
    }
    std::string_view inner = text;
    unwrap(inner);
    while (!inner.empty() && (inner.front() == '=' || inner.front() == '-' || inner.front() == ' ')) {
        inner.remove_prefix(1);
    }
    constexpr std::array<std::string_view, 7> beginnings = {
        "asynchronous suspension",
        "asynchronous gap",
        "async gap",
        "end of stack trace from previous location",
        "end of inner exception stack trace",
        "coroutine boundary",
        "elapsed: ",
    };
    return std::any_of(beginnings.begin(), beginnings.end(),
                       [inner](std::string_view beginning) { return startsWithAnyCase(inner, beginning); });
}

bool isAsynchronousGap(const Frame &frame)
{
    if (frame.module.starts_with("_COROUTINE")) { // Kotlin's boundaries come with the file and line that define them
        return true;
    }
    if (frame.isNull || frame.lineno.value_or(0) > 0 || !frame.instructionAddr.empty()) {
        return false;
    }
    const std::string &text = !frame.function.empty() ? frame.function
        : !frame.filename.empty()                     ? frame.filename
                                                      : frame.absPath;
    return isGapText(text);
}

} // namespace picket::model
