// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/grouping/names/jvmname.h"

#include "core/grouping/names/rewriter.h"

#include <array>

namespace picket::grouping {

namespace {

constexpr std::string_view automatic = "<auto>";

enum class Tail { Digits, HexAndNumber, Word };

// From the marker's end on, what is generated is replaced by <auto>.
struct Marker {
    std::string_view text;
    Tail tail;
    bool tailDemanded; // without a generated part after it the marker is an ordinary name
};

constexpr std::array<Marker, 19> markers = {{
    {"sun.reflect.GeneratedMethodAccessor", Tail::Digits, true},
    {"jdk.internal.reflect.GeneratedMethodAccessor", Tail::Digits, true},
    {"GeneratedConstructorAccessor", Tail::Digits, true},
    {"GeneratedSerializationConstructorAccessor", Tail::Digits, true},
    {"CGLIB$$", Tail::HexAndNumber, true},
    {"$$_javassist", Tail::Word, false},
    {"_$$_jvst", Tail::Word, false},
    {"$HibernateProxy$", Tail::Word, true},
    {"$ByteBuddy$", Tail::Word, true},
    {"$MockitoMock$", Tail::Word, true},
    {"$$EnhancerByGuice$$", Tail::HexAndNumber, true},
    {"$$FastClassByGuice$$", Tail::HexAndNumber, true},
    {"$Proxy", Tail::Digits, true},
    {"jdk.proxy", Tail::Digits, true},
    {"$$ExternalSyntheticLambda", Tail::Digits, true},
    {"$fn__", Tail::Digits, true},
    {"$eval", Tail::Digits, true},
    {"_closure", Tail::Digits, true}, // Groovy's
    {"lambda-", Tail::Digits, true}, // Compose and older Kotlin
}};

std::size_t tailSize(std::string_view rest, Tail tail)
{
    switch (tail) {
    case Tail::Digits:
        return digitsAt(rest, 0);
    case Tail::HexAndNumber: {
        std::size_t size = hexDigitsAt(rest, 0);
        if (size > 0 && size < rest.size() && rest[size] == '_') {
            const std::size_t number = digitsAt(rest, size + 1);
            size += number > 0 ? 1 + number : 0;
        }
        return size;
    }
    case Tail::Word: {
        std::size_t size = 0;
        while (size < rest.size() && isWordCharacter(rest[size])) {
            ++size;
        }
        return size;
    }
    }
    return 0;
}

bool rewriteMarker(Rewriter &name)
{
    for (const Marker &marker : markers) {
        if (!name.startsWith(marker.text)) {
            continue;
        }
        const std::size_t size = tailSize(name.rest().substr(marker.text.size()), marker.tail);
        if (size > 0 || !marker.tailDemanded) {
            name.copy(marker.text.size());
            name.write(automatic);
            name.skip(size);
            return true;
        }
    }
    return false;
}

// "$1" with nothing of a name behind it, and javac's accessors: "access$100".
bool rewriteOrdinal(Rewriter &name)
{
    const std::size_t digits = name.next() == '$' ? digitsAt(name.rest(), 1) : 0;
    const std::size_t end = 1 + digits;
    if (digits == 0 || name.written().empty()
        || (end < name.rest().size() && isWordCharacter(name.rest()[end]) && name.rest()[end] != '_')) {
        return false;
    }
    name.copy(1);
    name.write(automatic);
    name.skip(digits);
    return true;
}

// The address of a hidden class: "LambdaForm$MH/0x0000000800c03000", "Foo/1234567".
bool rewriteAddress(Rewriter &name)
{
    if (name.next() != '/') {
        return false;
    }
    const std::string_view address = name.rest().substr(1);
    const std::size_t size = address.starts_with("0x") ? 2 + hexDigitsAt(address, 2) : digitsAt(address, 0);
    if (size == 0 || (size < address.size() && isWordCharacter(address[size]))) {
        return false;
    }
    name.skip(1 + size);
    return true;
}

} // namespace

std::string_view stableJvmName(std::string_view name, TextArena &arena)
{
    if (name.find_first_of("$/-") == std::string_view::npos && !contains(name, "Accessor")
        && !contains(name, "jdk.proxy") && !contains(name, "_closure")) {
        return name;
    }
    Rewriter rewriter(name);
    while (!rewriter.atEnd()) {
        if (!rewriteMarker(rewriter) && !rewriteOrdinal(rewriter) && !rewriteAddress(rewriter)) {
            rewriter.copy();
        }
    }
    return rewriter.result(arena);
}

bool isLambdaClass(std::string_view module)
{
    return contains(module, "$$Lambda$") || contains(module, "$$Lambda/") || module.ends_with("$$Lambda");
}

std::string_view lambdaMethod(std::string_view function)
{
    constexpr std::string_view prefix = "lambda$";
    if (!function.starts_with(prefix)) {
        return {};
    }
    const std::size_t end = function.find('$', prefix.size());
    const std::string_view method = function.substr(prefix.size(), end - prefix.size());
    const bool named = end != std::string_view::npos && digitsAt(function, end + 1) > 0 && method != "null";
    return named ? function.substr(0, end) : std::string_view();
}

} // namespace picket::grouping
