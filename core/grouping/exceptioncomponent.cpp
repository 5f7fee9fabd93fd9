// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/grouping/exceptioncomponent.h"

#include "core/base/limits.h"
#include "core/grouping/grouper.h"
#include "core/grouping/hints.h"

namespace picket::grouping {

std::string decidingLines(std::string_view text)
{
    std::string result;
    int lines = 0;
    while (!text.empty()) {
        const std::size_t end = text.find_first_of("\r\n");
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        if (trimmed(line).empty()) {
            continue;
        }
        if (lines == 2) {
            return result + "...";
        }
        result.append(lines++ > 0 ? "\n" : "").append(line);
    }
    return result;
}

void ExceptionComponent::addLeaves(Leaves &leaves, bool appVariant) const
{
    if (!contributes(appVariant)) {
        return;
    }
    leaves.begin(Leaf::Exception);
    if (typeContributes) {
        leaves.add(Leaf::Type, cutBytes(exception->type, limits::groupedName));
    }
    if (valueContributes(appVariant)) {
        leaves.add(Leaf::Value, value);
    }
    if (nsErrorContributes()) {
        leaves.add(Leaf::NsDomain, nsDomain);
        leaves.add(Leaf::NsCode, nsCode);
    }
    if (stackContributes(appVariant)) {
        stack->addLeaves(leaves, appVariant);
    }
}

void ExceptionComponent::makeValue()
{
    const bool needsValue = !stack || !stack->app.decides() || !stack->system.decides();
    if (needsValue && !decidingValue().empty() && !nsErrorContributes()) {
        const std::string lines = decidingLines(decidingValue());
        value = parameterise(lines);
        valueIsParameterised = value != lines;
    }
}

void ExceptionComponent::setEngineText(std::string text)
{
    engineText = std::move(text);
    makeValue();
}

ExceptionComponent exceptionComponent(const model::Exception &exception, const StackScope &scope,
                                      std::size_t frameLimit)
{
    ExceptionComponent component;
    component.exception = &exception;
    if (exception.stacktrace) {
        component.stack = stackComponent(*exception.stacktrace, scope, frameLimit);
    }
    const bool synthetic = exception.mechanism && exception.mechanism->synthetic;
    if (synthetic && exception.type.empty() && !exception.value.empty() && component.stack
        && !component.stack->app.decides()) { // a message that was sent as an exception
        component.stack->system = {false, hints::noAppFrameInMessage};
        component.stack->app.contributes = false;
    }
    if (exception.mechanism) {
        const model::Value &nsError = exception.mechanism->meta["ns_error"];
        component.nsDomain = cutBytes(nsError["domain"].text(), limits::groupedName);
        component.nsCode = cutBytes(nsError["code"].text(), limits::groupedName);
    }
    component.makeValue();
    const bool someStack = component.stack && (component.stack->app.decides() || component.stack->system.decides());
    component.typeContributes = !exception.type.empty() && !(synthetic && someStack);
    component.nameOnly = synthetic && component.value.empty() && !component.nsErrorContributes() && !someStack;
    return component;
}

} // namespace picket::grouping
