// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstddef>
#include <string_view>
#include <vector>

namespace picket::ui {

struct TextMatch {
    std::size_t start = 0; // in bytes
    std::size_t length = 0;
};

struct TextMatches {
    std::vector<TextMatch> found; // in order, none inside another
    bool more = false; // there are others beyond `most`
};

// Where UTF-8 holds some words in any letter case. Takes time in proportion to the text, whatever stands in it. Pure.
[[nodiscard]] TextMatches findMatches(std::string_view utf8, const QString &words, std::size_t most);

} // namespace picket::ui
