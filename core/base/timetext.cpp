// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/timetext.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>

namespace picket {

namespace {

constexpr std::string_view blanks = " \t\r\n,";

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool areDigits(std::string_view text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), isDigit);
}

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// "Nov", "november" -> its place in a list of names of three letters.
template <std::size_t N>
std::optional<std::size_t> placeIn(const std::array<std::string_view, N> &names, std::string_view word)
{
    for (std::size_t i = 0; i < N; ++i) {
        const auto isSame = [](char a, char b) {
            return (a | 0x20) == (b | 0x20);
        };
        if (word.size() >= 3 && std::equal(names[i].begin(), names[i].end(), word.begin(), word.begin() + 3, isSame)
            && std::all_of(word.begin(), word.end(), isLetter)) {
            return i;
        }
    }
    return std::nullopt;
}

constexpr std::array<std::string_view, 12> months{"jan", "feb", "mar", "apr", "may", "jun",
                                                  "jul", "aug", "sep", "oct", "nov", "dec"};
constexpr std::array<std::string_view, 7> weekdays{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

std::string padded(std::string_view digits)
{
    return (digits.size() < 2 ? "0" : "") + std::string(digits);
}

// The parts of a date in any order, put together in the form that parseRfc3339() reads.
class DateWords final
{
public:
    // False for a word that says nothing about a time.
    bool take(std::string_view word)
    {
        return takeDate(word) || takeNumber(word) || takeClock(word) || takeZone(word) || takeName(word);
    }

    [[nodiscard]] std::optional<Timestamp> time() const
    {
        const std::string date = m_date.empty() ? m_year + '-' + m_month + '-' + m_day : m_date;
        return m_clock.empty() ? std::nullopt : parseRfc3339(date + 'T' + m_clock + m_zone);
    }

private:
    // "2026-11-30", "2026/11/30", with or without "T20:20:00" behind it; "20261130T202000".
    bool takeDate(std::string_view word)
    {
        const bool isSeparated = word.size() >= 10 && areDigits(word.substr(0, 4)) && (word[4] == '-' || word[4] == '/')
            && word[7] == word[4];
        if (isSeparated && m_date.empty()) {
            m_date = std::string(word.substr(0, 4)) + '-' + std::string(word.substr(5, 2)) + '-'
                + std::string(word.substr(8, 2));
            return word.size() == 10 || (word[10] == 'T' && takeClock(word.substr(11)));
        }
        const bool isCompact =
            word.size() >= 15 && word[8] == 'T' && areDigits(word.substr(0, 8)) && areDigits(word.substr(9, 6));
        if (isCompact && m_date.empty() && m_clock.empty()) {
            const auto pair = [word](std::size_t at) {
                return std::string(word.substr(at, 2));
            };
            m_date = pair(0) + pair(2) + '-' + pair(4) + '-' + pair(6);
            m_clock = pair(9) + ':' + pair(11) + ':' + pair(13) + std::string(word.substr(15));
            return true;
        }
        return false;
    }

    // A day before a year, and RFC 850's "30-Nov-26".
    bool takeNumber(std::string_view word)
    {
        if (areDigits(word) && word.size() <= 2 && m_day.empty()) {
            m_day = padded(word);
            return true;
        }
        if (areDigits(word) && (word.size() == 4 || word.size() == 2) && m_year.empty()) {
            m_year = word.size() == 2 ? "20" + std::string(word) : std::string(word);
            return true;
        }
        const std::size_t first = word.find('-');
        const std::size_t last = word.rfind('-');
        return areDigits(word.substr(0, 1)) && first != last && takeNumber(word.substr(0, first))
            && takeName(word.substr(first + 1, last - first - 1)) && takeNumber(word.substr(last + 1));
    }

    bool takeClock(std::string_view word)
    {
        if (!areDigits(word.substr(0, 1)) || word.find(':') == std::string_view::npos || !m_clock.empty()) {
            return false;
        }
        m_clock = (word[1] == ':' ? "0" : "") + std::string(word);
        return true;
    }

    // "+0100", "GMT", "GMT+0100", "Z".
    bool takeZone(std::string_view word)
    {
        for (const std::string_view name : {"UTC", "GMT", "UT", "Z"}) {
            if (word.substr(0, name.size()) == name) {
                m_isZoned = true;
                return word.size() == name.size() || takeZone(word.substr(name.size()));
            }
        }
        if ((word.substr(0, 1) != "+" && word.substr(0, 1) != "-") || !areDigits(word.substr(1, 2))
            || !m_zone.empty()) {
            return false;
        }
        m_isZoned = true;
        m_zone = word;
        return true;
    }

    // Months and weekdays; the name of a zone whose offset is known; Go's reading of the monotonic clock.
    bool takeName(std::string_view word)
    {
        if (const auto month = placeIn(months, word); month && m_month.empty()) {
            m_month = padded(std::to_string(*month + 1));
            return true;
        }
        return placeIn(weekdays, word) || (m_isZoned && std::all_of(word.begin(), word.end(), isLetter))
            || word.substr(0, 2) == "m=";
    }

    std::string m_date;
    std::string m_year;
    std::string m_month;
    std::string m_day;
    std::string m_clock;
    std::string m_zone;
    bool m_isZoned = false;
};

// "/Date(1796070000123+0100)/": milliseconds since the epoch; the offset is only for display.
std::optional<Timestamp> parseDotNet(std::string_view text)
{
    constexpr std::string_view prefix = "/Date(";
    if (!text.starts_with(prefix) || !text.ends_with(")/")) {
        return std::nullopt;
    }
    std::int64_t millis = 0;
    const char *const begin = text.data() + prefix.size();
    const auto [end, error] = std::from_chars(begin, text.data() + text.size(), millis);
    constexpr std::int64_t farthest = 253402300799999; // the end of 9999
    return error == std::errc() && millis >= 0 && millis <= farthest ? std::optional(fromMicros(millis * 1000))
                                                                     : std::nullopt;
}

} // namespace

std::optional<Timestamp> parseTime(std::string_view text)
{
    if (const auto time = parseRfc3339(text)) {
        return time;
    }
    if (const auto time = parseDotNet(text)) {
        return time;
    }
    constexpr std::size_t longest = 100; // with the name of a zone in parentheses
    if (text.size() > longest) {
        return std::nullopt;
    }
    text = text.substr(0, text.find_first_of("([")); // names of zones in words
    DateWords words;
    while (!text.empty()) {
        const std::size_t begin = std::min(text.find_first_not_of(blanks), text.size());
        text.remove_prefix(begin);
        const std::string_view word = text.substr(0, text.find_first_of(blanks));
        if (!word.empty() && !words.take(word)) {
            return std::nullopt;
        }
        text.remove_prefix(word.size());
    }
    return words.time();
}

} // namespace picket
