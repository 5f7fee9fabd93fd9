// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/grouping/names/language.h"
#include "core/grouping/platform.h"
#include "core/grouping/text.h"
#include "core/model/event.h"

#include <cstdint>
#include <string_view>

namespace picket::grouping {

struct FrameValue {
    std::string_view value; // into the event, the arena or a constant
    std::string_view hint;
    bool contributes = false;
};

// What the stack rules know about a frame and change.
struct FrameState {
    static constexpr std::uint16_t noRule = 0xFFFF;

    bool inApp = false;
    std::uint8_t category = 0; // number of the rule set's category; 0 is none
    bool ignored = false; // a rule took it out
    std::uint16_t inAppRule = noRule; // the rule that decided last
    std::uint16_t groupRule = noRule;
};

// One frame as grouping sees it (PROTOCOL D.4). Views into the event and the arena: no longer-lived than they are.
struct FrameComponent {
    const model::Frame *frame = nullptr;
    Family family = Family::Other;
    Language language = Language::Other;
    std::string_view platform;
    std::string_view functionName; // without what a build generates; whether it counts is in `function`
    FrameState state;

    FrameValue module;
    FrameValue filename;
    FrameValue function;
    FrameValue contextLine;
    FrameValue place; // of a frame without a name, made by stackComponent()
    bool isGap = false; // a separator in an asynchronous stack
    bool usable = false; // some value contributes, and nothing speaks against the frame as a whole
    std::string_view hint;

    [[nodiscard]] bool isCall() const { return !isGap && !frame->isNull; }
    // Something of what counts names the code, not only a file that holds much else.
    [[nodiscard]] bool tells() const
    {
        return (module.contributes && family != Family::JavaScript) || function.contributes || contextLine.contributes
            || place.contributes;
    }
    [[nodiscard]] bool contributes(bool appVariant) const
    {
        return usable && !state.ignored && (!appVariant || state.inApp);
    }
};

// Without recursion and stack rules, which need the whole stack.
[[nodiscard]] FrameComponent frameComponent(const model::Frame &frame, std::string_view eventPlatform,
                                            TextArena &arena);

// The same call again: PROTOCOL D.4 "recursion".
[[nodiscard]] bool isRecursion(const model::Frame &frame, const model::Frame &previous);

} // namespace picket::grouping
