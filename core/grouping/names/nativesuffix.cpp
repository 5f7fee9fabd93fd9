// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/grouping/names/nativesuffix.h"

#include "core/grouping/names/rewriter.h"

#include <algorithm>
#include <array>

namespace picket::grouping {

namespace {

// ".cold", ".constprop.0", also several of them.
std::string_view withoutPasses(std::string_view name)
{
    constexpr std::array<std::string_view, 14> passes = {
        ".isra",        ".constprop", ".part",       ".cold",    ".llvm",   ".lto_priv",     ".clone",
        ".specialized", ".__uniq",    ".localalias", "._omp_fn", ".__part", ".omp_outlined", ".resolver"};
    for (bool again = true; again;) {
        again = false;
        for (const std::string_view pass : passes) {
            const std::size_t at = name.rfind(pass);
            if (at == std::string_view::npos || at == 0) {
                continue;
            }
            const std::string_view number = name.substr(at + pass.size());
            if (number.empty() || (number[0] == '.' && 1 + digitsAt(number, 1) == number.size())) {
                name = name.substr(0, at);
                again = true;
            }
        }
    }
    return name;
}

// "helper.1234": LLVM's name for the second of two functions of one name.
std::string_view withoutNumber(std::string_view name)
{
    std::size_t end = name.size();
    while (end > 0 && isDigit(name[end - 1])) {
        --end;
    }
    const bool numbered = end < name.size() && end > 1 && name[end - 1] == '.' && isWordCharacter(name[end - 2]);
    return numbered ? name.substr(0, end - 1) : name;
}

std::string_view withoutVersion(std::string_view name)
{
    if (const std::size_t version = name.find("@@"); version != std::string_view::npos && version > 0) {
        name = name.substr(0, version);
    }
    if (const std::size_t at = name.rfind('@'); at != std::string_view::npos && at > 0) {
        const std::string_view tail = name.substr(at + 1);
        if (tail == "plt" || tail.starts_with("GLIBC") || (!tail.empty() && digitsAt(tail, 0) == tail.size())) {
            name = name.substr(0, at);
        }
    }
    return name;
}

// Rust's "::h0123456789abcdef", demangled or not.
std::string_view withoutRustHash(std::string_view name)
{
    constexpr std::size_t digits = 16;
    constexpr std::size_t demangled = 3 + digits;
    constexpr std::size_t mangled = 3 + digits + 1;
    if (name.size() > demangled && name.substr(name.size() - demangled).starts_with("::h")
        && hexDigitsAt(name, name.size() - digits) == digits) {
        name.remove_suffix(demangled);
    }
    if (name.size() > mangled && name.starts_with("_ZN") && name.ends_with('E')
        && name.substr(name.size() - mangled).starts_with("17h")
        && hexDigitsAt(name.substr(0, name.size() - 1), name.size() - digits - 1) == digits) { // E is a digit, too
        name.remove_suffix(mangled);
    }
    return name;
}

// IL2CPP: "Basket_AddItem_m0123…", 40 digits; what may follow is the kind of the copy.
std::string_view withoutIl2CppHash(std::string_view name)
{
    constexpr std::string_view mark = "_m";
    constexpr std::size_t digits = 40;
    for (std::size_t at = name.find(mark); at != std::string_view::npos; at = name.find(mark, at + 1)) {
        if (at > 0 && hexDigitsAt(name.substr(0, at + mark.size() + digits), at + mark.size()) == digits) {
            return name.substr(0, at);
        }
    }
    return name;
}

// MSVC's parts of a function that run when an exception passes: "run$catch$3", "`run'::`1'::dtor$0".
std::string_view withoutHandlerNumber(std::string_view name)
{
    std::size_t end = name.size();
    while (end > 0 && isDigit(name[end - 1])) {
        --end;
    }
    const std::string_view stem = name.substr(0, end);
    const bool numbered = end < name.size()
        && (stem.ends_with("catch$") || stem.ends_with("dtor$") || stem.ends_with("fin$") || stem.ends_with("filt$"));
    return numbered ? stem.substr(0, end - 1) : name;
}

// OCaml: "camlShop__total_271".
std::string_view withoutOCamlStamp(std::string_view name)
{
    constexpr std::string_view prefix = "caml";
    if (!name.starts_with(prefix) || name.size() == prefix.size() || name[4] < 'A' || name[4] > 'Z') {
        return name;
    }
    std::size_t end = name.size();
    while (end > 0 && isDigit(name[end - 1])) {
        --end;
    }
    return end < name.size() && name[end - 1] == '_' ? name.substr(0, end - 1) : name;
}

constexpr std::array<std::string_view, 12> numberedWords = {"_block_invoke", "__lambda", "__dgliteral", "__funcliteral",
                                                            "__foreachbody", "__mixin",  "__unittest",  "__anon_",
                                                            "__struct_",     "__enum_",  "__union_",    "__opaque_"};

// "3", "_2", ".45", "_L12_C4", "_L12_C4_1": numbers, each perhaps with a separator and D's letter for line or column.
void skipNumbers(Rewriter &name)
{
    for (;;) {
        const std::string_view rest = name.rest();
        std::size_t at = rest.starts_with('_') || rest.starts_with('.') ? 1 : 0;
        at += at == 1 && rest.size() > 1 && (rest[1] == 'L' || rest[1] == 'C') ? 1 : 0;
        const std::size_t digits = digitsAt(rest, at);
        if (digits == 0) {
            return;
        }
        name.skip(at + digits);
    }
}

} // namespace

std::string_view withoutBuildSuffix(std::string_view name)
{
    for (const std::string_view clone : {" [clone ", " (."}) { // GCC's and LLVM's words for the same
        if (const std::size_t at = name.find(clone); at != std::string_view::npos && at > 0) {
            name = name.substr(0, at);
        }
    }
    name = withoutNumber(withoutVersion(withoutPasses(name)));
    return withoutHandlerNumber(withoutOCamlStamp(withoutIl2CppHash(withoutRustHash(name))));
}

std::string_view withoutBuildNumbers(std::string_view name, TextArena &arena)
{
    if (!contains(name, "_block_invoke") && !contains(name, "__")) {
        return name;
    }
    Rewriter rewriter(name);
    while (!rewriter.atEnd()) {
        const auto word = std::find_if(numberedWords.begin(), numberedWords.end(),
                                       [&rewriter](std::string_view each) { return rewriter.startsWith(each); });
        if (word == numberedWords.end()) {
            rewriter.copy();
            continue;
        }
        rewriter.copy(word->size());
        skipNumbers(rewriter);
    }
    return rewriter.result(arena);
}

} // namespace picket::grouping
