// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/grouping/framecomponent.h"

#include "core/base/limits.h"
#include "core/grouping/contextline.h"
#include "core/grouping/functionname.h"
#include "core/grouping/hints.h"
#include "core/grouping/names/bundlename.h"
#include "core/grouping/names/jvmname.h"
#include "core/grouping/names/scriptname.h"
#include "core/model/framenames.h"

#include <algorithm>
#include <array>

namespace picket::grouping {

namespace {

template <std::size_t N> bool isOneOf(std::string_view text, const std::array<std::string_view, N> &names)
{
    return std::find(names.begin(), names.end(), text) != names.end();
}

std::string_view bounded(const std::string &text)
{
    return cutBytes(text, limits::groupedName);
}

bool isPageUrl(std::string_view absPath)
{
    constexpr std::array<std::string_view, 4> schemes = {"http", "https", "blob", "applewebdata"};
    return isOneOf(urlScheme(absPath), schemes);
}

FrameValue moduleValue(const FrameComponent &component, TextArena &arena)
{
    const model::Frame &frame = *component.frame;
    FrameValue module{bounded(frame.module), {}, !frame.module.empty()};
    if (module.value.empty()) {
        return module;
    }
    if (model::isPlaceholder(module.value)) {
        return {module.value, hints::anonymous, false};
    }
    if (component.family == Family::JavaScript && contains(module.value, "/") && !frame.absPath.empty()
        && std::string_view(frame.absPath).ends_with(module.value)) {
        return {module.value, hints::urlPath, false};
    }
    if (component.language == Language::Jvm && isLambdaClass(module.value)) {
        return {module.value, hints::lambda, false};
    }
    const std::string_view stable = stableModuleName(module.value, component.language, arena);
    if (stable != module.value) {
        return {stable, hints::generatedName, true};
    }
    return module;
}

std::string_view stableFile(std::string_view file, Language language, TextArena &arena)
{
    const std::string_view stable =
        language == Language::Jvm ? stableJvmName(file, arena) : stableScriptName(file, arena);
    return stableFileName(stable, arena);
}

FrameValue filenameValue(const FrameComponent &component, TextArena &arena)
{
    const model::Frame &frame = *component.frame;
    const std::string_view sent = cutBytes(baseName(frame.filename), limits::groupedName);
    const std::string_view stable = stableFile(sent, component.language, arena);
    FrameValue filename{loweredText(stable, arena), stable == sent ? std::string_view() : hints::generatedName, true};
    if (filename.value.empty()) {
        return {};
    }
    if (isPageUrl(frame.absPath)) {
        return {filename.value, hints::urlPath, false};
    }
    if (model::isPlaceholder(filename.value) || filename.value == "[native code]"
        || filename.value.starts_with("r8-map-id-")) { // R8 puts the build's id in place of the file
        return {filename.value, hints::anonymous, false};
    }
    if (component.module.contributes) {
        return {filename.value, hints::modulePrecedence, false};
    }
    return filename;
}

FrameValue javaScriptFunction(std::string_view name)
{
    const std::string_view last = name.substr(name.rfind('.') + 1); // npos + 1 is 0: all of it
    if (model::isPlaceholder(last) || last == "?anon_" || last.ends_with("/<")) { // the second is Hermes'
        return {name, hints::anonymous, false};
    }
    return {last, last.size() == name.size() ? std::string_view() : hints::trimmedName, true};
}

FrameValue phpFunction(std::string_view name)
{
    if (name.starts_with("[Anonymous")) {
        return {name, hints::anonymous, false};
    }
    if (name.starts_with("class@anonymous")) {
        const std::size_t method = name.find("::");
        return method == std::string_view::npos ? FrameValue{name, hints::anonymous, false}
                                                : FrameValue{name.substr(method + 2), hints::generatedName, true};
    }
    return {name, {}, true};
}

std::string_view changeHint(const FrameComponent &component, std::string_view sent)
{
    return component.functionName == sent                                              ? std::string_view()
        : component.family == Family::Native || component.language == Language::Dotnet ? hints::trimmedName
                                                                                       : hints::generatedName;
}

FrameValue functionValue(const FrameComponent &component, std::string_view sent)
{
    const std::string_view name = component.functionName;
    if (name.empty()) {
        return {};
    }
    if (model::isPlaceholder(name)) {
        return {name, component.family == Family::Native ? hints::unknownFunction : hints::anonymous, false};
    }
    if (component.family == Family::JavaScript) {
        return javaScriptFunction(name);
    }
    if (component.platform == "php") {
        FrameValue function = phpFunction(name);
        function.hint = function.hint.empty() ? changeHint(component, sent) : function.hint;
        return function;
    }
    if (component.language == Language::Jvm && sent.starts_with("lambda$") && lambdaMethod(sent).empty()) {
        return {name, hints::lambda, false};
    }
    if (component.platform == "ruby" && name.starts_with("block ")) {
        return {"block", hints::generatedName, true};
    }
    return {name, changeHint(component, sent), true};
}

// Code that some engines list and others leave out.
bool isEngineCode(const FrameComponent &component)
{
    constexpr std::array<std::string_view, 4> paths = {"[native code]", "native code", "eval code", "<anonymous>"};
    if (component.family != Family::JavaScript) {
        return false;
    }
    const std::string_view name = component.functionName;
    return name.substr(name.rfind('.') + 1) == "eval" || isOneOf(component.frame->absPath, paths);
}

} // namespace

FrameComponent frameComponent(const model::Frame &frame, std::string_view eventPlatform, TextArena &arena)
{
    FrameComponent component;
    component.frame = &frame;
    component.platform = frame.platform.empty() ? eventPlatform : std::string_view(frame.platform);
    component.family = familyOf(component.platform);
    component.language = languageOf(component.platform, frame.filename.empty() ? frame.absPath : frame.filename);
    component.state.inApp = frame.inApp.value_or(false);
    if (frame.isNull) {
        component.hint = hints::nullFrame;
        return component;
    }
    component.isGap = model::isAsynchronousGap(frame);
    if (component.isGap) {
        component.hint = hints::asynchronousGap;
        return component;
    }
    // A raw name beside it tells that `function` is trimmed already; C# sends its full name there only (PROTOCOL D.4).
    const bool preferRaw = component.platform == "csharp" && !frame.rawFunction.empty();
    const bool onlyRaw = frame.function.empty() || preferRaw;
    const std::string &whole = onlyRaw ? frame.rawFunction : frame.function;
    const std::string_view sent = bounded(whole);
    const bool isTrimmed = !onlyRaw && !frame.rawFunction.empty();
    // The arguments of a call may be long, and the function's arity is known at their end only.
    const SentFunction function{component.language == Language::Beam ? std::string_view(whole) : sent, isTrimmed,
                                frame.module.empty()};
    component.functionName =
        cutBytes(stableFunctionName(function, component.family, component.language, arena), limits::groupedName);

    component.module = moduleValue(component, arena);
    component.filename = filenameValue(component, arena);
    component.function = functionValue(component, sent);
    component.contextLine = contextLineValue(component, arena);
    if (component.family == Family::JavaScript && component.function.contributes && component.contextLine.contributes
        && !frame.data["sourcemap"].isAbsent()) {
        component.function = {component.function.value, hints::sourceMapped, false};
    }
    if (isEngineCode(component)) {
        component.hint = hints::nativeCode;
        return component;
    }
    component.usable = component.module.contributes || component.filename.contributes || component.function.contributes
        || component.contextLine.contributes;
    component.hint = component.usable ? std::string_view() : hints::nameless;
    return component;
}

bool isRecursion(const model::Frame &frame, const model::Frame &previous)
{
    return frame.lineno == previous.lineno && frame.colno == previous.colno && frame.function == previous.function
        && frame.absPath == previous.absPath && frame.module == previous.module && frame.package == previous.package
        && frame.filename == previous.filename
        && (!frame.function.empty() || frame.instructionAddr == previous.instructionAddr);
}

} // namespace picket::grouping
