// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/grouping/names/language.h"

#include <array>
#include <utility>

namespace picket::grouping {

namespace {

using Entry = std::pair<std::string_view, Language>;

constexpr std::array<Entry, 19> platforms = {{
    {"native", Language::Native},   {"cocoa", Language::Native},
    {"objc", Language::Native},     {"swift", Language::Native},
    {"c", Language::Native},        {"d", Language::Native},
    {"rust", Language::Native},     {"javascript", Language::JavaScript},
    {"node", Language::JavaScript}, {"php", Language::Php},
    {"elixir", Language::Beam},     {"erlang", Language::Beam},
    {"csharp", Language::Dotnet},   {"java", Language::Jvm},
    {"kotlin", Language::Jvm},      {"scala", Language::Jvm},
    {"go", Language::Go},           {"dart", Language::Dart},
    {"ruby", Language::Ruby},
}};

constexpr std::array<Entry, 18> extensions = {{
    {".php", Language::Php},
    {".ex", Language::Beam},
    {".exs", Language::Beam},
    {".erl", Language::Beam},
    {".cs", Language::Dotnet},
    {".fs", Language::Dotnet},
    {".vb", Language::Dotnet},
    {".java", Language::Jvm},
    {".kt", Language::Jvm},
    {".scala", Language::Jvm},
    {".groovy", Language::Jvm},
    {".clj", Language::Jvm},
    {".go", Language::Go},
    {".rb", Language::Ruby},
    {".d", Language::Native},
    {".swift", Language::Native},
    {".rs", Language::Native},
    {".zig", Language::Native},
}};

} // namespace

Language languageOf(std::string_view platform, std::string_view file)
{
    if (file.ends_with(".dart") && platform != "java") { // sent as "other", "javascript" or "native"
        return Language::Dart;
    }
    for (const Entry &entry : platforms) {
        if (platform == entry.first) {
            return entry.second;
        }
    }
    for (const Entry &entry : extensions) {
        if (file.ends_with(entry.first)) {
            return entry.second;
        }
    }
    return Language::Other;
}

} // namespace picket::grouping
