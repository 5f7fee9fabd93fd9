// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <deque>

namespace picket::ui {

// One thread at a time. How much came within the last minute.
class RateMeter final
{
public:
    using Clock = std::chrono::steady_clock;

    void add(std::int64_t count, Clock::time_point at = Clock::now())
    {
        if (!m_counts.empty() && at - m_counts.back().at < std::chrono::seconds(1)) {
            m_counts.back().count += count; // a second's worth is one entry, so that this stays small
        } else {
            m_counts.push_back({at, count});
        }
    }

    [[nodiscard]] std::int64_t perMinute(Clock::time_point at = Clock::now())
    {
        while (!m_counts.empty() && at - m_counts.front().at > std::chrono::minutes(1)) {
            m_counts.pop_front();
        }
        std::int64_t sum = 0;
        for (const Entry &entry : m_counts) {
            sum += entry.count;
        }
        return sum;
    }

private:
    struct Entry {
        Clock::time_point at;
        std::int64_t count = 0;
    };
    std::deque<Entry> m_counts;
};

} // namespace picket::ui
