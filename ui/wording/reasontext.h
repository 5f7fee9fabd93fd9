// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string_view>

namespace picket::ui {

// Why something was refused, repaired or only kept, for people: from the code and detail that `core` gives
// ("bad_encoding: gzip stream ends early") to one sentence. Codes that nobody worded stay readable.
[[nodiscard]] QString reasonText(std::string_view reason);

} // namespace picket::ui
