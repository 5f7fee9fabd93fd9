// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/grouping/functionname.h"

#include "core/grouping/names/beamname.h"
#include "core/grouping/names/bundlename.h"
#include "core/grouping/names/dartname.h"
#include "core/grouping/names/dotnetname.h"
#include "core/grouping/names/foldername.h"
#include "core/grouping/names/goname.h"
#include "core/grouping/names/javascriptname.h"
#include "core/grouping/names/jvmname.h"
#include "core/grouping/names/nativesuffix.h"
#include "core/grouping/names/phpname.h"
#include "core/grouping/names/rubyname.h"
#include "core/grouping/names/scriptname.h"
#include "core/grouping/nativename.h"

#include <string>

namespace picket::grouping {

namespace {

bool removePrefix(std::string_view &text, std::string_view prefix)
{
    if (!text.starts_with(prefix)) {
        return false;
    }
    text.remove_prefix(prefix.size());
    return true;
}

// "(1) await resume partial function for f()": the parts that an asynchronous function is split into.
bool removeResumption(std::string_view &name)
{
    const std::size_t digits = name.starts_with('(') ? digitsAt(name, 1) : 0;
    std::string_view rest = digits > 0 ? name.substr(1 + digits) : std::string_view();
    if (!removePrefix(rest, ") await resume partial function for ")
        && !removePrefix(rest, ") suspend resume partial function for ")) {
        return false;
    }
    name = rest;
    return true;
}

// "generic specialization <Swift.Int> of f(x:)"
bool removeSpecialization(std::string_view &name)
{
    constexpr std::string_view of = "> of ";
    const bool specialized =
        name.starts_with("generic specialization <") || name.starts_with("function signature specialization <");
    const std::size_t at = specialized ? name.rfind(of) : std::string_view::npos;
    if (at == std::string_view::npos) {
        return false;
    }
    name.remove_prefix(at + of.size());
    return true;
}

std::string_view withoutSwiftPrefixes(std::string_view name)
{
    for (bool again = true; again;) {
        again = removePrefix(name, "specialized ") || removePrefix(name, "partial apply for ")
            || removePrefix(name, "static ") || removePrefix(name, "merged ") || removePrefix(name, "@objc ")
            || removeResumption(name) || removeSpecialization(name);
    }
    return name;
}

std::string_view stableModulePath(std::string_view module, Language language, TextArena &arena)
{
    module = stablePath(module, arena);
    const std::string_view last = baseName(module);
    const std::string_view stable = language == Language::JavaScript ? stableFileName(last, arena) : last;
    return stable == last ? module
                          : arena.keep(std::string(module.substr(0, module.size() - last.size())).append(stable));
}

} // namespace

std::string_view trimNativeFunction(std::string_view name, TextArena &arena)
{
    if (name == "<redacted>" || name == "<unknown>") {
        return name;
    }
    if (contains(name, "-[") || contains(name, "+[")) { // Objective-C, also "__12-[Foo bar:]_block_invoke_2"
        return withoutBuildNumbers(withoutBuildSuffix(name), arena);
    }
    name = withoutSwiftPrefixes(name);
    if (name.starts_with("closure #") || name.starts_with("implicit closure #")) {
        return "closure";
    }
    name = withoutBuildNumbers(withoutBuildSuffix(trimmed(name)), arena);
    if (contains(name, "U3C")) { // IL2CPP's spelling of a name of C#
        name = stableDotnetName(name, arena);
    }
    if (name.find_first_of("(<{'`?$ [") == std::string_view::npos || contains(name, "@callee_guaranteed")) {
        return name;
    }
    const std::string result = trimNativeName(name);
    return result.empty() ? name : arena.keep(result);
}

std::string_view stableFunctionName(const SentFunction &function, Family family, Language language, TextArena &arena)
{
    const std::string_view name = function.name;
    switch (language) {
    case Language::Native:
        return function.isTrimmed && family == Family::Native ? name : trimNativeFunction(name, arena);
    case Language::JavaScript:
        return stableJavaScriptName(name, arena);
    case Language::Php:
        return stablePhpName(name, arena);
    case Language::Beam:
        return stableBeamName(name, arena);
    case Language::Dotnet:
        return stableDotnetName(name.substr(0, name.find(" (")), arena);
    case Language::Jvm: {
        const std::string_view lambda = lambdaMethod(name);
        return lambda.empty() ? stableJvmName(name, arena) : lambda;
    }
    case Language::Go:
        return stableGoName(name, function.hasPackage, arena);
    case Language::Dart:
        return stableDartName(name, arena);
    case Language::Ruby:
        return stableRubyName(name, arena);
    case Language::Other:
        return stableScriptName(name, arena);
    }
    return name;
}

std::string_view stableModuleName(std::string_view module, Language language, TextArena &arena)
{
    switch (language) {
    case Language::Php:
        return stablePhpName(module, arena);
    case Language::Beam:
        return stableBeamName(module, arena);
    case Language::Dotnet:
        return stableDotnetName(module, arena);
    case Language::Jvm:
        return stableJvmName(module, arena);
    case Language::JavaScript:
        return stableModulePath(module, language, arena);
    default:
        return contains(module, "/") ? stableModulePath(module, language, arena) : module;
    }
}

} // namespace picket::grouping
