// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/reader.h"

#include <QString>

#include <map>
#include <string>

namespace picket::ui {

// Items without a view of their own, by their type.
struct KeptSummary {
    struct Sum {
        std::int64_t items = 0;
        std::uint64_t bytes = 0;
    };
    std::map<std::string, Sum> types;
    std::int64_t removed = 0; // older ones that had to make room
};

// On a reader's thread.
[[nodiscard]] Result<KeptSummary> summariseKept(store::Reader &reader);

// One line: "profile 12 · 340 kB   replay_event 3 · 12 kB", the largest first.
[[nodiscard]] QString keptSummaryText(const KeptSummary &summary);

} // namespace picket::ui
