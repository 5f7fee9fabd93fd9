// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/projectroot.h"

#include <algorithm>
#include <array>
#include <vector>

namespace picket::source {

namespace {

// Folders that lie directly in a project, in the conventions of many languages.
constexpr std::array partsOfProjects = std::to_array<std::string_view>(
    {"src",      "source", "sources",  "Sources",   "lib",          "app",           "apps",
     "packages", "cmd",    "internal", "pkg",       "crates",       "test",          "tests",
     "spec",     "vendor", "build",    "dist",      "node_modules", "site-packages", "dist-packages",
     ".venv",    "venv",   "target",   "resources", "public",       "include"});

constexpr std::array foldersOfHomes = std::to_array<std::string_view>({"/home", "/Users"});

bool holdsHome(std::string_view folder, std::string_view home)
{
    return folder == "/" || folder == home || isBelow(home, folder);
}

// A whole disk, a top folder of the system, or the home of a user.
bool holdsMoreThanAProject(std::string_view folder, std::string_view home)
{
    const std::string_view parent = parentFolder(folder);
    return holdsHome(folder, home) || parent == "/"
        || std::find(foldersOfHomes.begin(), foldersOfHomes.end(), parent) != foldersOfHomes.end();
}

// Empty when the short name has no folder, or is not how the path ends.
std::string_view beforeShortName(std::string_view file, std::string_view shortName)
{
    while (shortName.starts_with("./")) {
        shortName.remove_prefix(2);
    }
    const bool hasFolder = shortName.find('/') != std::string_view::npos && !shortName.starts_with('/');
    if (!hasFolder || file.size() <= shortName.size() + 1 || !file.ends_with(shortName)) {
        return {};
    }
    file.remove_suffix(shortName.size());
    return file.ends_with('/') ? file.substr(0, file.size() - 1) : std::string_view();
}

} // namespace

std::string normalPath(std::string_view path)
{
    std::vector<std::string_view> parts;
    while (!path.empty()) {
        const std::string_view part = path.substr(0, path.find('/'));
        path.remove_prefix(std::min(path.size(), part.size() + 1));
        if (part == "..") {
            parts.resize(parts.empty() ? 0 : parts.size() - 1);
        } else if (!part.empty() && part != ".") {
            parts.push_back(part);
        }
    }
    std::string normal;
    for (const std::string_view part : parts) {
        normal.append("/").append(part);
    }
    return normal.empty() ? "/" : normal;
}

bool isBelow(std::string_view path, std::string_view folder)
{
    return folder.size() > 1 && path.size() > folder.size() + 1 && path.starts_with(folder)
        && path[folder.size()] == '/';
}

std::string_view parentFolder(std::string_view path)
{
    const std::size_t slash = path.rfind('/');
    return slash == std::string_view::npos || slash == 0 ? std::string_view("/") : path.substr(0, slash);
}

std::optional<std::string> projectRoot(std::string_view file, std::string_view shortName, std::string_view home)
{
    const std::string_view own = parentFolder(file);
    if (holdsHome(own, home)) {
        return std::nullopt;
    }
    const std::string_view named = beforeShortName(file, shortName);
    if (!named.empty() && !holdsMoreThanAProject(named, home)) {
        return std::string(named);
    }
    for (std::size_t slash = own.find('/', 1); slash != std::string_view::npos; slash = own.find('/', slash + 1)) {
        const std::string_view part = own.substr(slash + 1, own.find('/', slash + 1) - slash - 1);
        const std::string_view above = own.substr(0, slash);
        if (std::find(partsOfProjects.begin(), partsOfProjects.end(), part) != partsOfProjects.end()
            && !holdsMoreThanAProject(above, home)) {
            return std::string(above);
        }
    }
    return std::string(own);
}

} // namespace picket::source
