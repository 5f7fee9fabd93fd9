// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/grouping/eventcomponents.h"
#include "core/grouping/hashing.h"

#include <string>
#include <string_view>

namespace picket::grouping {

// What an event can be grouped by, strongest first (PROTOCOL D.1).
enum class Strategy { Exception, Threads, Stacktrace, Template, Security, Message, None };

struct VariantLeaves {
    Leaves leaves; // empty: the variant does not count
    bool hasStack = false; // a stack is among what contributes
    std::string_view hint; // why the variant was dropped
};

struct Decision {
    Strategy strategy = Strategy::None;
    VariantLeaves app; // the only one, "default", for strategies without a stack
    VariantLeaves system;

    [[nodiscard]] bool hasVariants() const { return strategy <= Strategy::Stacktrace; }
};

// The strongest strategy that contributes, with its surviving variants (PROTOCOL D.1, D.2).
[[nodiscard]] Decision decide(const EventComponents &components);

// The message that decides: the template before the formatted text, trimmed, not yet parameterised.
[[nodiscard]] std::string_view decidingMessage(const model::Event &event);

} // namespace picket::grouping
