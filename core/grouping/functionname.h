// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/grouping/names/language.h"
#include "core/grouping/platform.h"
#include "core/grouping/text.h"

#include <string_view>

namespace picket::grouping {

// The part of a native function's name that survives a rebuild (PROTOCOL D.5): without return type, argument list,
// template arguments, compiler suffixes and hashes. The result points into `name`, into `arena`, or at a constant.
[[nodiscard]] std::string_view trimNativeFunction(std::string_view name, TextArena &arena);

struct SentFunction {
    std::string_view name;
    bool isTrimmed = false; // by the SDK: a native name is used as it is
    bool hasPackage = false; // Go: the package is part of the name
};

// A function's name without what a compiler, a bundler or a deploy generates; one normaliser for each language.
[[nodiscard]] std::string_view stableFunctionName(const SentFunction &function, Family family, Language language,
                                                  TextArena &arena);

// The same for a module, class or namespace.
[[nodiscard]] std::string_view stableModuleName(std::string_view module, Language language, TextArena &arena);

} // namespace picket::grouping
