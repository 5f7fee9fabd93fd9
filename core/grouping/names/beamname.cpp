// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/grouping/names/beamname.h"

#include "core/grouping/names/rewriter.h"

#include <optional>

namespace picket::grouping {

namespace {

// Where the quoted text at `at` ends (one past it); a backslash takes the next character. npos if it does not end.
std::size_t afterQuoted(std::string_view text, std::size_t at)
{
    const char quote = text[at];
    for (std::size_t i = at + 1; i < text.size(); ++i) {
        if (text[i] == '\\') {
            ++i;
        } else if (text[i] == quote) {
            return i + 1;
        }
    }
    return std::string_view::npos;
}

struct Arguments {
    std::size_t count = 0;
    std::size_t size = 0; // with both parentheses
};

// The argument list at the beginning of `text`; nothing if it is cut short.
std::optional<Arguments> argumentsOf(std::string_view text)
{
    Arguments arguments;
    std::size_t depth = 0;
    bool any = false; // something other than blanks since the last separator
    for (std::size_t i = 0; i < text.size();) {
        const char c = text[i];
        if (c == '"' || c == '\'') {
            i = afterQuoted(text, i);
            any = true;
            if (i == std::string_view::npos) {
                return std::nullopt;
            }
            continue;
        }
        if (c == '(' || c == '[' || c == '{') {
            any = any || depth > 0;
            ++depth;
        } else if (c == ')' || c == ']' || c == '}') {
            if (--depth == 0) {
                arguments.count += any ? 1 : 0;
                arguments.size = i + 1;
                return arguments;
            }
        } else if (c == ',' && depth == 1) {
            ++arguments.count;
        } else {
            any = any || !isBlank(c);
        }
        ++i;
    }
    return std::nullopt;
}

// "fun-3-", "lc$^0/1-0-", "lbc$^1/1-2-": the numbers are counted through the module.
bool rewriteOrdinal(Rewriter &name)
{
    for (const std::string_view kind : {"-fun-", "-lc$^", "-lbc$^", "-blc$^", "-mc$^"}) {
        if (name.startsWith(kind) && digitsAt(name.rest(), kind.size()) > 0) {
            name.copy(kind.size());
            while (!name.atEnd() && (isDigit(name.next()) || name.next() == '/')) {
                name.skip(1);
                if (name.rest().size() > 1 && name.next() == '-' && isDigit(name.rest()[1])) {
                    name.skip(1);
                }
            }
            return true;
        }
    }
    return false;
}

// "#Function<12.345/1 in Mod.fun>", "#PID<0.1.0>", "&Mod.\"-f/0-\""
bool rewriteValue(Rewriter &name)
{
    for (const std::string_view kind : {"#Function<", "#Fun<", "#PID<", "#Ref<", "#Reference<", "#Port<"}) {
        if (name.startsWith(kind)) {
            name.copy(kind.size());
            while (!name.atEnd() && (isDigit(name.next()) || name.next() == '.')) {
                name.skip(1);
            }
            return true;
        }
    }
    return false;
}

// "elixir_compiler_3": a module of a script, counted through the run.
constexpr std::string_view compilerModule = "elixir_compiler_";

bool rewriteCompilerModule(Rewriter &name)
{
    if (!name.startsWith(compilerModule) || digitsAt(name.rest(), compilerModule.size()) == 0) {
        return false;
    }
    name.copy(compilerModule.size());
    name.skipDigits();
    return true;
}

} // namespace

std::string_view stableBeamName(std::string_view name, TextArena &arena)
{
    if (name.find_first_of("(-#") == std::string_view::npos && !contains(name, compilerModule)) {
        return name;
    }
    Rewriter rewriter(name);
    while (!rewriter.atEnd()) {
        if (rewriter.next() == '(' && !rewriter.written().empty() && !isBlank(rewriter.previous())) {
            const auto arguments = argumentsOf(rewriter.rest());
            const std::string arity = arguments ? std::to_string(arguments->count) : "?";
            // "fn/1()" of a function that was called through its inspected form has an arity already.
            if (!arguments || !rewriter.written().ends_with("/" + arity)) {
                rewriter.write("/" + arity);
            }
            rewriter.skip(arguments ? arguments->size : rewriter.rest().size());
        } else if (!rewriteOrdinal(rewriter) && !rewriteValue(rewriter) && !rewriteCompilerModule(rewriter)) {
            rewriter.copy();
        }
    }
    return rewriter.result(arena);
}

} // namespace picket::grouping
