// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/grouping/framecomponent.h"
#include "core/grouping/rulelanguage.h"

#include <span>
#include <string_view>
#include <vector>

namespace picket::grouping {

// Rules that decide which frames are the application's own and which ones count (PROTOCOL D.9). Immutable; any thread.
class StackRules final
{
public:
    // The built-in ones, from resources/grouping/rules.txt. Parsed at the first call; constant from then on.
    [[nodiscard]] static const StackRules &builtIn();

    explicit StackRules(std::vector<StackRule> rules);

    // Runs all rules over the frames of one stack, oldest first, and changes their `state`.
    void apply(std::span<FrameComponent> frames, TextArena &arena) const;

    [[nodiscard]] std::string_view text(std::uint16_t rule) const { return m_rules[rule].text; }
    // It leaves out all that is newer than a frame: how an error is raised or handled, once it has happened.
    [[nodiscard]] bool isBorder(std::uint16_t rule) const;
    [[nodiscard]] std::size_t count() const { return m_rules.size(); }

private:
    std::vector<StackRule> m_rules;
};

} // namespace picket::grouping
