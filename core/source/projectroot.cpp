// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/projectroot.h"

#include "core/base/limits.h"

#include <algorithm>
#include <array>
#include <dirent.h>
#include <memory>
#include <sys/stat.h>

namespace picket::source {

namespace {

constexpr std::array marks = std::to_array<const char *>({".git",
                                                          ".hg",
                                                          ".svn",
                                                          "pyproject.toml",
                                                          "setup.py",
                                                          "package.json",
                                                          "deno.json",
                                                          "go.mod",
                                                          "Cargo.toml",
                                                          "pom.xml",
                                                          "build.gradle",
                                                          "build.gradle.kts",
                                                          "settings.gradle",
                                                          "settings.gradle.kts",
                                                          "CMakeLists.txt",
                                                          "meson.build",
                                                          "configure.ac",
                                                          "composer.json",
                                                          "Gemfile",
                                                          "mix.exs",
                                                          "pubspec.yaml",
                                                          "Package.swift"});

// Names that differ from project to project.
constexpr std::array markSuffixes = std::to_array<std::string_view>({".sln", ".csproj", ".xcodeproj", ".pro"});

struct CloseFolder {
    void operator()(DIR *folder) const { closedir(folder); }
};

bool hasSuffixedMark(const std::string &folder)
{
    const std::unique_ptr<DIR, CloseFolder> entries(opendir(folder.c_str()));
    for (std::size_t i = 0; entries && i < limits::sourceSiblings; ++i) {
        const dirent *entry = readdir(entries.get()); // NOLINT(concurrency-mt-unsafe): safe for streams of one's own
        if (!entry) {
            return false;
        }
        const std::string_view name(entry->d_name); // NOLINT(cppcoreguidelines-pro-bounds-array-to-pointer-decay)
        if (std::any_of(markSuffixes.begin(), markSuffixes.end(), [&](std::string_view suffix) {
                return name.size() > suffix.size() && name.ends_with(suffix);
            })) {
            return true;
        }
    }
    return false;
}

bool isProject(const std::string &folder)
{
    const bool marked = std::any_of(marks.begin(), marks.end(), [&](const char *mark) {
        struct stat found {
        };
        return lstat((folder + '/' + mark).c_str(), &found) == 0;
    });
    return marked || hasSuffixedMark(folder);
}

} // namespace

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

std::optional<std::string> projectRoot(std::string_view file, std::string_view home)
{
    const std::string_view own = parentFolder(file);
    std::string_view folder = own;
    for (std::size_t i = 0; i < limits::sourceAncestors && folder != "/" && folder != home; ++i) {
        if (isProject(std::string(folder))) {
            return std::string(folder);
        }
        folder = parentFolder(folder);
    }
    if (own == "/" || own == home) {
        return std::nullopt;
    }
    return std::string(own);
}

} // namespace picket::source
