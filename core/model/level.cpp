// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/level.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>

namespace picket::model {

namespace {

constexpr std::size_t longestWord = 20;

struct Word {
    std::string_view text; // lower case
    Severity severity;
};

// The first of each severity is its name.
constexpr std::array words = std::to_array<Word>({
    {"trace", Severity::Trace},
    {"verbose", Severity::Trace},
    {"v", Severity::Trace}, // Android
    {"vrb", Severity::Trace}, // Serilog
    {"trc", Severity::Trace},
    {"trce", Severity::Trace}, // .NET's console
    {"finest", Severity::Trace}, // java.util.logging
    {"finer", Severity::Trace},
    {"veryverbose", Severity::Trace}, // Unreal
    {"silly", Severity::Trace}, // npm
    {"debug", Severity::Debug},
    {"d", Severity::Debug},
    {"dbg", Severity::Debug},
    {"dbug", Severity::Debug},
    {"debg", Severity::Debug},
    {"fine", Severity::Debug},
    {"config", Severity::Debug},
    {"info", Severity::Info},
    {"log", Severity::Info},
    {"information", Severity::Info},
    {"informational", Severity::Info},
    {"i", Severity::Info},
    {"inf", Severity::Info},
    {"notice", Severity::Info},
    {"note", Severity::Info},
    {"default", Severity::Info}, // Apple
    {"display", Severity::Info}, // Unreal
    {"http", Severity::Info}, // npm
    {"success", Severity::Info},
    {"e_notice", Severity::Info}, // PHP
    {"e_user_notice", Severity::Info},
    {"e_strict", Severity::Info},
    {"warn", Severity::Warning},
    {"warning", Severity::Warning},
    {"w", Severity::Warning},
    {"wrn", Severity::Warning},
    {"e_warning", Severity::Warning},
    {"e_user_warning", Severity::Warning},
    {"e_deprecated", Severity::Warning},
    {"e_user_deprecated", Severity::Warning},
    {"error", Severity::Error},
    {"err", Severity::Error},
    {"e", Severity::Error},
    {"fail", Severity::Error},
    {"failure", Severity::Error},
    {"severe", Severity::Error},
    {"exception", Severity::Error}, // Unity
    {"assert", Severity::Error},
    {"e_error", Severity::Error},
    {"e_user_error", Severity::Error},
    {"e_parse", Severity::Error},
    {"fatal", Severity::Fatal},
    {"critical", Severity::Fatal},
    {"crit", Severity::Fatal},
    {"c", Severity::Fatal},
    {"f", Severity::Fatal},
    {"ftl", Severity::Fatal},
    {"alert", Severity::Fatal},
    {"emergency", Severity::Fatal},
    {"emerg", Severity::Fatal},
    {"panic", Severity::Fatal},
    {"dpanic", Severity::Fatal}, // Go's zap
    {"wtf", Severity::Fatal}, // Android
    {"fault", Severity::Fatal}, // Apple
    {"shout", Severity::Fatal}, // Dart
});

struct Number {
    int from;
    int to;
    Severity severity;
};

// Python's (10 to 50, with a library's own between them), Monolog's (PSR-3 in hundreds), log4j's (in ten thousands).
constexpr std::array numbers = std::to_array<Number>({
    {10, 19, Severity::Debug},       {20, 29, Severity::Info},          {30, 39, Severity::Warning},
    {40, 49, Severity::Error},       {50, 60, Severity::Fatal},         {100, 100, Severity::Debug},
    {200, 200, Severity::Info},      {250, 250, Severity::Info},        {300, 300, Severity::Warning},
    {400, 400, Severity::Error},     {500, 500, Severity::Fatal},       {550, 550, Severity::Fatal},
    {600, 600, Severity::Fatal},     {5000, 5000, Severity::Trace},     {10000, 10000, Severity::Debug},
    {20000, 20000, Severity::Info},  {30000, 30000, Severity::Warning}, {40000, 40000, Severity::Error},
    {50000, 50000, Severity::Fatal},
});

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// "LogLevel.Error", "[warn]", "level:info", " ERROR ", Go's "INFO+2": the word itself.
std::string_view bare(std::string_view text)
{
    constexpr std::string_view around = " \t\r\n[]()<>\"':;,.";
    const std::size_t first = text.find_first_not_of(around);
    if (first == std::string_view::npos) {
        return {};
    }
    text = text.substr(first, text.find_last_not_of(around) - first + 1);
    if (text.front() >= '0' && text.front() <= '9') {
        return text;
    }
    const std::size_t qualifier = text.find_last_of(".:");
    text = qualifier == std::string_view::npos ? text : text.substr(qualifier + 1);
    const std::size_t offset = text.find_first_of("+-");
    const bool hasOffset = offset != std::string_view::npos && offset > 0
        && text.find_first_not_of("0123456789", offset + 1) == std::string_view::npos;
    return hasOffset ? text.substr(0, offset) : text;
}

Severity severityOfNumber(std::string_view text)
{
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size()) {
        return Severity::Unknown;
    }
    const auto *const found = std::find_if(numbers.begin(), numbers.end(), [number](const Number &known) {
        return number >= known.from && number <= known.to;
    });
    return found == numbers.end() ? Severity::Unknown : found->severity;
}

} // namespace

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
    switch (severityOf(text)) {
    case Severity::Unknown:
        return std::nullopt;
    case Severity::Trace:
    case Severity::Debug:
        return Level::Debug;
    case Severity::Info:
        return Level::Info;
    case Severity::Warning:
        return Level::Warning;
    case Severity::Error:
        return Level::Error;
    case Severity::Fatal:
        return Level::Fatal;
    }
    return std::nullopt;
}

Severity severityOf(std::string_view level)
{
    const std::string_view word = bare(level.substr(0, level.size() > 3 * longestWord ? 0 : level.size()));
    if (word.empty() || word.size() > longestWord) {
        return Severity::Unknown;
    }
    const auto *const found = std::find_if(words.begin(), words.end(), [word](const Word &known) {
        return std::equal(word.begin(), word.end(), known.text.begin(), known.text.end(),
                          [](char a, char b) { return lower(a) == b; });
    });
    return found == words.end() ? severityOfNumber(word) : found->severity;
}

Severity severityOf(std::int64_t number)
{
    if (number < 1 || number > 24) {
        return Severity::Unknown;
    }
    return static_cast<Severity>((number - 1) / 4 * 4 + 1); // four numbers to a level
}

std::string_view severityName(Severity severity)
{
    const auto *const found =
        std::find_if(words.begin(), words.end(), [severity](const Word &word) { return word.severity == severity; });
    return found == words.end() ? std::string_view() : found->text;
}

} // namespace picket::model
