// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/grouping/exceptioncomponent.h"

#include "core/base/limits.h"
#include "core/grouping/grouper.h"

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

ExceptionComponent exceptionComponent(const model::Exception &exception, std::string_view eventPlatform,
                                      std::size_t frameLimit, TextArena &arena)
{
    ExceptionComponent component;
    component.exception = &exception;
    component.typeContributes = !exception.type.empty() && !(exception.mechanism && exception.mechanism->synthetic);
    if (exception.stacktrace) {
        component.stack = stackComponent(*exception.stacktrace, eventPlatform, frameLimit, arena);
    }
    if (exception.mechanism) {
        const model::Value &nsError = exception.mechanism->meta["ns_error"];
        component.nsDomain = cutBytes(nsError["domain"].text(), limits::groupedName);
        component.nsCode = cutBytes(nsError["code"].text(), limits::groupedName);
    }
    const bool needsValue = !component.stackContributes(true) || !component.stackContributes(false);
    if (needsValue && !exception.value.empty() && !component.nsErrorContributes()) {
        const std::string lines = decidingLines(exception.value);
        component.value = parameterise(lines);
        component.valueIsParameterised = component.value != lines;
    }
    return component;
}

} // namespace picket::grouping
