// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/grouping/names/foldername.h"

#include <algorithm>
#include <string>

namespace picket::grouping {

namespace {

constexpr std::string_view automatic = "<auto>";

// "1.2.3", "v2.0.0-rc.1", "20261130": begins with a number, and has a dot or is long.
bool isVersion(std::string_view text)
{
    constexpr std::size_t shortestNumber = 8;
    text.remove_prefix(text.starts_with('v') ? 1 : 0);
    const std::size_t digits = digitsAt(text, 0);
    if (digits == 0) {
        return false;
    }
    return digits == text.size() ? digits >= shortestNumber : text[digits] == '.' && digitsAt(text, digits + 1) > 0;
}

bool isUuid(std::string_view text)
{
    constexpr std::size_t size = 36;
    if (text.size() != size) {
        return false;
    }
    for (std::size_t i = 0; i < size; ++i) {
        const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
        if (dash ? text[i] != '-' : !isHexDigit(text[i])) {
            return false;
        }
    }
    return true;
}

bool isDigest(std::string_view text)
{
    constexpr std::size_t shortest = 12;
    return text.size() >= shortest && hexDigitsAt(text, 0) == text.size()
        && std::any_of(text.begin(), text.end(), isDigit);
}

// "r1841", "release-12", "build_77", "20261130-2015"
bool isRelease(std::string_view text)
{
    const std::size_t word = text.find_first_of("0123456789");
    if (word == std::string_view::npos || word + digitsAt(text, word) != text.size()) {
        return false;
    }
    std::string_view name = text.substr(0, word);
    name.remove_suffix(name.ends_with('-') || name.ends_with('_') ? 1 : 0);
    return name == "r" || name == "rev" || name == "release" || name == "build" || name == "deploy";
}

bool holdsReleases(std::string_view folder)
{
    return folder == "releases" || folder == "deployments" || folder == "deploys" || folder == "builds";
}

bool holdsTemporaries(std::string_view folder)
{
    return folder == "tmp" || folder == "temp" || folder == "Temp";
}

// The part of "react-dom@18.2.0_react@18.2.0" or "numpy-1.26.4" before the version; everything if there is none.
std::string_view withoutVersion(std::string_view folder)
{
    for (std::size_t i = 1; i < folder.size(); ++i) {
        const bool separates = folder[i] == '@' || folder[i] == '-' || folder[i] == '_';
        if (separates && isVersion(folder.substr(i + 1))) {
            return folder.substr(0, i);
        }
    }
    return folder;
}

std::string_view stableFolder(std::string_view folder, std::string_view parent)
{
    const bool generated = isVersion(folder) || isUuid(folder) || isDigest(folder) || isRelease(folder)
        || (holdsReleases(parent) && digitsAt(folder, 0) > 0) || holdsTemporaries(parent);
    return generated ? automatic : withoutVersion(folder);
}

} // namespace

std::string_view stablePath(std::string_view path, TextArena &arena)
{
    const std::size_t last = path.find_last_of("/\\");
    const bool generated = std::any_of(path.begin(), path.end(), isDigit) || contains(path, "tmp")
        || contains(path, "emp/") || contains(path, "emp\\");
    if (last == std::string_view::npos || !generated) {
        return path;
    }
    std::string kept;
    std::string_view parent;
    std::size_t begin = 0;
    while (begin <= last) {
        const std::size_t end = path.find_first_of("/\\", begin);
        const std::string_view folder = path.substr(begin, end - begin);
        kept.append(stableFolder(folder, parent)).push_back(path[end]);
        parent = folder;
        begin = end + 1;
    }
    kept.append(path.substr(begin));
    return kept == path ? path : arena.keep(kept);
}

} // namespace picket::grouping
