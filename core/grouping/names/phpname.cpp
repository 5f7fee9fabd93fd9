// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/grouping/names/phpname.h"

#include "core/grouping/names/rewriter.h"

#include <algorithm>

namespace picket::grouping {

namespace {

constexpr std::string_view closure = "{closure:";
constexpr std::string_view anonymous = "@anonymous";

// One past the brace that closes the one at the beginning; npos if there is none.
std::size_t afterClosingBrace(std::string_view text)
{
    std::size_t depth = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '{') {
            ++depth;
        } else if (text[i] == '}' && --depth == 0) {
            return i + 1;
        }
    }
    return std::string_view::npos;
}

// "/srv/web.php:38" -> "/srv/web.php"
std::string_view withoutLine(std::string_view place)
{
    std::size_t end = place.size();
    while (end > 0 && isDigit(place[end - 1])) {
        --end;
    }
    return end > 0 && end < place.size() && place[end - 1] == ':' ? place.substr(0, end - 1) : place;
}

bool isPath(std::string_view place)
{
    return !place.ends_with("()") && !place.starts_with(closure);
}

// The path and the counter behind "@anonymous": up to the method, or to the end of the closure that holds the class.
std::size_t anonymousTail(std::string_view tail)
{
    const std::size_t end = std::min(tail.find("::"), tail.find('}'));
    return std::min(end, tail.size());
}

// Symfony compiles its container into a namespace of its own for each build: "ContainerXyz12Ab\".
constexpr std::string_view container = "Container";
constexpr std::size_t containerRandom = 7;

bool isContainerNamespace(std::string_view rest)
{
    const std::size_t size = container.size() + containerRandom;
    const std::string_view random = rest.substr(0, size);
    return rest.size() > size && rest[size] == '\\' && rest.starts_with(container)
        && std::all_of(random.begin(), random.end(), isWordCharacter);
}

// The digits that Symfony puts behind the classes of that namespace: "EntityManagerGhostebeb667".
std::string_view withoutProxyHash(std::string_view className)
{
    constexpr std::size_t size = 7;
    const bool hashed = className.size() > size && hexDigitsAt(className, className.size() - size) == size
        && std::any_of(className.end() - size, className.end(), isDigit);
    if (!hashed) {
        return className;
    }
    className.remove_suffix(size);
    return className.ends_with('_') ? className.substr(0, className.size() - 1) : className;
}

void rewrite(Rewriter &name, std::size_t depth);

void rewriteClosure(Rewriter &name, std::size_t depth)
{
    constexpr std::size_t deepest = 16; // a closure in a closure in …; more are kept as they came
    const std::size_t end = afterClosingBrace(name.rest());
    if (end == std::string_view::npos || depth >= deepest) {
        name.copy(name.rest().size());
        return;
    }
    const std::string_view place = withoutLine(name.rest().substr(closure.size(), end - closure.size() - 1));
    if (isPath(place)) {
        name.write("{closure}");
    } else {
        Rewriter inner(place);
        rewrite(inner, depth + 1);
        name.write(closure);
        name.write(inner.written());
        name.write("}");
    }
    name.skip(end);
}

void rewrite(Rewriter &name, std::size_t depth)
{
    while (!name.atEnd()) {
        if (name.startsWith(closure)) {
            rewriteClosure(name, depth);
        } else if (name.startsWith(anonymous)) {
            name.copy(anonymous.size());
            name.skip(anonymousTail(name.rest()));
        } else if (!isWordCharacter(name.previous()) && isContainerNamespace(name.rest())) {
            name.skip(container.size() + containerRandom);
            name.write("Container<auto>");
            name.copy(1);
            const std::size_t end = std::min(name.rest().find_first_of("\\:"), name.rest().size());
            name.write(withoutProxyHash(name.rest().substr(0, end)));
            name.skip(end);
        } else {
            name.copy();
        }
    }
}

} // namespace

std::string_view stablePhpName(std::string_view name, TextArena &arena)
{
    if (!contains(name, closure) && !contains(name, anonymous) && !contains(name, container)) {
        return name;
    }
    Rewriter rewriter(name);
    rewrite(rewriter, 0);
    return rewriter.result(arena);
}

} // namespace picket::grouping
