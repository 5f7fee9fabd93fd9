// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/grouping/names/bundlename.h"

#include <algorithm>
#include <array>
#include <string>

namespace picket::grouping {

namespace {

constexpr std::string_view automatic = "<auto>";

bool isBundleExtension(std::string_view extension)
{
    constexpr std::array<std::string_view, 14> known = {"js",     "mjs",      "cjs", "jsx", "ts",   "tsx", "css",
                                                        "bundle", "jsbundle", "hbc", "map", "wasm", "vue", "html"};
    return std::find(known.begin(), known.end(), extension) != known.end();
}

bool isUpper(char c)
{
    return c >= 'A' && c <= 'Z';
}

// Every hash has one, but for the rare one in small letters only, which looks like a word.
bool mayBeOfHash(char c)
{
    return isDigit(c) || isUpper(c);
}

// "3f2a9c1b": one case, and more than a word that happens to have only the letters a to f.
bool isHexHash(std::string_view part)
{
    constexpr std::size_t shortest = 6;
    constexpr std::size_t shortestNumber = 8;
    if (part.size() < shortest || hexDigitsAt(part, 0) != part.size()) {
        return false;
    }
    const bool anyDigit = std::any_of(part.begin(), part.end(), isDigit);
    const bool anyLetter = !std::all_of(part.begin(), part.end(), isDigit);
    return anyLetter ? anyDigit || part.size() >= 2 * shortestNumber : part.size() >= shortestNumber;
}

// "UserCard": words that begin with capitals and can be spoken, so no run of consonants and no lone vowelless piece.
bool isCamelCase(std::string_view part)
{
    constexpr std::size_t longestRun = 3;
    std::size_t length = 0;
    std::size_t consonants = 0;
    bool vowel = true;
    bool previousUpper = false;
    for (const char c : part) {
        if (isDigit(c)) {
            return false;
        }
        if (isUpper(c) && !previousUpper) { // capitals in a row are an abbreviation
            if ((length > 0 && length < 3) || !vowel) {
                return false;
            }
            length = 0;
            vowel = false;
            consonants = 0;
        }
        const bool isVowel = contains("aeiouy", std::string_view(&c, 1)) || contains("AEIOUY", std::string_view(&c, 1));
        previousUpper = isUpper(c);
        vowel = vowel || isVowel;
        consonants = isVowel || isUpper(c) ? 0 : consonants + 1;
        ++length;
        if (consonants > longestRun) {
            return false;
        }
    }
    return length >= 3 && vowel;
}

// "BxK3f9q2", "4F3A2B1C", "kz3x9q1p": as bundlers write digests in 64, 36 or 32 characters, eight of them or many.
bool isRandomText(std::string_view part)
{
    constexpr std::size_t usual = 8;
    constexpr std::size_t whole = 16;
    if (part.size() != usual && part.size() < whole) {
        return false;
    }
    const bool anyLower = std::any_of(part.begin(), part.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    const bool innerUpper = std::any_of(part.begin() + 1, part.end(), isUpper);
    std::size_t changes = 0; // between letters and digits
    for (std::size_t i = 1; i < part.size(); ++i) {
        changes += isDigit(part[i]) != isDigit(part[i - 1]) ? 1 : 0;
    }
    if (part.size() >= whole) {
        constexpr std::size_t many = 4;
        return changes >= many;
    }
    if (!anyLower) { // capitals and digits; eight capitals alone are one of Esbuild's digests in five
        return changes > 0 || std::none_of(part.begin(), part.end(), isDigit);
    }
    if (innerUpper) {
        return changes >= 2 || isDigit(part.back()) || (changes == 0 && !isCamelCase(part));
    }
    return changes >= 3;
}

bool isWord(std::string_view part)
{
    return std::all_of(part.begin(), part.end(), isWordCharacter);
}

// A digest with letters of any kind follows the name; a hexadecimal digest may be the whole name.
bool isHash(std::string_view part, bool isFirst)
{
    return isHexHash(part) || (!isFirst && isWord(part) && isRandomText(part));
}

// Vite's digests have eight characters, among which '-' and '_' may be: "index-D-x_3fK2".
std::string_view withoutViteHash(std::string_view stem)
{
    constexpr std::size_t size = 8;
    if (stem.size() <= size + 1) {
        return stem;
    }
    const std::string_view hash = stem.substr(stem.size() - size);
    const bool mixed = std::any_of(hash.begin(), hash.end(), isUpper)
        && std::any_of(hash.begin(), hash.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    const bool before = stem[stem.size() - size - 1] == '-' || stem[stem.size() - size - 1] == '.';
    // A separator inside is no separator of words when one of the pieces is too short for one, or has digits.
    bool inside = false;
    std::size_t piece = 0;
    for (const char c : hash) {
        const bool separator = c == '-' || c == '_';
        inside = inside || (separator && piece < 3) || isDigit(c);
        piece = separator ? 0 : piece + 1;
    }
    const bool separators = hash.find_first_of("-_") != std::string_view::npos;
    return before && mixed && separators && (inside || piece < 3) ? stem.substr(0, stem.size() - size - 1) : stem;
}

// Everything between separators that is no hash, with the separator before it.
std::string withoutHashes(std::string_view stem)
{
    std::string kept;
    stem = withoutViteHash(stem);
    while (!stem.empty()) {
        const std::size_t separators = stem.find_first_not_of(".-_~");
        const std::size_t begin = separators == std::string_view::npos ? stem.size() : separators;
        const std::size_t end = std::min(stem.find_first_of(".-_~", begin), stem.size());
        if (begin == end || !isHash(stem.substr(begin, end - begin), kept.empty())) {
            kept.append(stem.substr(0, end));
        }
        stem.remove_prefix(end);
    }
    return kept;
}

} // namespace

std::string_view stableFileName(std::string_view baseName, TextArena &arena)
{
    constexpr std::size_t digest = 32; // of a compiled template: "0a1b….php"
    const std::string_view name = baseName.substr(0, baseName.find_first_of("?#"));
    const std::size_t dot = name.rfind('.');
    if (dot == std::string_view::npos || dot == 0) {
        return baseName;
    }
    const std::string_view extension = name.substr(dot + 1);
    const std::string_view stem = name.substr(0, dot);
    if (!isBundleExtension(extension)) {
        const bool isDigest = stem.size() >= digest && hexDigitsAt(stem, 0) == stem.size();
        return isDigest ? arena.keep(std::string(automatic).append(name.substr(dot))) : baseName;
    }
    if (name.size() == baseName.size() && std::none_of(stem.begin(), stem.end(), mayBeOfHash)) {
        return baseName;
    }
    std::string kept = withoutHashes(stem);
    if (kept.find_first_not_of(".-_~") == std::string::npos) {
        kept = automatic;
    }
    return kept.size() == stem.size() && name.size() == baseName.size() ? baseName
                                                                        : arena.keep(kept.append(name.substr(dot)));
}

} // namespace picket::grouping
