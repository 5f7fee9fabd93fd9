// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/event.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace picket::model {

namespace {

// Exception types of libraries that carry a stack or a note, not an error.
constexpr auto diagnostics = std::to_array<std::string_view>({
    "DiagnosticComposeException",
    "DiagnosticCoroutineContextException",
    "FluxOnAssembly$OnAssemblyException",
    "OnAssemblyException",
    "AssemblyStackTraceException",
    "RxJavaAssemblyException",
    "OnErrorThrowable$OnNextValue",
    "OnNextValue",
});

} // namespace

bool Exception::isSuppressed() const
{
    if (mechanism && (mechanism->type == "suppressed" || mechanism->source.starts_with("suppressed"))) {
        return true;
    }
    const std::string_view name = std::string_view(type).substr(type.rfind('.') + 1); // npos + 1 is 0: all of it
    return std::find(diagnostics.begin(), diagnostics.end(), name) != diagnostics.end();
}

bool isEngineName(std::string_view text)
{
    constexpr std::array<std::string_view, 6> names = {"unreal",      "unity",       "godot",
                                                       "game engine", "game_engine", "cryengine"};
    return std::any_of(names.begin(), names.end(), [text](std::string_view name) {
        const auto equals = [](char n, char c) {
            return n == (c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
        };
        return text.size() >= name.size() && std::equal(name.begin(), name.end(), text.begin(), equals);
    });
}

} // namespace picket::model
