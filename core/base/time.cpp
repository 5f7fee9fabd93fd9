// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/time.h"

#include <cstdio>

namespace picket {

namespace {

using namespace std::chrono;

// Reads exactly `digits` decimal digits and moves past them.
std::optional<int> readNumber(std::string_view &text, std::size_t digits)
{
    if (text.size() < digits) {
        return std::nullopt;
    }
    int value = 0;
    for (std::size_t i = 0; i < digits; ++i) {
        if (text[i] < '0' || text[i] > '9') {
            return std::nullopt;
        }
        value = value * 10 + (text[i] - '0');
    }
    text.remove_prefix(digits);
    return value;
}

bool skip(std::string_view &text, char c)
{
    if (text.empty() || text.front() != c) {
        return false;
    }
    text.remove_prefix(1);
    return true;
}

// The fraction after the dot, in microseconds; digits beyond the sixth are cut (Go sends nine, .NET seven).
std::optional<microseconds> readFraction(std::string_view &text)
{
    if (!skip(text, '.') && !skip(text, ',')) {
        return microseconds(0);
    }
    std::int64_t micros = 0;
    std::int64_t weight = 100000;
    std::size_t digits = 0;
    while (!text.empty() && text.front() >= '0' && text.front() <= '9') {
        micros += weight * (text.front() - '0');
        weight /= 10;
        ++digits;
        text.remove_prefix(1);
    }
    return digits > 0 ? std::optional(microseconds(micros)) : std::nullopt;
}

// "Z", "+01:00", "+0100", "+01", or nothing (UTC).
std::optional<minutes> readZone(std::string_view &text)
{
    if (skip(text, 'Z') || skip(text, 'z') || text.empty()) {
        return minutes(0);
    }
    const int sign = text.front() == '-' ? -1 : 1;
    if (!skip(text, '-') && !skip(text, '+')) {
        return std::nullopt;
    }
    const auto zoneHours = readNumber(text, 2);
    skip(text, ':');
    const auto zoneMinutes = text.empty() ? std::optional(0) : readNumber(text, 2);
    if (!zoneHours || !zoneMinutes || *zoneHours > 23 || *zoneMinutes > 59) {
        return std::nullopt;
    }
    return sign * (hours(*zoneHours) + minutes(*zoneMinutes));
}

std::optional<sys_days> readDate(std::string_view &text)
{
    const auto y = readNumber(text, 4);
    if (!y || *y == 0 || !skip(text, '-')) {
        return std::nullopt;
    }
    const auto m = readNumber(text, 2);
    if (!m || !skip(text, '-')) {
        return std::nullopt;
    }
    const auto d = readNumber(text, 2);
    if (!d) {
        return std::nullopt;
    }
    const year_month_day date(year(*y), month(static_cast<unsigned>(*m)), day(static_cast<unsigned>(*d)));
    return date.ok() ? std::optional(sys_days(date)) : std::nullopt;
}

std::optional<microseconds> readTimeOfDay(std::string_view &text)
{
    const auto h = readNumber(text, 2);
    if (!h || !skip(text, ':')) {
        return std::nullopt;
    }
    const auto m = readNumber(text, 2);
    if (!m) {
        return std::nullopt;
    }
    std::optional<int> s = 0;
    if (skip(text, ':')) {
        s = readNumber(text, 2);
    }
    const auto fraction = readFraction(text);
    // 60 is a leap second: it counts as the first of the next minute.
    if (!s || !fraction || *h > 23 || *m > 59 || *s > 60) {
        return std::nullopt;
    }
    return hours(*h) + minutes(*m) + seconds(*s) + *fraction;
}

} // namespace

Timestamp now()
{
    return time_point_cast<microseconds>(system_clock::now());
}

std::string toRfc3339(Timestamp time)
{
    const auto days = floor<std::chrono::days>(time);
    const year_month_day date(days);
    const hh_mm_ss<microseconds> clock(time - days);
    char text[64];
    std::snprintf(text, sizeof text, "%04d-%02u-%02uT%02d:%02d:%02d.%06dZ", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                  static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()),
                  static_cast<int>(clock.seconds().count()), static_cast<int>(clock.subseconds().count()));
    return text;
}

std::optional<Timestamp> parseRfc3339(std::string_view text)
{
    const auto date = readDate(text);
    if (!date) {
        return std::nullopt;
    }
    if (text.empty()) {
        return Timestamp(*date);
    }
    if (!skip(text, 'T') && !skip(text, 't') && !skip(text, ' ')) {
        return std::nullopt;
    }
    const auto time = readTimeOfDay(text);
    if (!time) {
        return std::nullopt;
    }
    const auto zone = readZone(text);
    if (!zone || !text.empty()) {
        return std::nullopt;
    }
    return Timestamp(*date) + *time - *zone;
}

} // namespace picket
