// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/grouping/names/dotnetname.h"

#include "core/grouping/names/rewriter.h"

#include <array>

namespace picket::grouping {

namespace {

// "3_0", "12", "3_0_1": digits, and more digits behind an underscore.
std::size_t ordinalSize(std::string_view text, std::size_t at)
{
    std::size_t size = digitsAt(text, at);
    while (size > 0 && at + size < text.size() && text[at + size] == '_' && digitsAt(text, at + size + 1) > 0) {
        size += 1 + digitsAt(text, at + size + 1);
    }
    return size;
}

// What follows the '>' of "<Method>": a kind, two underscores, perhaps a word, an ordinal.
void rewriteKind(Rewriter &name)
{
    const std::string_view rest = name.rest();
    std::size_t kind = 0;
    while (kind < rest.size() && lowered(rest[kind]) >= 'a' && lowered(rest[kind]) <= 'z') {
        ++kind;
    }
    kind = kind == 0 ? digitsAt(rest, 0) : kind; // "<x>5__2" is a field that a state machine lifts
    if (kind == 0 || kind > 4 || !rest.substr(kind).starts_with("__")) {
        return;
    }
    const bool localFunction = rest[0] == 'g' && kind == 1;
    name.copy(kind + 2);
    while (!name.atEnd() && (isWordCharacter(name.next()) || name.next() == '|')) {
        if (localFunction ? name.next() == '|' : isDigit(name.next())) {
            name.skip(localFunction ? 1 : 0);
            name.skip(ordinalSize(name.rest(), 0));
            return;
        }
        name.copy();
    }
}

// Words that a library or another compiler numbers.
constexpr std::array<std::string_view, 5> numbered = {"_Closure$__", "_Lambda$__", "_Iterator$__", "VB$StateMachine_",
                                                      "lambda_method"};

bool rewriteNumbered(Rewriter &name)
{
    for (const std::string_view word : numbered) {
        if (!name.startsWith(word)) {
            continue;
        }
        name.copy(word.size());
        for (bool again = true; again;) { // "3-0", "3_Run": the name behind the last separator is kept
            name.skipDigits();
            const std::string_view rest = name.rest();
            again = rest.size() > 1 && (rest[0] == '-' || rest[0] == '_') && isDigit(rest[1]);
            name.skip(again ? 1 : 0);
        }
        return true;
    }
    return false;
}

// F#: "run@45-1" is a closure of `run` on line 45.
bool rewriteFSharp(Rewriter &name)
{
    const std::size_t digits = name.startsWith("@") ? digitsAt(name.rest(), 1) : 0;
    if (digits == 0 || !isWordCharacter(name.previous())) {
        return false;
    }
    name.copy(1);
    name.skip(digits);
    if (name.startsWith("-") && digitsAt(name.rest(), 1) > 0) {
        name.skip(1);
        name.skipDigits();
    }
    return true;
}

// Castle: "Castle.Proxies.OrderProxy_12".
std::string_view withoutProxyNumber(std::string_view name)
{
    if (!contains(name, "Castle.Proxies.") && !contains(name, "Proxy_")) {
        return name;
    }
    std::size_t end = name.size();
    while (end > 0 && isDigit(name[end - 1])) {
        --end;
    }
    return end < name.size() && name.substr(0, end).ends_with("_") ? name.substr(0, end - 1) : name;
}

} // namespace

std::string_view stableDotnetName(std::string_view name, TextArena &arena)
{
    name = withoutProxyNumber(name);
    constexpr std::string_view mangledOpen = "U3C"; // IL2CPP writes '<' and '>' so
    constexpr std::string_view mangledClose = "U3E";
    const bool mangled = contains(name, mangledOpen) && contains(name, mangledClose);
    if (name.find_first_of(">$@|-") == std::string_view::npos && !contains(name, "lambda_method") && !mangled) {
        return name;
    }
    Rewriter rewriter(name);
    while (!rewriter.atEnd()) {
        if (rewriter.next() == '>') {
            rewriter.copy();
            rewriteKind(rewriter);
        } else if (mangled && rewriter.startsWith(mangledClose)) {
            rewriter.copy(mangledClose.size());
            rewriteKind(rewriter);
        } else if (!rewriteNumbered(rewriter) && !rewriteFSharp(rewriter)) {
            rewriter.copy();
        }
    }
    return rewriter.result(arena);
}

} // namespace picket::grouping
