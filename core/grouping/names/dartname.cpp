// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/grouping/names/dartname.h"

#include "core/grouping/names/rewriter.h"

namespace picket::grouping {

std::string_view stableDartName(std::string_view name, TextArena &arena)
{
    constexpr std::string_view closure = "_closure";
    if (!contains(name, "@") && !contains(name, closure)) {
        return name;
    }
    Rewriter rewriter(name);
    while (!rewriter.atEnd()) {
        const std::size_t key = rewriter.next() == '@' ? digitsAt(rewriter.rest(), 1) : 0;
        if (key > 0 && isWordCharacter(rewriter.previous())) {
            rewriter.skip(1 + key);
        } else if (rewriter.startsWith(closure)) {
            rewriter.copy(closure.size());
            rewriter.skipDigits();
        } else {
            rewriter.copy();
        }
    }
    return rewriter.result(arena);
}

} // namespace picket::grouping
