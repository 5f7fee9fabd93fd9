// SPDX-License-Identifier: GPL-3.0-or-later
// The language of the stack rules (PROTOCOL D.9), as resources/grouping/rules.txt uses it: one rule a line,
//
//     [ caller matchers ] | matchers | [ callee matchers ] actions
//
// with matchers family: function: module: package: path: app: category:, "!" before one to negate it, "\" before a
// character that would be special, and actions +app -app +group -group category=NAME; "^" before an action aims it at
// all newer frames, "v" at all older ones. "#" begins a comment line. Matchers on the exception and variables are not
// part of it: no built-in rule needs them. A frame without a function matches as "<unknown>".
#pragma once

#include "core/base/result.h"
#include "core/grouping/glob.h"
#include "core/grouping/platform.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace picket::grouping {

struct FrameMatcher {
    enum class Field : std::uint8_t { Family, Function, Module, Package, Path, App, Category };

    Field field = Field::Function;
    bool negated = false;
    bool app = false; // Field::App
    std::uint8_t families = 0; // Field::Family: a bit for each
    std::uint8_t category = 0; // Field::Category
    Glob glob; // the others
};

struct RuleAction {
    enum class What : std::uint8_t { App, Group, Category };
    enum class Where : std::uint8_t { ThisFrame, NewerFrames, OlderFrames };

    What what = What::App;
    Where where = Where::ThisFrame;
    bool on = false; // App, Group
    std::uint8_t category = 0; // Category
};

struct StackRule {
    std::string text; // as written: shown as the reason
    std::uint8_t families = 0; // of the frame itself
    std::vector<FrameMatcher> matchers; // cheapest first; family is not among them
    std::optional<std::vector<FrameMatcher>> caller; // of the next older frame
    std::optional<std::vector<FrameMatcher>> callee; // of the next newer frame
    std::vector<RuleAction> actions;
    bool changesState = false; // some action on app or category
    bool changesGroup = false;
};

[[nodiscard]] constexpr std::uint8_t familyBit(Family family)
{
    return static_cast<std::uint8_t>(1U << static_cast<unsigned>(family));
}

struct StackRuleSet {
    std::vector<StackRule> rules; // in their order
    std::vector<std::string> categories; // category 1 is the first; 0 is none
};

// InvalidArgument names the line that cannot be read.
[[nodiscard]] Result<StackRuleSet> parseStackRules(std::string_view text);

} // namespace picket::grouping
