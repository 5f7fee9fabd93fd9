// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/threadclock.h"

#include <QString>

#include <algorithm>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace picket::test {

namespace {

// What referenceWork() takes on a core of the machine on which the bounds were chosen (2.8 GHz, -O1).
constexpr double referenceMilliseconds = 5;

std::size_t referenceWork()
{
    std::vector<std::string> words;
    std::uint64_t random = 88172645463325252U;
    for (int i = 0; i < 10'000; ++i) {
        random ^= random << 13U;
        random ^= random >> 7U;
        random ^= random << 17U;
        words.push_back("a word that is longer than what fits into a string " + std::to_string(random));
    }
    std::sort(words.begin(), words.end());
    std::unordered_map<std::string, QString> texts;
    for (const std::string &word : words) {
        texts.emplace(word, QString::fromStdString(word).toUpper());
    }
    std::size_t characters = 0;
    for (const std::string &word : words) {
        characters += static_cast<std::size_t>(texts[word].size());
    }
    return characters;
}

} // namespace

double slowness()
{
    double slowest = 1;
    for (int i = 0; i < 3; ++i) {
        const ThreadClock clock;
        [[maybe_unused]] volatile std::size_t result = referenceWork();
        slowest = std::max(slowest, static_cast<double>(clock.elapsed()) / referenceMilliseconds);
    }
    return slowest;
}

} // namespace picket::test
