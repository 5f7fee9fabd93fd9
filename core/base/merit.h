// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <chrono>
#include <cmath>

namespace picket {

// What a sender has brought lately: bytes, of which half are forgotten in each half-life. One that has just come counts
// as if it had brought `newcomer` bytes, so that it gets time to begin. All fade alike, so ranks stay comparable: the
// lowest has brought least in the longest time.
class Merit final
{
public:
    static constexpr double newcomer = 65536;

    // Times are counted in half-lives (see halfLives()), on any clock.
    explicit Merit(double now)
        : m_rank(now + std::log2(newcomer))
    {
    }

    void add(double bytes, double now)
    {
        constexpr double most = 60; // the clock was set back: as if an exabyte had come
        m_rank = now + std::log2(std::exp2(std::min(m_rank - now, most)) + std::max(bytes, 1.0));
    }

    [[nodiscard]] double rank() const { return m_rank; }

private:
    double m_rank;
};

template <class TimePoint, class Duration> [[nodiscard]] double halfLives(TimePoint time, Duration halfLife)
{
    return std::chrono::duration<double>(time.time_since_epoch()) / std::chrono::duration<double>(halfLife);
}

} // namespace picket
