// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/grouping/eventcomponents.h"

#include <string>
#include <string_view>
#include <vector>

namespace picket::grouping {

struct FingerprintEntry {
    bool isDefault = false; // {{ default }}: the event's own key takes this place
    std::string text; // variables replaced
    std::string_view hint;
};

// PROTOCOL D.3.
struct Fingerprint {
    enum class Kind { Default, Hybrid, Custom };

    Kind kind = Kind::Default;
    bool isBuiltIn = false; // from one of the built-in rules
    std::vector<FingerprintEntry> entries; // empty for Default
};

// The client's list when it says more than "default", else the first built-in rule that fits, else the default.
[[nodiscard]] Fingerprint resolveFingerprint(const EventComponents &components);

} // namespace picket::grouping
