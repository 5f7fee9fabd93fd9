// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/grouping/generatednames.h"

#include <array>
#include <string>

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

constexpr std::array<Marker, 12> markers = {{
    {"sun.reflect.GeneratedMethodAccessor", Tail::Digits, true},
    {"jdk.internal.reflect.GeneratedMethodAccessor", Tail::Digits, true},
    {"GeneratedConstructorAccessor", Tail::Digits, true},
    {"GeneratedSerializationConstructorAccessor", Tail::Digits, true},
    {"CGLIB$$", Tail::HexAndNumber, true},
    {"$$_javassist", Tail::Word, false},
    {"_$$_jvst", Tail::Word, false},
    {"$HibernateProxy$", Tail::Word, true},
    {"$ByteBuddy$", Tail::Word, true},
    {"$$EnhancerByGuice$$", Tail::HexAndNumber, true},
    {"$$FastClassByGuice$$", Tail::HexAndNumber, true},
    {"$fn__", Tail::Digits, true},
}};

std::size_t tailSize(std::string_view name, std::size_t at, Tail tail)
{
    switch (tail) {
    case Tail::Digits:
        return digitsAt(name, at);
    case Tail::HexAndNumber: {
        std::size_t size = hexDigitsAt(name, at);
        if (size > 0 && at + size < name.size() && name[at + size] == '_') {
            const std::size_t number = digitsAt(name, at + size + 1);
            size += number > 0 ? 1 + number : 0;
        }
        return size;
    }
    case Tail::Word: {
        std::size_t size = 0;
        while (at + size < name.size() && isWordCharacter(name[at + size])) {
            ++size;
        }
        return size;
    }
    }
    return 0;
}

} // namespace

std::string_view withoutGeneratedPart(std::string_view javaName, TextArena &arena)
{
    if (!contains(javaName, "$") && !contains(javaName, "Accessor")) {
        return javaName;
    }
    std::string result(javaName);
    for (const Marker &marker : markers) {
        std::size_t at = 0;
        while ((at = result.find(marker.text, at)) != std::string::npos) {
            at += marker.text.size();
            const std::size_t size = tailSize(result, at, marker.tail);
            if (size > 0 || !marker.tailDemanded) {
                result.replace(at, size, automatic);
                at += automatic.size();
            }
        }
    }
    return result == javaName ? javaName : arena.keep(result);
}

std::string_view withoutErbSuffix(std::string_view function)
{
    constexpr std::size_t shortest = 4;
    std::size_t end = function.size();
    for (const std::string_view separator : {"_", "__"}) {
        std::size_t begin = end;
        while (begin > 0 && isDigit(function[begin - 1])) {
            --begin;
        }
        if (end - begin < shortest || !function.substr(0, begin).ends_with(separator)) {
            return function;
        }
        end = begin - separator.size();
    }
    return function.substr(0, end);
}

} // namespace picket::grouping
