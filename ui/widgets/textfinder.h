// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string>
#include <string_view>

namespace picket::ui {

// One thread at a time. Whether UTF-8 contains some words in any letter case, looked for piece by piece, so that a text
// of 30 MB does not stall who looks.
class TextFinder final
{
public:
    explicit TextFinder(const QString &needle);

    // `utf8` must live until the search has ended.
    void start(std::string_view utf8);

    enum class State { Searching, Found, NotFound };
    // Looks at the next piece.
    [[nodiscard]] State advance();

    static constexpr std::size_t piece = 256 * 1024;

private:
    [[nodiscard]] bool contains(std::string_view utf8) const;

    QString m_needle;
    std::string m_ascii; // lower case; empty when the needle holds other characters
    std::size_t m_overlap = 0;
    std::string_view m_rest;
};

} // namespace picket::ui
