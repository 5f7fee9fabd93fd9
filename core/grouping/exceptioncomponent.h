// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/grouping/hashing.h"
#include "core/grouping/stackcomponent.h"
#include "core/model/event.h"

#include <optional>
#include <string>
#include <string_view>

namespace picket::grouping {

// One exception as grouping sees it (PROTOCOL D.6). Views into the event and the arena.
struct ExceptionComponent {
    const model::Exception *exception = nullptr;
    std::optional<StackComponent> stack;
    bool typeContributes = false;
    bool nameOnly = false; // only its synthetic type contributes
    std::string_view nsDomain; // Apple's NSError
    std::string_view nsCode;
    std::string value; // first two lines, parameterised; made only when it can count
    std::string engineText; // of a game engine, in place of the exception's own value
    bool valueIsParameterised = false;
    std::string_view leftOut; // hint: why the exception does not count at all, although it could

    [[nodiscard]] bool stackContributes(bool appVariant) const
    {
        return stack && stack->verdict(appVariant).contributes;
    }
    [[nodiscard]] bool nsErrorContributes() const { return !nsDomain.empty() || !nsCode.empty(); }
    [[nodiscard]] bool valueContributes(bool appVariant) const
    {
        return !value.empty() && !nsErrorContributes() && !(stack && stack->verdict(appVariant).decides());
    }
    [[nodiscard]] bool contributes(bool appVariant) const
    {
        return typeContributes || nsErrorContributes() || valueContributes(appVariant) || stackContributes(appVariant);
    }
    [[nodiscard]] std::string_view decidingValue() const
    {
        return engineText.empty() ? std::string_view(exception->value) : std::string_view(engineText);
    }
    void addLeaves(Leaves &leaves, bool appVariant) const;
    // The failure text of a game engine, in place of a value that is only a code.
    void setEngineText(std::string text);

private:
    friend ExceptionComponent exceptionComponent(const model::Exception &exception, const StackScope &scope,
                                                 std::size_t frameLimit);
    void makeValue();
};

// The lines of an exception's value that can count: the first two that are not blank; "..." tells that there are more.
[[nodiscard]] std::string decidingLines(std::string_view text);

[[nodiscard]] ExceptionComponent exceptionComponent(const model::Exception &exception, const StackScope &scope,
                                                    std::size_t frameLimit);

} // namespace picket::grouping
