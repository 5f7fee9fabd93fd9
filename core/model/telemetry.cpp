// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/telemetry.h"

#include <charconv>

namespace picket::model {

namespace {

constexpr std::size_t spanDigits = 16;

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

} // namespace picket::model
