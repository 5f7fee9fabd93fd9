// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/grouping/names/rubyname.h"

#include "core/grouping/names/rewriter.h"

namespace picket::grouping {

namespace {

// "__HASH_ID" at the end; a negative hash is written with a third underscore.
std::string_view withoutTemplateNumbers(std::string_view function)
{
    struct Part {
        std::string_view separator;
        std::size_t fewestDigits;
    };
    std::size_t end = function.size();
    for (const Part &part : {Part{"_", 1}, Part{"__", 4}}) { // the object's number, then the hash of the path
        std::size_t begin = end;
        while (begin > 0 && isDigit(function[begin - 1])) {
            --begin;
        }
        if (end - begin < part.fewestDigits || !function.substr(0, begin).ends_with(part.separator)) {
            return function;
        }
        end = begin - part.separator.size();
    }
    return function.substr(0, function.substr(0, end).ends_with('_') ? end - 1 : end);
}

} // namespace

std::string_view stableRubyName(std::string_view name, TextArena &arena)
{
    constexpr std::string_view address = ":0x";
    name = withoutTemplateNumbers(name);
    if (!contains(name, address)) {
        return name;
    }
    Rewriter rewriter(name);
    while (!rewriter.atEnd()) {
        if (rewriter.startsWith(address)) {
            rewriter.skip(address.size());
            rewriter.skip(hexDigitsAt(rewriter.rest(), 0));
        } else {
            rewriter.copy();
        }
    }
    return rewriter.result(arena);
}

} // namespace picket::grouping
