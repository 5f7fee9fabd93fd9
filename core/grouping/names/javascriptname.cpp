// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/grouping/names/javascriptname.h"

#include "core/grouping/names/rewriter.h"

#include <array>

namespace picket::grouping {

namespace {

// "_callee", a number, perhaps "$" or "_" around it, and nothing else.
bool rewriteHelper(Rewriter &name)
{
    constexpr std::array<std::string_view, 6> helpers = {"_callee", "_loop", "_ref", "_temp", "_class", "_default"};
    for (const std::string_view helper : helpers) {
        if (!name.startsWith(helper)) {
            continue;
        }
        const std::string_view rest = name.rest().substr(helper.size());
        const std::size_t underscore = rest.starts_with('_') ? 1 : 0;
        const std::size_t digits = digitsAt(rest, underscore);
        const std::string_view tail = rest.substr(underscore + digits);
        if (digits > 0 && (tail.empty() || tail == "$")) {
            name.copy(helper.size());
            name.skip(underscore + digits);
            return true;
        }
    }
    return false;
}

} // namespace

std::string_view stableJavaScriptName(std::string_view name, TextArena &arena)
{
    constexpr std::string_view hermes = "?anon_";
    const std::string_view last = name.substr(name.rfind('.') + 1); // npos + 1 is 0
    if (!last.starts_with('_') && !last.starts_with(hermes)) {
        return name;
    }
    Rewriter rewriter(name);
    rewriter.copy(name.size() - last.size());
    if (rewriter.startsWith(hermes) && digitsAt(rewriter.rest(), hermes.size()) > 0) {
        rewriter.copy(hermes.size());
        rewriter.skipDigits();
        rewriter.skip(rewriter.startsWith("_") ? 1 : 0);
    } else if (!rewriteHelper(rewriter)) {
        return name;
    }
    rewriter.copy(rewriter.rest().size());
    return rewriter.result(arena);
}

} // namespace picket::grouping
