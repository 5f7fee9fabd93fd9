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

    explicit StackRules(StackRuleSet set);

    // Runs all rules over the frames of one stack, oldest first, and changes their `state`.
    void apply(std::span<FrameComponent> frames, TextArena &arena) const;

    [[nodiscard]] std::string_view text(std::uint16_t rule) const { return m_set.rules[rule].text; }
    // It leaves out all that is newer than a frame: how an error is raised or handled, once it has happened.
    [[nodiscard]] bool isBorder(std::uint16_t rule) const;
    [[nodiscard]] std::size_t count() const { return m_set.rules.size(); }
    // Empty for 0, a frame without one.
    [[nodiscard]] std::string_view categoryName(std::uint8_t category) const
    {
        return category == 0 ? std::string_view() : std::string_view(m_set.categories[category - 1U]);
    }

private:
    StackRuleSet m_set;
};

} // namespace picket::grouping
