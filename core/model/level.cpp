// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/level.h"

#include <algorithm>
#include <array>
#include <string>

namespace picket::model {

std::string_view levelName(Level level)
{
    switch (level) {
    case Level::Debug:
        return "debug";
    case Level::Info:
        return "info";
    case Level::Warning:
        return "warning";
    case Level::Error:
        return "error";
    case Level::Fatal:
        return "fatal";
    }
    return "error";
}

std::optional<Level> parseLevel(std::string_view text)
{
    struct Spelling {
        std::string_view text;
        Level level;
    };
    static constexpr std::array spellings{
        Spelling{"fatal", Level::Fatal},  Spelling{"critical", Level::Fatal}, Spelling{"50", Level::Fatal},
        Spelling{"error", Level::Error},  Spelling{"40", Level::Error},       Spelling{"warning", Level::Warning},
        Spelling{"warn", Level::Warning}, Spelling{"30", Level::Warning},     Spelling{"info", Level::Info},
        Spelling{"log", Level::Info},     Spelling{"20", Level::Info},        Spelling{"debug", Level::Debug},
        Spelling{"10", Level::Debug},
    };
    if (text.size() > 8) {
        return std::nullopt;
    }
    std::string lower(text);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; });
    const auto it = std::find_if(spellings.begin(), spellings.end(),
                                 [&](const Spelling &spelling) { return spelling.text == lower; });
    return it != spellings.end() ? std::optional(it->level) : std::nullopt;
}

} // namespace picket::model
