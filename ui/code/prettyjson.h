// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <string>
#include <string_view>
#include <vector>

namespace picket::ui {

// A payload ready for CodeView: visible text, overlong lines and an overlong end cut with a mark.
struct ShownJson {
    QByteArray utf8;
    std::vector<std::string> repairs; // what had to be mended to read it (codes)
    bool isJson = true; // false: it could not be read even so, the bytes are shown as they came
    std::uint64_t notShown = 0; // bytes beyond limits::rawShown or limits::shownLines
};

// Indented, members in the order received, numbers with the digits that were sent. Any thread; a 20 MB payload takes
// a second: not for the GUI thread.
[[nodiscard]] ShownJson prettyJson(std::string_view payload);

// As received.
[[nodiscard]] ShownJson receivedJson(std::string_view payload);

} // namespace picket::ui
