// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/grouping/functionname.h"

#include "core/grouping/nativename.h"

#include <array>
#include <string>

namespace picket::grouping {

namespace {

bool removePrefix(std::string_view &text, std::string_view prefix)
{
    if (!text.starts_with(prefix)) {
        return false;
    }
    text.remove_prefix(prefix.size());
    return true;
}

// Takes ".isra.0", ".cold", "[clone .x]", "@@GLIBC_2.4", "@plt", "@12", "::h0123456789abcdef" … off the end.
std::string_view withoutSuffixes(std::string_view name)
{
    constexpr std::array<std::string_view, 6> passes = {".isra", ".constprop", ".part", ".cold", ".llvm", ".lto_priv"};
    if (const std::size_t clone = name.find(" [clone "); clone != std::string_view::npos) {
        name = name.substr(0, clone);
    }
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
    if (const std::size_t version = name.find("@@"); version != std::string_view::npos && version > 0) {
        name = name.substr(0, version);
    }
    if (const std::size_t at = name.rfind('@'); at != std::string_view::npos && at > 0) {
        const std::string_view tail = name.substr(at + 1);
        if (tail == "plt" || tail.starts_with("GLIBC") || (!tail.empty() && digitsAt(tail, 0) == tail.size())) {
            name = name.substr(0, at);
        }
    }
    constexpr std::size_t rustHash = 3 + 16;
    if (name.size() > rustHash && name.substr(name.size() - rustHash).starts_with("::h")
        && hexDigitsAt(name, name.size() - 16) == 16) {
        name.remove_suffix(rustHash);
    }
    return name;
}

std::string_view trimNative(std::string_view name, TextArena &arena)
{
    if (name == "<redacted>" || name == "<unknown>" || contains(name, "-[") || contains(name, "+[")) {
        return name; // no name at all, or Objective-C, whose blocks are called "__12-[Foo bar:]_block_invoke"
    }
    for (bool again = true; again;) { // of Swift
        again = removePrefix(name, "specialized ") || removePrefix(name, "partial apply for ")
            || removePrefix(name, "static ") || removePrefix(name, "merged ");
    }
    if (name.starts_with("closure #") || name.starts_with("implicit closure #")) {
        return "closure";
    }
    name = withoutSuffixes(trimmed(name));
    if (name.find_first_of("(<{'`?$ ") == std::string_view::npos || contains(name, "@callee_guaranteed")) {
        return name;
    }
    const std::string result = trimNativeName(name);
    return result.empty() ? name : arena.keep(result);
}

} // namespace

std::string_view trimFunctionName(std::string_view name, Family family, std::string_view platform, TextArena &arena)
{
    if (family == Family::Native) {
        return trimNative(name, arena);
    }
    if (platform == "csharp") {
        return name.substr(0, name.find(" ("));
    }
    return name;
}

} // namespace picket::grouping
