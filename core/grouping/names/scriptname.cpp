// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/grouping/names/scriptname.h"

#include "core/grouping/names/rewriter.h"

#include <algorithm>
#include <array>

namespace picket::grouping {

namespace {

// "<a/b.lua:12>" -> "<b.lua>"
bool rewritePlace(Rewriter &name)
{
    const std::size_t end = name.next() == '<' ? name.rest().find('>') : std::string_view::npos;
    if (end == std::string_view::npos) {
        return false;
    }
    const std::string_view place = name.rest().substr(1, end - 1);
    const std::size_t colon = place.rfind(':');
    if (colon == std::string_view::npos || digitsAt(place, colon + 1) == 0
        || colon + 1 + digitsAt(place, colon + 1) != place.size()) {
        return false;
    }
    name.write("<");
    name.write(baseName(place.substr(0, colon)));
    name.skip(end);
    return true;
}

// A word and the numbers behind it, which count what an interpreter was given.
bool rewriteCounted(Rewriter &name)
{
    constexpr std::array<std::string_view, 5> counted = {"<ipython-input-", "<decorator-gen-", "<cell ", "(eval ",
                                                         "ipykernel_"};
    for (const std::string_view word : counted) {
        if (name.startsWith(word) && digitsAt(name.rest(), word.size()) > 0) {
            name.copy(word.size() - 1);
            name.skip(1);
            name.skipDigits();
            const std::size_t hash = name.startsWith("-") ? hexDigitsAt(name.rest(), 1) : 0;
            name.skip(hash > 0 ? 1 + hash : 0);
            return true;
        }
    }
    return false;
}

} // namespace

std::string_view stableScriptName(std::string_view name, TextArena &arena)
{
    constexpr std::string_view perl = "__ANON__[";
    if (name.find_first_of("<([") == std::string_view::npos) {
        return name;
    }
    Rewriter rewriter(name);
    while (!rewriter.atEnd()) {
        if (rewriter.startsWith(perl)) {
            const std::size_t end = rewriter.rest().find(']');
            rewriter.copy(perl.size() - 1);
            rewriter.skip(end == std::string_view::npos ? rewriter.rest().size() : end + 2 - perl.size());
        } else if (!rewritePlace(rewriter) && !rewriteCounted(rewriter)) {
            rewriter.copy();
        }
    }
    return rewriter.result(arena);
}

} // namespace picket::grouping
