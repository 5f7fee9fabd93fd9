// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/telemetry.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace picket::model {

namespace {

constexpr std::size_t spanDigits = 16;

struct NamedSeverity {
    std::string_view name;
    Severity severity;
};
constexpr std::array namedSeverities{
    NamedSeverity{"trace", Severity::Trace},     NamedSeverity{"debug", Severity::Debug},
    NamedSeverity{"info", Severity::Info},       NamedSeverity{"warn", Severity::Warning},
    NamedSeverity{"error", Severity::Error},     NamedSeverity{"fatal", Severity::Fatal},
    NamedSeverity{"warning", Severity::Warning}, NamedSeverity{"information", Severity::Info},
    NamedSeverity{"critical", Severity::Fatal},
};

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool isSameWord(std::string_view a, std::string_view b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return lower(x) == lower(y); });
}

} // namespace

SpanNumber parseSpanNumber(std::string_view text)
{
    SpanNumber number = 0;
    const char *end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, number, 16);
    return text.size() == spanDigits && error == std::errc() && stop == end ? number : 0;
}

std::string spanNumberText(SpanNumber number)
{
    std::string text(spanDigits, '0');
    for (std::size_t i = 0; i < spanDigits; ++i) {
        text[spanDigits - 1 - i] = "0123456789abcdef"[number >> (4 * i) & 0xf];
    }
    return text;
}

Severity severityOf(std::int64_t number)
{
    if (number < 1 || number > 24) {
        return Severity::Unknown;
    }
    return static_cast<Severity>((number - 1) / 4 * 4 + 1); // four numbers to a level
}

Severity severityOf(std::string_view level)
{
    const auto found = std::find_if(namedSeverities.begin(), namedSeverities.end(),
                                    [level](const NamedSeverity &named) { return isSameWord(named.name, level); });
    return found == namedSeverities.end() ? Severity::Unknown : found->severity;
}

std::string_view severityName(Severity severity)
{
    const auto found = std::find_if(namedSeverities.begin(), namedSeverities.end(),
                                    [severity](const NamedSeverity &named) { return named.severity == severity; });
    return found == namedSeverities.end() ? std::string_view() : found->name;
}

} // namespace picket::model
