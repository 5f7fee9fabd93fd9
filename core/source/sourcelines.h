// SPDX-License-Identifier: GPL-3.0-or-later
// A source file's lines, and whether they are those that an event recorded. Pure.
#pragma once

#include "core/model/event.h"

#include <string_view>
#include <vector>

namespace picket::source {

// Views into `text`, which may be in any encoding that keeps ASCII; without line ends (LF, CR LF, CR) and without a
// byte order mark. Text that ends in a line end has no empty line after it.
[[nodiscard]] std::vector<std::string_view> splitLines(std::string_view text);

enum class Agreement {
    Same,
    Different,
    Unknown, // the frame came without lines, or does not say where they stand
};

// Compares the lines that came with the frame with the lines in the same places of its file. Blanks at the end of a
// line do not count, and neither does what the SDK left out of a long line.
[[nodiscard]] Agreement compareWithRecorded(const std::vector<std::string_view> &lines, const model::Frame &frame);

} // namespace picket::source
